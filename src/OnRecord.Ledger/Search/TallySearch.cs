using OnRecord.Ledger.Chain;
using OnRecord.Ledger.Sqlite;

namespace OnRecord.Ledger.Search;

/// <summary>Counts who is quoted how often, reading by reading.</summary>
internal static class TallySearch
{
    public static IEnumerable<ReadingTally> After(LedgerConnection connection, long entry)
    {
        // A reading with no statements has one row of zeros, so that its document is counted.
        var rows = connection.Query("""
            SELECT r.entry, EXISTS (SELECT 1 FROM readings AS b WHERE b.document = r.document AND b.entry < r.entry), r.publisher, r.published, e.name,
                sum(a.kind = 'direct'), sum(a.kind = 'indirect'), sum(a.kind = 'mixed'), sum(a.unresolved = ?2)
            FROM readings AS r LEFT JOIN attributions AS a ON a.reading = r.entry LEFT JOIN entities AS e ON e.reading = a.reading AND e.id = a.speaker
            WHERE r.entry > ?1
                AND r.entry = (SELECT n.entry FROM readings AS n WHERE n.document = r.document ORDER BY n.complete DESC, n.entry DESC LIMIT 1)
            GROUP BY r.entry, e.name
            """, entry, Refusal.UnnamedSource);
        try
        {
            while (rows.Next())
            {
                yield return new ReadingTally
                {
                    Reading = rows.Number(0),
                    HasEarlier = rows.Number(1) != 0,
                    Publisher = rows.TextOrNull(2),
                    Published = ReadingForm.Date(rows.TextOrNull(3)),
                    Speaker = rows.TextOrNull(4),
                    Direct = Count(rows, 5),
                    Indirect = Count(rows, 6),
                    Mixed = Count(rows, 7),
                    Unnamed = Count(rows, 8),
                };
            }
        }
        finally
        {
            rows.Reset();
        }
    }

    // A sum over no rows is null.
    private static int Count(Statement rows, int column) => rows.IsNull(column) ? 0 : (int)rows.Number(column);
}
