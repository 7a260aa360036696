using OnRecord.Language;
using OnRecord.Ledger.Users;
using OnRecord.Server.Rest;
using OnRecord.Server.Web;
using OnRecord.Server.Web.Pages;

namespace OnRecord.Server.Access;

/// <summary>
/// Lets in who may come in. While only this machine is served there is one local user, who may do everything; else everybody
/// has a session or a token, and everything but signing in needs one.
/// </summary>
internal sealed class AccessGate : IDisposable
{
    private const string Bearer = "Bearer ";

    private readonly ServerOptions options;
    private readonly UserFile? users;

    /// <exception cref="OnRecordException">OR7002: others reach the server and there is no administrator. OR5002 to OR5007: the file of users cannot be opened.</exception>
    public AccessGate(ServerOptions options)
    {
        this.options = options;
        if (!options.HasSignIn) return;
        // Looked for before it is opened: opening makes it.
        users = File.Exists(UserFile.PathOf(options.Ledger)) ? UserFile.Open(options.Ledger, options.Time) : null;
        if (users?.HasAdministrator == true) return;
        users?.Dispose();
        throw new OnRecordException(DiagnosticCodes.NoAdministrator, $"{string.Join(", ", options.Addresses)} can be reached from other machines, and there is no administrator who could sign in. Add one with 'onrecord user add NAME --role administrator --ledger {options.Ledger}', or listen at {ServerOptions.DefaultAddress}.");
    }

    /// <summary>The users; null while only this machine is served.</summary>
    public UserFile? Users => users;

    /// <summary>The name of the cookie of a session. One that begins so is taken by a browser only over https and for the very host.</summary>
    public string Cookie => options.Site?.Scheme == Uri.UriSchemeHttps ? "__Host-onrecord" : "onrecord-session";

    public Task Check(HttpContext context, RequestDelegate next)
    {
        var caller = CallerOf(context);
        caller?.Enter(context);
        if (Needs.Of(context).Role is not { } needed || caller?.Role >= needed) return next(context);
        if (caller is not null)
        {
            users?.Note(caller.Name, "was not let", $"{context.Request.Method} {context.Request.Path}");
            return Refuse(context, StatusCodes.Status403Forbidden, DiagnosticCodes.NotAllowed, $"This needs a {RoleView.WordOf(needed)}, and {caller.Name} comes as a {RoleView.WordOf(caller.Role)}. An administrator gives roles and tokens.");
        }
        if (!IsForPeople(context))
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            return Refuse(context, StatusCodes.Status401Unauthorized, DiagnosticCodes.NotSignedIn, "This record is served to those who sign in. Send 'Authorization: Bearer' with a token of 'onrecord token add'.");
        }
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = Href.To("sign-in").With("to", HttpMethods.IsGet(context.Request.Method) ? context.Request.Path + context.Request.QueryString : null).ToString();
        return Task.CompletedTask;
    }

    /// <summary>Notes something that a caller did, where there are several who could have.</summary>
    public void Note(HttpContext context, string deed, string? about) => users?.Note(Caller.Of(context).Name, deed, about);

    public void Dispose() => users?.Dispose();

    private Caller? CallerOf(HttpContext context)
    {
        if (users is null) return new Caller(options.User, Role.Administrator, IsSignedIn: false);
        var authorization = context.Request.Headers.Authorization.ToString();
        // A token that is not taken is not made up for by a cookie.
        if (authorization.Length > 0)
            return authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) && users.OfToken(authorization[Bearer.Length..].Trim()) is { } program ? new Caller(program.Name, program.Role, IsSignedIn: false) : null;
        return context.Request.Cookies[Cookie] is { Length: > 0 } secret && users.OfSession(secret) is { } user ? new Caller(user.Name, user.Role, IsSignedIn: true) : null;
    }

    private static Task Refuse(HttpContext context, int status, string code, string message)
    {
        if (!IsForPeople(context)) return JsonAnswer.Problem(context, new OnRecordException(code, message));
        return PageAnswer.Send(context, new Page { Title = "Not allowed", Status = status, Body = ErrorPage.Of(new OnRecordException(code, message)).Body });
    }

    // A browser says what it would like best; a program asks for JSON or for anything.
    private static bool IsForPeople(HttpContext context) =>
        context.Request.Headers.Authorization.Count == 0 && !context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);
}
