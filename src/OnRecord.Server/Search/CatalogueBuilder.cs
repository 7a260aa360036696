using System.Collections.Concurrent;
using System.Collections.Frozen;
using OnRecord.Ledger;

namespace OnRecord.Server.Search;

/// <summary>
/// Makes the catalogue of a ledger: goes through it once, and after that only through what was recorded since. Used by one
/// caller at a time; the catalogues it gave are read by others meanwhile.
/// </summary>
internal sealed class CatalogueBuilder
{
    private readonly Columns columns = Columns.Empty();
    private readonly List<ActorCount> actors = [];
    private readonly List<OutletCount> outlets = [];

    // Asked by those who read, while more is added here.
    private readonly ConcurrentDictionary<string, int> actorByKey = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> actorByName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> outletByName = new(StringComparer.Ordinal);

    // The numbers that a document's standing reading gave, by the document's entry.
    private readonly Dictionary<long, (int First, int Count, int Outlet)> standing = [];
    private IReadOnlyDictionary<string, string>? names;
    private FrozenDictionary<int, DecidedStatement> decided = FrozenDictionary<int, DecidedStatement>.Empty;
    private long lastReading;
    private long lastDecision;
    private long lastChange = -1;
    private long statements;
    private long unresolved;

    /// <summary>Whether it can go on with a ledger: when the user says anew who is who, all is to be counted anew.</summary>
    public bool CanGoOn(LedgerReader ledger) => lastChange < 0 || ledger.LastEntityChange() == lastChange;

    /// <summary>The catalogue of the ledger as it is now. After an error this builder is to be used no more.</summary>
    public Catalogue Update(LedgerReader ledger)
    {
        var head = ledger.Head();
        lastChange = ledger.LastEntityChange();
        names ??= ledger.GivenNames();
        var before = lastReading;
        foreach (var reading in ledger.Facts(lastReading)) Add(reading);
        // A decision is about words, and holds for what was read anew as well.
        if (ledger.LastDecision() is var last && (last != lastDecision || (last > 0 && before != lastReading)))
        {
            lastDecision = last;
            decided = ledger.Decided().Where(d => d.Number < columns.Count).ToFrozenDictionary(d => (int)d.Number);
        }
        return new Catalogue(IndexOf)
        {
            Head = head,
            Documents = standing.Count,
            Statements = statements,
            Unresolved = unresolved,
            Columns = columns.Snapshot(),
            Actors = [.. actors.Select(a => a.Counted(names))],
            Outlets = [.. outlets.Select(o => o.Counted())],
            Decided = decided,
        };
    }

    private int? IndexOf(string keyOrName) => actorByKey.TryGetValue(keyOrName, out var index) || actorByName.TryGetValue(keyOrName, out index) ? index : null;

    private void Add(ReadingFacts reading)
    {
        lastReading = reading.Reading;
        if (standing.TryGetValue(reading.Document, out var old)) TakeBack(old.First, old.Count, old.Outlet);
        var outlet = OutletOf(reading.Publisher);
        if (outlet >= 0) outlets[outlet].AddDocument(1);
        var seen = new HashSet<int>();
        foreach (var facts in reading.Statements)
        {
            var actor = ActorOf(facts);
            columns.Add(facts, actor, outlet, reading.Published);
            if (actor >= 0) actors[actor].Add(facts, reading.Published, seen.Add(actor));
            else unresolved++;
            if (outlet >= 0) outlets[outlet].Add(facts);
        }
        statements += reading.Statements.Count;
        standing[reading.Document] = (reading.Statements.Count == 0 ? 0 : (int)reading.Statements[0].Number, reading.Statements.Count, outlet);
    }

    private void TakeBack(int first, int count, int outlet)
    {
        if (outlet >= 0) outlets[outlet].AddDocument(-1);
        var seen = new HashSet<int>();
        for (var number = first; number < first + count; number++)
        {
            columns.TakeBack(number);
            var (actor, kind) = (columns.Actor(number), columns.Kind(number));
            if (actor >= 0) actors[actor].TakeBack(kind, seen.Add(actor));
            else unresolved--;
            if (outlet >= 0) outlets[outlet].TakeBack(kind, columns.IsUnnamed(number));
        }
        statements -= count;
    }

    private int ActorOf(StatementFacts facts)
    {
        if (facts.Speaker is not { } key) return Columns.None;
        if (!actorByKey.TryGetValue(key, out var index))
        {
            index = actors.Count;
            actors.Add(new ActorCount(index, key));
            actorByKey[key] = index;
        }
        actorByName.TryAdd(facts.SpeakerName!, index);
        // Found under the key it had before a merge, too.
        if (facts.Knowledge is { } own && own != key) actorByName.TryAdd(own, index);
        return index;
    }

    private int OutletOf(string? publisher)
    {
        if (publisher is null) return Columns.None;
        if (outletByName.TryGetValue(publisher, out var index)) return index;
        outlets.Add(new OutletCount(outlets.Count, publisher));
        return outletByName[publisher] = outlets.Count - 1;
    }
}
