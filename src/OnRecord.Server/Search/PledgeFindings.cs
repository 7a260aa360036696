using OnRecord.Check;
using OnRecord.Knowledge;
using OnRecord.Ledger;

namespace OnRecord.Server.Search;

/// <summary>Holds a pledge against the series that come with the program and those of the ledger, as of a day. Nothing is recorded.</summary>
internal static class PledgeFindings
{
    /// <summary>What the machine finds, and what people found, the newest first.</summary>
    public static (IReadOnlyList<Finding> Findings, IReadOnlyList<CheckDecision> Decisions) Of(LedgerReader ledger, PledgeThread pledge, DateOnly day)
    {
        // A pledge that was restated is held to its latest words that name a figure and are no withdrawal.
        var step = pledge.Steps.LastOrDefault(s => s.Frame.Target is not null && s.Move != PledgeMove.Withdrawn) ?? pledge.Steps[^1];
        if (ledger.Reading(step.Citation.Document) is not { Reading: var reading }) return ([], []);
        IReadOnlyList<Series> series = [.. ShippedSeries.All, .. ledger.Series().Select(added => added.Series)];
        var findings = PledgeCheck.All(reading, step.Frame, series, WorldKnowledge.With(ledger.Knowledge()), day);
        return (findings, [.. pledge.Steps.SelectMany(s => ledger.CheckDecisions(s.Citation.Document, s.Citation.Span)).OrderByDescending(d => d.Entry)]);
    }
}
