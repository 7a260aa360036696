using OnRecord.Interpret.Threads;
using OnRecord.Ledger.Sqlite;

namespace OnRecord.Ledger.Search;

/// <summary>Joins the standing readings of a ledger over documents.</summary>
internal static class ThreadSearch
{
    /// <summary>The threads as of now; those given again where nothing was recorded since.</summary>
    public static RecordedThreads Of(LedgerConnection connection, RecordedThreads? known)
    {
        var head = connection.Number("SELECT max(number) FROM entries") ?? 0;
        if (known?.Head == head) return known;
        var identities = Identities.Read(connection);
        var reviewed = DecisionSearch.Documents(connection).ToHashSet(StringComparer.Ordinal);
        var joiner = new ThreadJoiner(entity => PartyOf(entity, identities));
        foreach (var reading in RecordedReadings.All(connection))
        {
            joiner.Add(reviewed.Contains(reading.Raw.Sha256) ? ReviewedReading.Of(reading, Standing(connection, reading)) : reading);
        }
        return new RecordedThreads(head, joiner.Join());
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
