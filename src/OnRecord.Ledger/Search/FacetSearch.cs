using OnRecord.Ledger.Sqlite;

namespace OnRecord.Ledger.Search;

/// <summary>Counts how the last recorded matches of a query are spread.</summary>
internal static class FacetSearch
{
    /// <exception cref="Language.OnRecordException">OR9001: the query cannot be asked.</exception>
    public static StatementFacets Of(LedgerConnection connection, StatementQuery query, int most)
    {
        Dictionary<string, int> speakers = new(StringComparer.Ordinal), publishers = new(StringComparer.Ordinal);
        Dictionary<string, int> kinds = new(StringComparer.Ordinal), years = new(StringComparer.Ordinal);
        var (counted, unresolved) = (0, 0);
        var conditions = new StatementConditions(query);
        if (!conditions.IsImpossible)
        {
            // One more than are counted tells whether there are more.
            var limit = conditions.Parameter(most + 1L);
            var rows = connection.Query($"SELECT e.name, r.publisher, a.kind, substr(r.published, 1, 4){conditions.Sql}{conditions.LastRecordedFirst} LIMIT {limit}", conditions.Values);
            while (rows.Next())
            {
                if (++counted > most) continue;
                if (rows.TextOrNull(0) is { } speaker) Add(speakers, speaker);
                else unresolved++;
                if (rows.TextOrNull(1) is { } publisher) Add(publishers, publisher);
                Add(kinds, rows.Text(2));
                if (rows.TextOrNull(3) is { } year) Add(years, year);
            }
        }
        return new StatementFacets
        {
            Counted = Math.Min(counted, most),
            HasMore = counted > most,
            Speakers = MostFirst(speakers),
            Unresolved = unresolved,
            Publishers = MostFirst(publishers),
            Kinds = MostFirst(kinds),
            Years = [.. years.OrderByDescending(y => y.Key, StringComparer.Ordinal).Select(y => new FacetCount(y.Key, y.Value))],
        };
    }

    private static void Add(Dictionary<string, int> counts, string value) => counts[value] = counts.GetValueOrDefault(value) + 1;

    private static FacetCount[] MostFirst(Dictionary<string, int> counts) =>
        [.. counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => new FacetCount(c.Key, c.Value))];
}
