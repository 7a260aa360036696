using OnRecord.Ledger.Chain;
using OnRecord.Ledger.Sqlite;

namespace OnRecord.Ledger.Search;

/// <summary>Gives the series of a ledger that were added and not removed.</summary>
internal static class SeriesCatalogue
{
    /// <summary>Every one that stands, in the order of adding.</summary>
    public static IReadOnlyList<RecordedSeries> Standing(LedgerConnection connection)
    {
        var rows = connection.Query("SELECT e.number, e.content FROM standing_series AS s JOIN entries AS e ON e.number = s.entry ORDER BY s.entry");
        var found = new List<RecordedSeries>();
        while (rows.Next())
        {
            var content = CanonicalJson.Read(rows.Text(1), CanonicalJson.Default.SeriesContent);
            found.Add(new RecordedSeries { Entry = rows.Number(0), Added = RunCatalogue.Moment(content.Added), Series = SeriesForm.Read(content) });
        }
        return found;
    }

    /// <summary>The entry of the series that stands under a name; null for none.</summary>
    public static long? EntryOf(LedgerConnection connection, string name) =>
        connection.Number("SELECT entry FROM standing_series WHERE name = ?1 ORDER BY entry DESC LIMIT 1", name);
}
