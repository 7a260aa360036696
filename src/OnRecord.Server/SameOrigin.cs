using System.Net;

namespace OnRecord.Server;

/// <summary>
/// Lets nothing be changed by a page of another site. A browser says where a request comes from in <c>Sec-Fetch-Site</c>
/// and <c>Origin</c>, which no page can forge; programs that are no browsers send neither, and carry nobody's rights with
/// them. While only this machine is served, the host that is asked for must be this machine by name, so that a name of
/// somebody else's that is made to lead here is not answered.
/// </summary>
internal static class SameOrigin
{
    public static Task Check(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (!IsThisMachine(request.Host.Host)) return Refuse(context, "The host that was asked for is not this machine.");
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) return next(context);
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var origin = request.Headers.Origin.ToString();
        var isOwn = site.Length > 0 ? site is "same-origin" or "none"
            : origin.Length == 0 || origin == $"{request.Scheme}://{request.Host}";
        return isOwn ? next(context) : Refuse(context, "The request comes from a page of another site.");
    }

    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static Task Refuse(HttpContext context, string why)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(why, context.RequestAborted);
    }
}
