using OnRecord.Check;
using OnRecord.Cli.Tables;
using OnRecord.Knowledge;
using OnRecord.Ledger;

namespace OnRecord.Cli.Commands;

/// <summary>Holds the pledges and claims of a ledger against figures, and records what is found.</summary>
internal sealed class CheckRun(LedgerFile record, IReadOnlyList<Series> series, DateOnly asOf, CancellationToken stopping)
{
    private readonly WorldKnowledge world = WorldKnowledge.With(record.Knowledge());
    private readonly Dictionary<string, Reading?> readings = new(StringComparer.Ordinal);

    /// <summary>Every pledge and every claim with a figure, in the order of the threads.</summary>
    public IReadOnlyList<CheckedItem> All()
    {
        var items = new List<CheckedItem>();
        // Once: what is recorded below would have them worked out again.
        var threads = record.Threads().All;
        foreach (var pledge in threads.Pledges)
        {
            stopping.ThrowIfCancellationRequested();
            if (Of(pledge) is { } item) items.Add(item);
        }
        foreach (var claim in threads.Claims)
        {
            stopping.ThrowIfCancellationRequested();
            if (Of(claim) is { } item) items.Add(item);
        }
        return items;
    }

    /// <summary>The pledge or claim of a key, or of the beginning of one; null for none, and for a claim without a figure.</summary>
    public CheckedItem? One(string id) =>
        record.Threads().Pledge(id) is { } pledge ? Of(pledge) : record.Threads().Claim(id) is { } claim ? Of(claim) : null;

    /// <summary>The report by which a pledge is measured: the latest words that name a figure and are no withdrawal.</summary>
    public static PledgeStep Measured(PledgeThread thread) => thread.Steps.LastOrDefault(s => s.Frame.Target is not null && s.Move != PledgeMove.Withdrawn) ?? thread.Steps[^1];

    private CheckedItem? Of(PledgeThread thread)
    {
        var step = Measured(thread);
        return ReadingOf(step.Citation) is { } reading ? Found(thread.Id, step.Citation, [.. thread.Steps.Select(s => s.Citation)], PledgeCheck.All(reading, step.Frame, series, world, asOf)) : null;
    }

    private CheckedItem? Of(ClaimThread thread)
    {
        var citation = thread.Reports[0].Citation;
        if (ReadingOf(citation) is not { } reading || reading.Claims.FirstOrDefault(c => c.Id == citation.Item) is not { } claim) return null;
        var findings = ClaimCheck.All(reading, claim, series, world);
        return findings.Count == 0 ? null : Found(thread.Id, citation, [.. thread.Reports.Select(r => r.Citation)], findings);
    }

    private CheckedItem Found(string id, Citation citation, IReadOnlyList<Citation> reports, IReadOnlyList<Finding> findings)
    {
        var verdict = Findings.Overall(findings);
        record.Record(new CheckRecord { Document = citation.Document, Span = citation.Span, Verdict = verdict, Findings = findings, Series = series, Knowledge = world.Fingerprint, AsOf = asOf });
        return new CheckedItem
        {
            Id = id,
            Citation = citation,
            Findings = findings,
            Verdict = verdict,
            Decisions = [.. reports.SelectMany(r => record.CheckDecisions(r.Document, r.Span)).OrderByDescending(d => d.Entry)],
        };
    }

    private Reading? ReadingOf(Citation citation)
    {
        if (readings.TryGetValue(citation.Document, out var known)) return known;
        // Items of one document mostly follow each other: the last readings are enough, however large the ledger is.
        if (readings.Count >= 64) readings.Clear();
        return readings[citation.Document] = record.Show(citation.Document);
    }
}
