using OnRecord.Language;
using OnRecord.Ledger;
using OnRecord.Ledger.Users;
using OnRecord.Server.Access;
using OnRecord.Server.Search;

namespace OnRecord.Server.Sending;

/// <summary>Finds what is new in the searches that are watched, and puts it into the outbox.</summary>
internal sealed class Announcer(Record record, CatalogueKeeper catalogue, Belongings belongings, TimeProvider time, Func<string> site)
{
    // A message of a hundred statements is about 150 kB.
    private const int MostOfAMessage = 100;

    private const int MostMessages = 10;

    // While a receiver takes nothing, so many messages wait for it; the rest stays in the ledger until it does.
    private const int MostWaiting = 50;

    public async Task Announce(CancellationToken cancellationToken)
    {
        var watched = belongings.Webhooks.Watched();
        if (watched.Count == 0) return;
        var counted = await catalogue.Current(cancellationToken);
        foreach (var one in watched.Where(w => w.Waiting < MostWaiting && w.Webhook.Seen < LastOf(counted)))
        {
            try
            {
                var (messages, seen) = await record.Ask(ledger => Messages(ledger, counted, one), cancellationToken);
                belongings.Outbox.Put(one.Webhook, seen, messages);
            }
            catch (OnRecordException error) when (error.Code == DiagnosticCodes.Usage)
            {
                // A search that this version cannot ask is looked through by none; the others are not kept from theirs.
            }
        }
    }

    /// <summary>The number of the last statement.</summary>
    public static long LastOf(Catalogue counted) => counted.Columns.Count - 1;

    private (List<(byte[] Body, int Statements)> Messages, long Seen) Messages(LedgerReader ledger, Catalogue counted, WatchedSearch watched)
    {
        var numbers = StatementSearch.After(ledger, counted, SearchShelf.FilterOf(watched.Search.Query).Query, watched.Webhook.Seen);
        var messages = new List<(byte[] Body, int Statements)>();
        foreach (var chunk in numbers.Chunk(MostOfAMessage).Take(MostMessages))
        {
            // What a newer version reads again in the same place is no news.
            var rows = ledger.Statements([.. chunk.Where(number => !ledger.IsReadAnew(number))]);
            if (rows.Count > 0) messages.Add((WebhookBody.Of(watched.Search, rows, site(), time.GetUtcNow()), rows.Count));
        }
        const int Most = MostOfAMessage * MostMessages;
        return (messages, numbers.Count > Most ? numbers[Most - 1] : LastOf(counted));
    }
}
