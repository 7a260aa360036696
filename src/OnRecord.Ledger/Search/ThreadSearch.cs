using OnRecord.Interpret.Threads;
using OnRecord.Ledger.Sqlite;

namespace OnRecord.Ledger.Search;

/// <summary>
/// Joins the standing readings of a ledger over documents, and keeps what was read of them: after more was recorded only
/// that is read. What the user says of who is who, and what people decide, can change any of them, so all are read again.
/// </summary>
internal sealed class ThreadSearch
{
    private ThreadJoiner? joiner;
    private long read;
    private long settled;
    private RecordedThreads? threads;

    /// <summary>The threads as of now; those given again where nothing was recorded since.</summary>
    /// <param name="connection">The ledger.</param>
    /// <param name="known">Threads of the same ledger that are at hand.</param>
    public RecordedThreads Of(LedgerConnection connection, RecordedThreads? known)
    {
        var head = connection.Number("SELECT max(number) FROM entries") ?? 0;
        if (threads?.Head == head) return threads;
        if (known?.Head == head) return threads = known;
        var word = connection.Number("SELECT max(coalesce((SELECT max(entry) FROM entity_changes), 0), coalesce((SELECT max(entry) FROM decisions), 0))") ?? 0;
        if (joiner is null || word != settled)
        {
            var identities = Identities.Read(connection);
            (joiner, read, settled) = (new ThreadJoiner(entity => PartyOf(entity, identities)), 0, word);
        }
        var reviewed = DecisionSearch.Documents(connection).ToHashSet(StringComparer.Ordinal);
        foreach (var reading in RecordedReadings.StandingAfter(connection, read))
        {
            joiner.Add(reviewed.Contains(reading.Raw.Sha256) ? ReviewedReading.Of(reading, Standing(connection, reading)) : reading);
        }
        read = head;
        return threads = new RecordedThreads(head, joiner.Join());
    }

    private static Dictionary<string, Decision> Standing(LedgerConnection connection, Reading reading)
    {
        var byPlace = DecisionSearch.OfDocument(connection, reading.Raw.Sha256);
        return reading.Attributions.Where(a => byPlace.Contains(DecisionSearch.PlaceOf(a))).ToDictionary(a => a.Id, a => byPlace[DecisionSearch.PlaceOf(a)].First(), StringComparer.Ordinal);
    }

    // What only documents know is one where its name is, with or without the article that a heading leaves out.
    private static Party PartyOf(Entity entity, Identities identities)
    {
        var own = entity.Knowledge ?? (entity.Name.StartsWith("The ", StringComparison.OrdinalIgnoreCase) && entity.Name.Length > 4 ? entity.Name[4..] : entity.Name);
        var key = identities.Of(own);
        return new Party(key, identities.NameOf(key) ?? (key == own || entity.Knowledge is not null ? entity.Name : key)) { Type = entity.Type };
    }
}
