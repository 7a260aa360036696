using OnRecord.Language;
using OnRecord.Server.Web;
using OnRecord.Server.Web.Pages;

namespace OnRecord.Server.Access;

/// <summary>Signing in and out, and who one is.</summary>
internal sealed class SignIn(AccessGate gate, ServerOptions options)
{
    private const int MostOfTheTrail = 100;

    public void Map(IEndpointRouteBuilder routes)
    {
        if (gate.Users is null) return;
        routes.MapGet("/sign-in", context => PageAnswer.Send(context, SignInPage.Of(Target(context), null))).WithMetadata(Needs.Nobody);
        routes.MapPost("/sign-in", Begin).WithMetadata(Needs.Nobody);
        routes.MapPost("/sign-out", End).WithMetadata(Needs.Reader);
        routes.MapGet("/account", context => PageAnswer.Send(context, AccountPage.Of(Caller.Of(context), gate.Users, MostOfTheTrail)));
    }

    private async Task Begin(HttpContext context)
    {
        IFormCollection form;
        try
        {
            form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted) : FormCollection.Empty;
        }
        catch (Exception error) when (error is InvalidDataException or BadHttpRequestException)
        {
            await PageAnswer.Send(context, ErrorPage.Of(new OnRecordException(DiagnosticCodes.Usage, $"The form cannot be read: {error.Message.TrimEnd('.')}. Sign in again.", error)));
            return;
        }
        if (gate.Users!.SignIn(form["name"].ToString().Trim(), form["password"].ToString()) is not { } secret)
        {
            await PageAnswer.Send(context, SignInPage.Of(Target(context), new OnRecordException(DiagnosticCodes.NotSignedIn, "Name and password are not those of a user.")));
            return;
        }
        context.Response.Cookies.Append(gate.Cookie, secret, CookieOptions());
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = Target(context) ?? "/";
    }

    private Task End(HttpContext context)
    {
        if (context.Request.Cookies[gate.Cookie] is { } secret) gate.Users!.SignOut(secret);
        context.Response.Cookies.Delete(gate.Cookie, CookieOptions());
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = "/sign-in";
        return Task.CompletedTask;
    }

    private CookieOptions CookieOptions() => new()
    {
        HttpOnly = true,
        // A link from elsewhere leads in; a form from elsewhere brings no session with it.
        SameSite = SameSiteMode.Lax,
        Secure = options.Site?.Scheme == Uri.UriSchemeHttps,
        Path = "/",
        IsEssential = true,
    };

    // Only to a page of this site: "//elsewhere" and "/\elsewhere" are addresses of others.
    private static string? Target(HttpContext context) =>
        context.Request.Query["to"].ToString() is { Length: > 1 and < 2000 } to && to[0] == '/' && to[1] is not ('/' or '\\') && !to.Any(char.IsControl) ? to : null;
}
