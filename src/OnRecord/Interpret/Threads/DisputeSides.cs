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
            var move = MoveOf(report, first, accusers, accused);
            steps.Add(report.Step with { Move = move, Unjoined = null });
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
