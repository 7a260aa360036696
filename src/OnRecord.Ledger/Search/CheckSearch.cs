using OnRecord.Language.Text;
using OnRecord.Ledger.Chain;
using OnRecord.Ledger.Sqlite;

namespace OnRecord.Ledger.Search;

/// <summary>Finds what people found of words that were held against figures.</summary>
internal static class CheckSearch
{
    /// <summary>Every decision on the words at a place, the newest first.</summary>
    public static IReadOnlyList<CheckDecision> Decisions(LedgerConnection connection, string document, TextSpan span)
    {
        var rows = connection.Query("SELECT entry, item, verdict, machine, reviewer, note, decided FROM check_decisions WHERE document = ?1 AND place = ?2 ORDER BY entry DESC", document, CheckForm.PlaceOf(span));
        var decisions = new List<CheckDecision>();
        while (rows.Next())
        {
            decisions.Add(new CheckDecision
            {
                Entry = rows.Number(0),
                Document = document,
                Span = span,
                Item = rows.Text(1),
                Verdict = RecordWords<FindingVerdict>.Read(rows.Text(2)),
                Machine = RecordWords<FindingVerdict>.Read(rows.Text(3)),
                Reviewer = rows.Text(4),
                Note = rows.TextOrNull(5),
                Decided = RunCatalogue.Moment(rows.Text(6)),
            });
        }
        return decisions;
    }

    /// <summary>The hash of the last result recorded of the words at a place; null for none.</summary>
    public static string? LastResult(LedgerConnection connection, string document, string place) =>
        connection.Text("SELECT result_sha256 FROM checks WHERE document = ?1 AND place = ?2 ORDER BY entry DESC LIMIT 1", document, place);
}
