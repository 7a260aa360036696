using OnRecord.Language;
using OnRecord.Server.Adding;
using OnRecord.Server.Web.Pages;

namespace OnRecord.Server.Web;

/// <summary>The pages and their addresses.</summary>
internal sealed class WebPages(Record record, TallyKeeper tally, ReadingDesk desk, WebFetch fetch)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        Get("/", OverviewPage.Get);
        Get("/search", SearchPage.Get);
        Get("/documents/{id}", DocumentPage.Get);
        Get("/actors", ActorsPage.Get);
        Get("/actors/{name}", ActorPage.Get);
        Get("/outlets", OutletsPage.Get);
        Get("/outlets/{name}", OutletPage.Get);
        Get("/runs", RunsPage.Get);
        Get("/accuracy", AccuracyPage.Get);
        Get("/add", AddPage.Get);
        routes.MapPost("/add", Add);
        routes.MapGet("/add/{id}", context => Answer(context, request => Task.FromResult(Progress(request))));
        routes.MapGet("/assets/{**path}", EmbeddedAssets.Send);
        routes.MapFallback(context => Send(context, NotFoundPage.Of(context.Request.Path)));

        void Get(string path, Func<PageRequest, Task<Page>> page) => routes.MapGet(path, async context =>
        {
            if (!await Freshness.IsKnown(context, record)) await Answer(context, page);
        });
    }

    /// <summary>Answers with a page, and with a page that says so where it cannot be made.</summary>
    public async Task Answer(HttpContext context, Func<PageRequest, Task<Page>> page)
    {
        Page made;
        try
        {
            made = await page(new PageRequest(context, record, tally));
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
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = Href.To("add", job.Sha256).ToString();
        }
        catch (OnRecordException error)
        {
            await Send(context, AddPage.Of(error));
        }
    }

    private Page Progress(PageRequest request) => desk.Job(request.LastSegment()) is { } job ? ProgressPage.Of(job) : NotFoundPage.Of(request.Context.Request.Path);

    private static Task Send(HttpContext context, Page page)
    {
        context.Response.StatusCode = page.Status;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-cache";
        if (page.Status != StatusCodes.Status200OK) context.Response.Headers.ETag = default;
        return context.Response.WriteAsync(Layout.Of(page, context.Request.Path.Value ?? "/").ToString(), context.RequestAborted);
    }
}
