using OnRecord.Check;
using OnRecord.Knowledge;
using OnRecord.Ledger;

namespace OnRecord.Server.Search;

/// <summary>Holds pledges and claims against the series that come with the program and those of the ledger, as of a day. Nothing is recorded.</summary>
internal static class ThreadFindings
{
    /// <summary>What the machine finds of a pledge, and what people found, the newest first.</summary>
    public static (IReadOnlyList<Finding> Findings, IReadOnlyList<CheckDecision> Decisions) Of(LedgerReader ledger, PledgeThread pledge, DateOnly day)
    {
        // A pledge that was restated is held to its latest words that name a figure and are no withdrawal.
        var step = pledge.Steps.LastOrDefault(s => s.Frame.Target is not null && s.Move != PledgeMove.Withdrawn) ?? pledge.Steps[^1];
        if (ledger.Reading(step.Citation.Document) is not { Reading: var reading }) return ([], []);
        var findings = PledgeCheck.All(reading, step.Frame, SeriesOf(ledger), WorldKnowledge.With(ledger.Knowledge()), day);
        return (findings, Decisions(ledger, pledge.Steps.Select(s => s.Citation)));
    }

    /// <summary>What the machine finds of a claim by its first report, nothing where it holds no figure; and what people found, the newest first.</summary>
    public static (IReadOnlyList<Finding> Findings, IReadOnlyList<CheckDecision> Decisions) Of(LedgerReader ledger, ClaimThread claim)
    {
        var first = claim.Reports[0].Citation;
        var decisions = Decisions(ledger, claim.Reports.Select(r => r.Citation));
        if (ledger.Reading(first.Document) is not { Reading: var reading } || reading.Claims.FirstOrDefault(c => c.Id == first.Item) is not { } found) return ([], decisions);
        return (ClaimCheck.All(reading, found, SeriesOf(ledger), WorldKnowledge.With(ledger.Knowledge())), decisions);
    }

    private static IReadOnlyList<Series> SeriesOf(LedgerReader ledger) => [.. ShippedSeries.All, .. ledger.Series().Select(added => added.Series)];

    private static IReadOnlyList<CheckDecision> Decisions(LedgerReader ledger, IEnumerable<Citation> reports) =>
        [.. reports.SelectMany(r => ledger.CheckDecisions(r.Document, r.Span)).OrderByDescending(d => d.Entry)];
}
