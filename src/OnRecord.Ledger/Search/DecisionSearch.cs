using OnRecord.Ledger.Chain;
using OnRecord.Ledger.Sqlite;

namespace OnRecord.Ledger.Search;

/// <summary>Finds what people decided.</summary>
internal static class DecisionSearch
{
    /// <summary>The place of the statement <c>a</c>, as SQL.</summary>
    public const string Place = "(SELECT group_concat(p.start || '-' || p.stop, ' ' ORDER BY p.ordinal) FROM spans AS p WHERE p.attribution = a.id AND p.role = 'content')";

    /// <summary>The verdict that stands on the statement <c>a</c> of the document <c>d</c>, as SQL; null where nobody decided.</summary>
    public const string Verdict = $"(SELECT v.verdict FROM decisions AS v WHERE v.document = d.sha256 AND v.place = {Place} ORDER BY v.entry DESC LIMIT 1)";

    private const string Columns = "SELECT entry, reading, attribution, verdict, reviewer, decided, note, speaker, source, content FROM decisions";

    /// <summary>The decision that stands on the statement with its content at a place; null for none.</summary>
    public static Decision? Standing(LedgerConnection connection, string document, IReadOnlyList<RecordedWords> content) =>
        Of(connection.Query(Columns + " WHERE document = ?1 AND place = ?2 ORDER BY entry DESC LIMIT 1", document, PlaceOf(content))).FirstOrDefault();

    /// <summary>Every decision about a document's statements, by the place of each, the one that stands first.</summary>
    public static ILookup<string, Decision> OfDocument(LedgerConnection connection, string document)
    {
        var rows = connection.Query("SELECT place, entry FROM decisions WHERE document = ?1 ORDER BY entry DESC", document);
        var places = new List<(string Place, long Entry)>();
        while (rows.Next()) places.Add((rows.Text(0), rows.Number(1)));
        return places.ToLookup(row => row.Place, row => Of(connection.Query(Columns + " WHERE entry = ?1", row.Entry))[0], StringComparer.Ordinal);
    }

    /// <summary>The documents that somebody decided about, in the order of the first decision.</summary>
    public static IReadOnlyList<string> Documents(LedgerConnection connection)
    {
        var rows = connection.Query("SELECT document FROM decisions GROUP BY document ORDER BY min(entry)");
        var documents = new List<string>();
        while (rows.Next()) documents.Add(rows.Text(0));
        return documents;
    }

    public static VerdictCounts Counts(LedgerConnection connection)
    {
        var rows = connection.Query("""
            SELECT sum(verdict = 'confirmed'), sum(verdict = 'corrected'), sum(verdict = 'rejected')
            FROM decisions WHERE entry IN (SELECT max(entry) FROM decisions GROUP BY document, place)
            """);
        var counts = rows.Next() && !rows.IsNull(0) ? new VerdictCounts(rows.Number(0), rows.Number(1), rows.Number(2)) : default;
        rows.Reset();
        return counts;
    }

    public static string PlaceOf(IReadOnlyList<RecordedWords> content) => DecisionForm.PlaceOf([.. content.Select(piece => new[] { piece.Span.Start, piece.Span.End })]);

    public static string PlaceOf(Attribution attribution) => DecisionForm.PlaceOf([.. attribution.Content.Select(span => new[] { span.Start, span.End })]);

    private static List<Decision> Of(Statement rows)
    {
        var decisions = new List<Decision>();
        while (rows.Next())
        {
            decisions.Add(new Decision
            {
                Entry = rows.Number(0),
                Reading = rows.Number(1),
                Attribution = rows.Text(2),
                Verdict = RecordWords<Verdict>.Read(rows.Text(3)),
                Reviewer = rows.Text(4),
                Decided = RunCatalogue.Moment(rows.Text(5)),
                Note = rows.TextOrNull(6),
                Speaker = rows.TextOrNull(7),
                Source = DecisionForm.Words(rows.TextOrNull(8)),
                Content = DecisionForm.Words(rows.TextOrNull(9)),
            });
        }
        return decisions;
    }
}
