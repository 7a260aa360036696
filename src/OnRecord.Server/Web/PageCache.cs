using System.Collections.Concurrent;

namespace OnRecord.Server.Web;

/// <summary>
/// Pages that were made for the ledger's last entry, by their address: what a ledger shows is settled by that entry, so a
/// page is made once and sent as often as it is asked for, until something is recorded. Bounded; safe to share.
/// </summary>
internal sealed class PageCache
{
    // A page has 10 to 40 kB: together a few dozen megabytes at most.
    private const int MostPages = 800;

    private readonly ConcurrentDictionary<string, (long Head, byte[] Body)> pages = new(StringComparer.Ordinal);

    /// <summary>The page as of that entry; null where it was not made.</summary>
    public byte[]? Find(string address, long head) => pages.TryGetValue(address, out var page) && page.Head == head ? page.Body : null;

    public void Keep(string address, long head, byte[] body)
    {
        // Which pages are asked for again is not known: when there is no more room, all begin anew.
        if (pages.Count >= MostPages) pages.Clear();
        pages[address] = (head, body);
    }
}
