using OnRecord.Language;
using OnRecord.Server.Web.Pages;

namespace OnRecord.Server.Web;

/// <summary>The pages and their addresses.</summary>
internal sealed class WebPages(Record record, TallyKeeper tally)
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
        routes.MapGet("/assets/{**path}", EmbeddedAssets.Send);
        routes.MapFallback(context => Send(context, NotFoundPage.Of(context.Request.Path)));

        void Get(string path, Func<PageRequest, Task<Page>> page) => routes.MapGet(path, context => Answer(context, page));
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

    private static Task Send(HttpContext context, Page page)
    {
        context.Response.StatusCode = page.Status;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-cache";
        return context.Response.WriteAsync(Layout.Of(page, context.Request.Path.Value ?? "/").ToString(), context.RequestAborted);
    }
}
