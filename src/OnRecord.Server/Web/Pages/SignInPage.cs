using OnRecord.Language;

namespace OnRecord.Server.Web.Pages;

/// <summary>Where one says who one is.</summary>
internal static class SignInPage
{
    /// <summary>The page.</summary>
    /// <param name="to">Where to go on to; null for the overview.</param>
    /// <param name="error">What was wrong with the attempt before; null for nothing.</param>
    public static Page Of(string? to, OnRecordException? error) => new()
    {
        Title = "Sign in",
        Status = error is null ? StatusCodes.Status200OK : StatusCodes.Status401Unauthorized,
        Body = Html.Of($"""
            <h1>Sign in</h1>
            {Html.If(error is not null, () => Html.Of($"""<p class="error" role="alert">{error!.Message}</p>"""))}
            <form class="filters sign-in" method="post" action="{Href.To("sign-in").With("to", to)}">
            <p class="wide"><label for="name">Name</label><input id="name" name="name" maxlength="60" autocomplete="username" required></p>
            <p class="wide"><label for="password">Password</label><input id="password" name="password" type="password" maxlength="200" autocomplete="current-password" required></p>
            <p><button>Sign in</button></p>
            </form>
            <p class="quiet">Whoever runs this server adds users, and gives another password to who forgot one.</p>
            """),
    };
}
