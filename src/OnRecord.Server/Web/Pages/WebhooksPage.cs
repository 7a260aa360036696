using OnRecord.Language;
using OnRecord.Ledger.Users;

namespace OnRecord.Server.Web.Pages;

/// <summary>The webhooks of a saved search, and the form for another.</summary>
internal static class WebhooksPage
{
    public static Page Of(SavedSearch search, IReadOnlyList<Webhook> webhooks, OnRecordException? error) => new()
    {
        Title = $"Webhooks of {search.Name}",
        Status = error is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        Body = Html.Of($"""
            <h1>Webhooks of <a href="{Href.To("searches", search.Id)}">{search.Name}</a></h1>
            <p>Each address is sent the statements that are recorded from then on and match the search, signed, and again where it does not take them.</p>
            {Html.If(error is not null, () => Html.Of($"""<p class="error" role="alert">{error!.Message}</p>"""))}
            {(webhooks.Count == 0 ? Html.Of($"""<p class="quiet">None yet.</p>""") : Html.Of($"""
            <div class="scroll"><table><thead><tr><th scope="col">Address</th><th scope="col">State</th><th scope="col">Made</th></tr></thead>
            <tbody>{Html.Each(webhooks, w => Html.Of($"""<tr><th scope="row"><a href="{Href.To("webhooks", w.Id)}">{w.Address.OriginalString}</a></th><td>{WebhookPage.StateOf(w)}</td><td>{w.Made}</td></tr>"""))}</tbody></table></div>
            """))}
            <h2>Another address</h2>
            <form method="post" action="{Href.To("searches", search.Id, "webhooks")}"><p><label for="address">Address</label> <input id="address" name="address" type="url" placeholder="https://" maxlength="500" required> <button>Make a webhook</button></p></form>
            <p class="where"><a href="/searches">Saved searches</a></p>
            """),
    };
}
