using OnRecord.Ledger;
using OnRecord.Server.Search;

namespace OnRecord.Server.Review;

/// <summary>Which statements to look at first: among those recorded last that nobody decided about, the most doubtful.</summary>
internal static class ReviewQueue
{
    /// <summary>How many of the statements recorded last are weighed.</summary>
    public const int Weighed = 300;

    /// <summary>
    /// The queue, the most doubtful first. A statement that names a speaker comes before an equally doubtful one that names
    /// nobody: words put in somebody's mouth do more harm than words left open.
    /// </summary>
    public static IReadOnlyList<StatementRow> Of(LedgerReader ledger, Catalogue catalogue) =>
        [.. StatementSearch.Find(ledger, catalogue, new StatementQuery { State = ReviewState.Machine }, null, Weighed).Rows
            .OrderBy(row => Math.Round(row.Confidence, 1)).ThenBy(row => row.Speaker is null).ThenBy(row => row.Confidence).ThenByDescending(row => row.Number)];
}
