namespace OnRecord.Interpret.Threads;

/// <summary>Says of each step of one dispute on which side it stands.</summary>
internal static class DisputeSides
{
    public static Dispute Assigned(IReadOnlyList<AllegationReport> reports)
    {
        var first = reports.First(r => r.Stance == Stance.Accuse);
        var accusers = first.Makers.ToHashSet();
        var accused = new HashSet<Party>();
        if (first.Step.Against is { } charged) accused.Add(charged);
        var steps = new List<DisputeStep>();
        foreach (var report in reports)
        {
            // Who makes its charge again, makes the same charge, whatever it was charged with meanwhile.
            var before = report.Stance == Stance.Accuse ? steps.Find(s => IsSameCharge(s, report)) : null;
            var move = before?.Move ?? MoveOf(report, first, accusers, accused);
            Add(steps, report.Step with { Move = move, Unjoined = null });
            if (report.Stance == Stance.Accuse && report.Step.Against is { } against) accused.Add(against);
            if (move is DisputeMove.Accusation or DisputeMove.CounterAccusation) accusers.UnionWith(report.Makers);
        }
        return new Dispute
        {
            Subject = reports.Select(r => r.Step.Subject).FirstOrDefault(s => s is not null),
            Accuser = first.Step.OnBehalfOf ?? first.Step.By,
            Accused = first.Step.Against,
            Parties = [.. reports.SelectMany(r => r.Makers.Concat(r.Step.Against is { } against ? [against] : [])).Distinct()],
            Steps = steps,
        };
    }

    private static bool IsSameCharge(DisputeStep step, AllegationReport report) =>
        step.Move is DisputeMove.Accusation or DisputeMove.CounterAccusation or DisputeMove.SidesWithAccuser
        && step.Against is { } against && against == report.Step.Against && report.Makers.Any(maker => maker == step.By || maker == step.OnBehalfOf);

    // A headline and the sentence under it are one step; the fuller words stand for it.
    private static void Add(List<DisputeStep> steps, DisputeStep step)
    {
        var i = steps.FindIndex(s => s.Citation.Document == step.Citation.Document && s.Citation.Day == step.Citation.Day && s.Move == step.Move && s.By is not null && s.By == step.By && s.Against == step.Against);
        if (i < 0)
        {
            steps.Add(step);
            return;
        }
        var (kept, again) = step.Citation.Words.Length > steps[i].Citation.Words.Length ? (step, steps[i]) : (steps[i], step);
        steps[i] = kept with { Subject = kept.Subject ?? again.Subject, Answers = kept.Answers ?? again.Answers, Again = [.. steps[i].Again, again.Citation] };
    }

    private static DisputeMove MoveOf(AllegationReport report, AllegationReport first, HashSet<Party> accusers, HashSet<Party> accused)
    {
        if (report.Stance == Stance.Concede) return DisputeMove.Concession;
        var isAccused = report.Makers.Any(accused.Contains);
        // A person may speak for somebody whom the text does not name; a state or a body stands for itself.
        var isThirdParty = !isAccused && !report.Makers.Any(accusers.Contains) && report.Step.By is not null && report.IsByBody;
        if (report.Stance == Stance.Deny) return isThirdParty ? DisputeMove.SidesWithAccused : DisputeMove.Denial;
        if (ReferenceEquals(report, first)) return DisputeMove.Accusation;
        if (isAccused) return DisputeMove.CounterAccusation;
        return isThirdParty && report.Step.Against is { } against && accused.Contains(against) ? DisputeMove.SidesWithAccuser : DisputeMove.Accusation;
    }
}
