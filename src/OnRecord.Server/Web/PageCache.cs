using System.Collections.Concurrent;

namespace OnRecord.Server.Web;

/// <summary>
/// Pages that were made for one state of the record, by their address: what a ledger shows is settled by it, so a
/// page is made once and sent as often as it is asked for, until something is recorded. Bounded; safe to share.
/// </summary>
internal sealed class PageCache
{
    // A page has 10 to 40 kB: together a few dozen megabytes at most.
    private const int MostPages = 800;

    private readonly ConcurrentDictionary<string, (string Tag, byte[] Body)> pages = new(StringComparer.Ordinal);

    /// <summary>The page that was made for the state of the record that the tag names; null where it was not.</summary>
    public byte[]? Find(string address, string tag) => pages.TryGetValue(address, out var page) && page.Tag == tag ? page.Body : null;

    public void Keep(string address, string tag, byte[] body)
    {
        // Which pages are asked for again is not known: when there is no more room, all begin anew.
        if (pages.Count >= MostPages) pages.Clear();
        pages[address] = (tag, body);
    }
}
