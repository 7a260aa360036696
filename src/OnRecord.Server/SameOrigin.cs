using System.Net;

namespace OnRecord.Server;

/// <summary>
/// Lets nothing be changed by a page of another site. A browser says where a request comes from in <c>Sec-Fetch-Site</c>
/// and <c>Origin</c>, which no page can forge; programs that are no browsers send neither, and carry nobody's rights with
/// them; a request that has a session and says neither is no browser's. While only this machine is served, the host that is
/// asked for must be this machine by name, so that a name of somebody else's that is made to lead here is not answered;
/// where the site is known, it must be the site's.
/// </summary>
internal sealed class SameOrigin(ServerOptions options)
{
    public Task Check(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (!IsServed(request.Host.Host)) return Refuse(context, "The host that was asked for is not the one that is served.");
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) return next(context);
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var origin = request.Headers.Origin.ToString();
        var isOwn = site.Length > 0 ? site is "same-origin" or "none"
            : origin.Length == 0 ? request.Cookies.Count == 0
            : origin == $"{request.Scheme}://{request.Host}" || origin == options.Site?.GetLeftPart(UriPartial.Authority);
        return isOwn ? next(context) : Refuse(context, "The request comes from a page of another site.");
    }

    private bool IsServed(string host) =>
        !options.HasSignIn ? IsThisMachine(host) : options.Site is null || host.Equals(options.Site.Host, StringComparison.OrdinalIgnoreCase) || IsThisMachine(host);

    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static Task Refuse(HttpContext context, string why)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(why, context.RequestAborted);
    }
}
