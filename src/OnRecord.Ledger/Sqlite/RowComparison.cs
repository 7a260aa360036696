using System.Globalization;
using OnRecord.Language;
using OnRecord.Ledger.Chain;

namespace OnRecord.Ledger.Sqlite;

/// <summary>Compares the rows that stand in the tables with those that follow from the chain.</summary>
internal sealed class RowComparison(LedgerConnection connection)
{
    private readonly Dictionary<ProjectedTable, long> counts = ProjectedTable.Compared.ToDictionary(t => t, _ => 0L);

    /// <summary>The tables that an entry of a kind has rows in.</summary>
    public static IReadOnlyList<ProjectedTable> TablesOf(EntryKind kind) => kind switch
    {
        EntryKind.Run => [ProjectedTable.Runs, ProjectedTable.RunModels],
        EntryKind.RunEnd => [ProjectedTable.RunEnds],
        EntryKind.Document => [ProjectedTable.Documents],
        EntryKind.Occurrence => [ProjectedTable.Occurrences],
        EntryKind.Failure => [ProjectedTable.Failures],
        EntryKind.Knowledge => [ProjectedTable.Knowledge],
        EntryKind.EntityChange => [ProjectedTable.EntityChanges],
        EntryKind.Decision => [ProjectedTable.Decisions],
        EntryKind.Series => [ProjectedTable.Series],
        EntryKind.SeriesRemoval => [ProjectedTable.SeriesRemovals],
        EntryKind.Check => [ProjectedTable.Checks],
        EntryKind.CheckDecision => [ProjectedTable.CheckDecisions],
        _ => [ProjectedTable.Readings, ProjectedTable.Entities, ProjectedTable.Attributions, ProjectedTable.Spans, ProjectedTable.Failures],
    };

    /// <exception cref="BrokenLedgerException">The rows of the entry are not those that follow from it.</exception>
    public void Compare(long entry, IReadOnlyList<ProjectedTable> tables, IEnumerable<ProjectedRow> expected)
    {
        var byTable = expected.ToLookup(row => row.Table);
        foreach (var table in tables)
        {
            var stored = connection.Query(table.Select, entry);
            foreach (var row in byTable[table])
            {
                if (!stored.Next()) throw Missing(table, "has fewer rows than the entry records");
                for (var i = 0; i < row.Values.Length; i++)
                {
                    if (!Equals(stored.Value(i), row.Values[i])) throw Differs(table, table.Columns[i], row);
                }
                counts[table]++;
            }
            if (stored.Next()) throw Missing(table, "has more rows than the entry records");
        }
    }

    /// <exception cref="BrokenLedgerException">A table has rows of no entry.</exception>
    public void CompareCounts()
    {
        foreach (var (table, count) in counts)
        {
            if (connection.Number($"SELECT count(*) FROM {table.Name}") != count) throw Missing(table, "has rows that no entry records");
        }
    }

    private static BrokenLedgerException Missing(ProjectedTable table, string what) => new(DiagnosticCodes.ChainBroken, $"The table {table.Name} {what}.");

    private static BrokenLedgerException Differs(ProjectedTable table, string column, ProjectedRow row) => table == ProjectedTable.Spans
        ? new(DiagnosticCodes.SpanMismatch, string.Create(CultureInfo.InvariantCulture, $"The {row.Values[1]} span [{row.Values[3]}..{row.Values[4]}) of statement {row.Values[0]} is stored with another {column} than the archived text gives."))
        : new(DiagnosticCodes.ChainBroken, $"The table {table.Name} has another {column} than the entry records.");
}
