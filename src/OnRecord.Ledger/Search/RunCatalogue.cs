using System.Globalization;
using OnRecord.Ledger.Sqlite;

namespace OnRecord.Ledger.Search;

/// <summary>Lists the runs.</summary>
internal static class RunCatalogue
{
    public static IReadOnlyList<RunRow> Last(LedgerConnection connection, int size)
    {
        var rows = connection.Query("""
            SELECT r.entry, r.program, r.started, n.ended, n.outcome, n.added, n.unchanged, n.failed
            FROM runs AS r LEFT JOIN run_ends AS n ON n.entry = (SELECT min(m.entry) FROM run_ends AS m WHERE m.entry > r.entry AND m.run = r.entry)
            ORDER BY r.entry DESC LIMIT ?1
            """, (long)size);
        var runs = new List<RunRow>();
        while (rows.Next())
        {
            runs.Add(new RunRow
            {
                Entry = rows.Number(0),
                Program = rows.Text(1),
                Models = ModelsOf(connection, rows.Number(0)),
                Started = Moment(rows.Text(2)),
                Ended = rows.TextOrNull(3) is { } ended ? Moment(ended) : null,
                Outcome = rows.TextOrNull(4) is { } outcome
                    ? new RunOutcome { IsInterrupted = outcome == "interrupted", Added = (int)rows.Number(5), Unchanged = (int)rows.Number(6), Failed = (int)rows.Number(7) }
                    : null,
            });
        }
        return runs;
    }

    private static SortedDictionary<string, string> ModelsOf(LedgerConnection connection, long run)
    {
        var models = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var rows = connection.Query("SELECT name, checksum FROM run_models WHERE run = ?1", run);
        while (rows.Next()) models.Add(rows.Text(0), rows.Text(1));
        return models;
    }

    internal static DateTimeOffset Moment(string written) => DateTimeOffset.Parse(written, CultureInfo.InvariantCulture);
}
