namespace OnRecord.Interpret.Threads;

/// <summary>Says of each step of one dispute on which side it stands, and makes one step of what an article says twice.</summary>
internal sealed class DisputeSides
{
    private readonly AllegationReport first;
    private readonly HashSet<Party> accusers;
    private readonly HashSet<Party> accused = [];
    private readonly Dictionary<(Party Maker, Party Against), DisputeMove> charges = [];
    private readonly List<DisputeStep> steps = [];
    private readonly Dictionary<(string Document, DateOnly? Day, DisputeMove Move, Party By, Party? Against), int> said = [];

    private DisputeSides(AllegationReport first)
    {
        this.first = first;
        accusers = [.. first.Makers];
        if (first.Step.Against is { } charged) accused.Add(charged);
    }

    /// <summary>The dispute that these reports are, one of them a charge at least.</summary>
    public static Dispute Assigned(IReadOnlyList<AllegationReport> reports)
    {
        var sides = new DisputeSides(reports.First(r => r.Stance == Stance.Accuse));
        foreach (var report in reports) sides.Take(report);
        return new Dispute
        {
            Subject = reports.Select(r => r.Step.Subject).FirstOrDefault(s => s is not null),
            Accuser = sides.first.Step.OnBehalfOf ?? sides.first.Step.By,
            Accused = sides.first.Step.Against,
            Parties = [.. reports.SelectMany(r => r.Makers.Concat(r.Step.Against is { } against ? [against] : [])).Distinct()],
            Steps = sides.steps,
        };
    }

    private void Take(AllegationReport report)
    {
        var move = MoveOf(report);
        Add(report.Step with { Move = move, Unjoined = null });
        if (report.Stance != Stance.Accuse) return;
        if (report.Step.Against is { } against)
        {
            accused.Add(against);
            foreach (var maker in report.Makers) charges.TryAdd((maker, against), move);
        }
        if (move is DisputeMove.Accusation or DisputeMove.CounterAccusation) accusers.UnionWith(report.Makers);
    }

    private DisputeMove MoveOf(AllegationReport report)
    {
        if (report.Stance == Stance.Concede) return DisputeMove.Concession;
        var isAccused = report.Makers.Any(accused.Contains);
        // A person may speak for somebody whom the text does not name; a state or a body stands for itself.
        var isThirdParty = !isAccused && !report.Makers.Any(accusers.Contains) && report.Step.By is not null && report.IsByBody;
        if (report.Stance == Stance.Deny) return isThirdParty ? DisputeMove.SidesWithAccused : DisputeMove.Denial;
        if (ReferenceEquals(report, first)) return DisputeMove.Accusation;
        // Who makes its charge again makes the same charge, whatever it was charged with meanwhile.
        if (report.Step.Against is { } against)
        {
            foreach (var maker in report.Makers)
            {
                if (charges.TryGetValue((maker, against), out var before)) return before;
            }
        }
        if (isAccused) return DisputeMove.CounterAccusation;
        return isThirdParty && report.Step.Against is { } charged && accused.Contains(charged) ? DisputeMove.SidesWithAccuser : DisputeMove.Accusation;
    }

    // A headline and the sentence under it are one step; the fuller words stand for it.
    private void Add(DisputeStep step)
    {
        if (step.By is not { } by || said.TryAdd((step.Citation.Document, step.Citation.Day, step.Move, by, step.Against), steps.Count))
        {
            steps.Add(step);
            return;
        }
        var i = said[(step.Citation.Document, step.Citation.Day, step.Move, by, step.Against)];
        var (kept, other) = step.Citation.Words.Length > steps[i].Citation.Words.Length ? (step, steps[i]) : (steps[i], step);
        steps[i] = kept with { Subject = kept.Subject ?? other.Subject, Answers = kept.Answers ?? other.Answers, Again = [.. steps[i].Again, other.Citation] };
    }
}
