using System.Text;
using Microsoft.AspNetCore.Http.Features;
using OnRecord.Language;
using OnRecord.Server.Access;
using OnRecord.Server.Adding;
using OnRecord.Server.Review;
using OnRecord.Server.Search;
using OnRecord.Server.Web.Pages;

namespace OnRecord.Server.Web;

/// <summary>The pages and their addresses.</summary>
internal sealed class WebPages(Record record, CatalogueKeeper catalogue, ReadingDesk desk, WebFetch fetch, ReviewDesk review, AccessGate gate)
{
    private readonly PageCache cache = new();

    public void Map(IEndpointRouteBuilder routes)
    {
        Get("/", OverviewPage.Get);
        Get("/search", SearchPage.Get);
        Get("/documents/{id}", DocumentPage.Get);
        Get("/actors", ActorsPage.Get);
        Get("/actors/{name}", ActorPage.Get);
        Get("/pledges", PledgesPage.Get);
        Get("/pledges/{id}", PledgePage.Get);
        Get("/disputes", DisputesPage.Get);
        Get("/disputes/{id}", DisputePage.Get);
        Get("/claims", ClaimsPage.Get);
        Get("/claims/{id}", ClaimPage.Get);
        Get("/subjects/{key}", SubjectPage.Get);
        Get("/compare", ComparePage.Get);
        Get("/outlets", OutletsPage.Get);
        Get("/outlets/{name}", OutletPage.Get);
        Get("/runs", RunsPage.Get);
        Get("/accuracy", AccuracyPage.Get);
        Get("/add", AddPage.Get);
        routes.MapPost("/add", Add);
        routes.MapGet("/add/{id}", Watch);
        Get("/review", request => ReviewPage.Next(request, review));
        Get("/review/{id}", request => ReviewPage.One(request, review));
        routes.MapPost("/review/{id}", Decide);
        routes.MapGet("/assets/{**path}", EmbeddedAssets.Send).WithMetadata(Needs.Nobody);
        routes.MapFallback(context => Send(context, NotFoundPage.Of(context.Request.Path)));

        void Get(string path, Func<PageRequest, Task<Page>> page) => routes.MapGet(path, async context =>
        {
            if (await Freshness.IsKnown(context, record)) return;
            if (cache.Find(AddressOf(context), Freshness.TagOf(context)) is { } body) await Send(context, body, StatusCodes.Status200OK);
            else await Answer(context, page);
        });
    }

    private Task Watch(HttpContext context) => Answer(context, request => Task.FromResult(Progress(request)));

    /// <summary>Answers with a page, and with a page that says so where it cannot be made.</summary>
    public async Task Answer(HttpContext context, Func<PageRequest, Task<Page>> page)
    {
        Page made;
        try
        {
            made = await page(new PageRequest(context, record, catalogue));
        }
        catch (OnRecordException error)
        {
            made = ErrorPage.Of(error);
        }
        await Send(context, made);
    }

    private async Task Add(HttpContext context)
    {
        try
        {
            var raw = await AddForm.Document(context, fetch);
            var job = desk.Begin(raw) ?? throw new OnRecordException(DiagnosticCodes.LineFull, "As much waits to be read as the server takes at once. Try again in a minute.");
            gate.Note(context, "added", job.Sha256);
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = Href.To("add", job.Sha256).ToString();
        }
        catch (OnRecordException error)
        {
            await Send(context, AddPage.Of(error));
        }
    }

    private async Task Decide(HttpContext context)
    {
        var request = new PageRequest(context, record, catalogue);
        var id = request.LastSegment();
        if (await review.Find(id, context.RequestAborted) is not { } found)
        {
            await Send(context, NotFoundPage.Of(id));
            return;
        }
        try
        {
            var place = request.Number("place");
            review.Decide(await CorrectionForm.Read(context), found.Recorded, found.Attribution, Caller.Of(context).Name);
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = (place is null ? Href.To("review", id) : Href.To("review").With("place", place)).ToString();
        }
        catch (OnRecordException error)
        {
            await Send(context, ReviewPage.Of(found.Recorded, found.Attribution, found.Decisions, null, error, default));
        }
    }

    private Page Progress(PageRequest request) => desk.Job(request.LastSegment()) is { } job ? ProgressPage.Of(job) : NotFoundPage.Of(request.Context.Request.Path);

    private Task Send(HttpContext context, Page page)
    {
        var body = Encoding.UTF8.GetBytes(Layout.Of(page, context.Request.Path.Value ?? "/", gate.Users is not null).ToString());
        if (page.Status != StatusCodes.Status200OK) Freshness.Untag(context);
        // A tagged answer is a function of its address and the last entry; one without a tag is not.
        else if (context.Response.Headers.ETag.Count > 0) cache.Keep(AddressOf(context), Freshness.TagOf(context), body);
        return Send(context, body, page.Status);
    }

    private static Task Send(HttpContext context, byte[] body, int status)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.ContentLength = body.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }

    private static string AddressOf(HttpContext context) => context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
}
