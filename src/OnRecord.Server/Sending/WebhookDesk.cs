using OnRecord.Ledger;
using OnRecord.Ledger.Users;
using OnRecord.Server.Access;
using OnRecord.Server.Search;

namespace OnRecord.Server.Sending;

/// <summary>What users do with their webhooks, for the pages and for programs alike.</summary>
internal sealed class WebhookDesk(ServerOptions options, Record record, CatalogueKeeper catalogue, Belongings belongings, Courier courier, Func<string> site)
{
    /// <summary>The webhooks of a user.</summary>
    public IReadOnlyList<Webhook> Of(string user) => belongings.IsThere ? belongings.Webhooks.Of(user) : [];

    public Webhook? Find(string user, string id) => belongings.IsThere ? belongings.Webhooks.Find(user, id) : null;

    public SavedSearch? Search(string user, string id) => belongings.IsThere ? belongings.Searches.Find(user, id) : null;

    public IReadOnlyList<Delivery> Deliveries(string user, string id) => belongings.Outbox.Of(user, id);

    /// <summary>Gives a search of a user an address; null where the user keeps no such search.</summary>
    /// <exception cref="Language.OnRecordException">OR7010: it is no address that is sent to, or the user has enough of them. OR9001: the search cannot be asked.</exception>
    public async Task<(Webhook Webhook, string Secret)?> Add(string user, string search, string address, CancellationToken cancellationToken)
    {
        if (Search(user, search) is not { } kept) return null;
        var to = WebhookAddress.Read(address, options.HasLocalWebhooks);
        var counted = await catalogue.Current(cancellationToken);
        // Asked once, so that a search that cannot be asked is refused now and to somebody's face.
        await record.Ask(ledger => StatementSearch.Find(ledger, counted, SearchShelf.FilterOf(kept.Query).Query, null, 1), cancellationToken);
        return belongings.Webhooks.Add(user, search, to, Announcer.LastOf(counted));
    }

    /// <summary>Sends a test and waits for what comes of it; null where the user has no such webhook.</summary>
    public async Task<Delivery?> Test(string user, string id, CancellationToken cancellationToken)
    {
        if (Find(user, id) is not { } webhook || Search(user, webhook.Search) is not { } search) return null;
        var test = belongings.Outbox.PutTest(webhook, WebhookBody.Of(search, [], site(), options.Time.GetUtcNow()));
        await courier.Try(test, cancellationToken);
        return Delivery(user, id, test);
    }

    /// <summary>Tries a failed delivery anew, and waits for what comes of it; null where the user has no such one.</summary>
    public async Task<Delivery?> Again(string user, string id, string delivery, CancellationToken cancellationToken)
    {
        if (!belongings.IsThere || !belongings.Outbox.Again(user, id, delivery)) return null;
        await courier.Try(delivery, cancellationToken);
        return Delivery(user, id, delivery);
    }

    public bool Pause(string user, string id, bool isPaused) => belongings.IsThere && belongings.Webhooks.Pause(user, id, isPaused);

    public string? Rotate(string user, string id) => belongings.IsThere ? belongings.Webhooks.Rotate(user, id) : null;

    public bool Remove(string user, string id) => belongings.IsThere && belongings.Webhooks.Remove(user, id);

    private Delivery? Delivery(string user, string id, string delivery) => belongings.Outbox.Of(user, id).FirstOrDefault(d => d.Id == delivery);
}
