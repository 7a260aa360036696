using System.Text;

namespace OnRecord.Server.Web;

/// <summary>Sends a page that is made for one caller, and is kept nowhere.</summary>
internal static class PageAnswer
{
    public static Task Send(HttpContext context, Page page, bool hasAccounts = true)
    {
        var body = Encoding.UTF8.GetBytes(Layout.Of(page, context.Request.Path.Value ?? "/", hasAccounts).ToString());
        context.Response.StatusCode = page.Status;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.ContentLength = body.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }
}
