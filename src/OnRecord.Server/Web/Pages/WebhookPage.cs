using OnRecord.Ledger.Users;
using OnRecord.Server.Sending;

namespace OnRecord.Server.Web.Pages;

/// <summary>One webhook: how it stands, what was sent, and what can be done with it.</summary>
internal static class WebhookPage
{
    /// <summary>The page.</summary>
    /// <param name="webhook">The webhook.</param>
    /// <param name="search">Its search.</param>
    /// <param name="deliveries">What was sent, the last first.</param>
    /// <param name="secret">A secret that is new and is shown this once; null else.</param>
    public static Page Of(Webhook webhook, SavedSearch search, IReadOnlyList<Delivery> deliveries, string? secret) => new()
    {
        Title = "Webhook",
        Body = Html.Of($"""
            <h1>Webhook</h1>
            {Html.If(secret is not null, () => Html.Of($"""<p role="status">Its secret is <code>{secret}</code>. It is shown this once: keep it where the receiver finds it.</p>"""))}
            <p>{webhook.Address.OriginalString} is told of <a href="{Href.To("searches", search.Id)}">{search.Name}</a>. It {StateOf(webhook)}, made {webhook.Made}.</p>
            <div>{Deed(webhook, "test", "Send a test")}{(webhook.IsPaused ? Deed(webhook, "resume", "Go on") : Deed(webhook, "pause", "Hold back"))}{Deed(webhook, "secret", "Exchange the secret")}{Deed(webhook, "remove", "Remove")}</div>
            <section><h2>Deliveries</h2>{(deliveries.Count == 0 ? Html.Of($"""<p class="quiet">None yet.</p>""") : Html.Of($"""
            <div class="scroll"><table><thead><tr><th scope="col">Delivery</th><th scope="col">Statements</th><th scope="col">Made</th><th scope="col">State</th><th scope="col">Attempts</th><th scope="col">Why not</th></tr></thead>
            <tbody>{Html.Each(deliveries, d => One(webhook, d))}</tbody></table></div>
            """))}</section>
            <p class="where"><a href="{Href.To("searches", search.Id, "webhooks")}">Webhooks of this search</a></p>
            """),
    };

    public static string StateOf(Webhook webhook) => webhook.IsPaused ? "is held back" : "goes on";

    private static Html One(Webhook webhook, Delivery delivery) => Html.Of($"""
        <tr><th scope="row"><code>{delivery.Id}</code></th><td>{(delivery.Statements == 0 ? Html.Of($"test") : Html.Of($"{delivery.Statements}"))}</td><td>{delivery.Made}</td>
        <td>{WebhookJson.WordOf(delivery.State)}{(delivery.Next is { } next && delivery.Attempts > 0 ? Html.Of($", again {next}") : default)}{Html.If(delivery.State == DeliveryState.Failed, () => Html.Of($"""<form method="post" action="{Href.To("webhooks", webhook.Id, "deliveries", delivery.Id, "again")}"><button class="plain">Try again</button></form>"""))}</td>
        <td>{delivery.Attempts}</td><td>{delivery.Reason}</td></tr>
        """);

    private static Html Deed(Webhook webhook, string deed, string words) => Html.Of($"""<form method="post" action="{Href.To("webhooks", webhook.Id, deed)}"><p><button class="plain">{words}</button></p></form>""");
}
