using OnRecord.Ledger.Users;
using OnRecord.Server.Access;

namespace OnRecord.Server.Web.Pages;

/// <summary>Who one is; and for an administrator, who the others are and what was done.</summary>
internal static class AccountPage
{
    public static Page Of(Caller caller, UserFile users, int mostOfTheTrail)
    {
        var tokens = users.Tokens().Where(token => caller.Role == Role.Administrator || token.User == caller.Name).ToList();
        return new Page
        {
            Title = "Account",
            Body = Html.Of($"""
                <h1>{caller.Name}</h1>
                <p>Comes as a {RoleView.WordOf(caller.Role)}: {MayDo(caller.Role)}.</p>
                {Html.If(caller.IsSignedIn, () => Html.Of($"""<form method="post" action="/sign-out"><p><button>Sign out</button></p></form>"""))}
                <section><h2>Tokens</h2>{(tokens.Count == 0 ? Html.Of($"""<p class="quiet">None. <code>onrecord token add</code> makes one for a program.</p>""") : Tokens(tokens))}</section>
                {Html.If(caller.Role == Role.Administrator, () => Html.Of($"{Others(users.Users())}{Trail(users.Trail(mostOfTheTrail))}"))}
                """),
        };
    }

    private static string MayDo(Role role) => role switch
    {
        Role.Reader => "reads, searches and exports",
        Role.Reviewer => "reads, adds articles, and confirms, corrects and rejects statements",
        _ => "reads, adds, reviews, and sees what users did",
    };

    private static Html Tokens(List<TokenRow> tokens) => Html.Of($"""
        <div class="scroll"><table><thead><tr><th scope="col">Token</th><th scope="col">User</th><th scope="col">Scope</th><th scope="col">For</th><th scope="col">Made</th><th scope="col">Ends</th></tr></thead>
        <tbody>{Html.Each(tokens, t => Html.Of($"""<tr><th scope="row"><code>{t.Id}</code></th><td>{t.User}</td><td>{RoleView.WordOf(t.Role)}</td><td>{t.Purpose}</td><td>{t.Made}</td><td>{(t.Ends is { } ends ? Html.Of($"{ends}") : Html.Of($"never"))}</td></tr>"""))}</tbody></table></div>
        """);

    private static Html Others(IReadOnlyList<UserRow> users) => Html.Of($"""
        <section><h2>Users</h2><div class="scroll"><table><thead><tr><th scope="col">Name</th><th scope="col">Role</th><th scope="col">Added</th></tr></thead>
        <tbody>{Html.Each(users, u => Html.Of($"""<tr><th scope="row">{u.Name}</th><td>{RoleView.WordOf(u.Role)}</td><td>{u.Added}</td></tr>"""))}</tbody></table></div></section>
        """);

    private static Html Trail(IReadOnlyList<TrailRow> trail) => Html.Of($"""
        <section><h2>What was done last</h2><div class="scroll"><table><thead><tr><th scope="col">When</th><th scope="col">Who</th><th scope="col">What</th></tr></thead>
        <tbody>{Html.Each(trail, t => Html.Of($"""<tr><td>{t.Moment}</td><th scope="row">{t.User}</th><td>{t.Deed} {t.About}</td></tr>"""))}</tbody></table></div></section>
        """);
}
