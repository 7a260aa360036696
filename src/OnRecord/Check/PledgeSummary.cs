namespace OnRecord.Check;

/// <summary>Puts what was found of each country together to what is found of the pledge.</summary>
internal static class PledgeSummary
{
    public static Finding Of(Pledge pledge, string text, Series series, PledgePlan plan, IReadOnlyList<MemberFinding> members)
    {
        var bound = members.Where(m => m.IsBound).ToList();
        var measured = bound.Where(m => m.Reason is null).ToList();
        return new Finding
        {
            Item = pledge.Id,
            Span = pledge.Span,
            Verdict = VerdictOf(measured),
            Reason = measured.Count > 0 ? null : bound.Select(m => m.Reason).FirstOrDefault() ?? CheckRefusal.NoFigures,
            Summary = SummaryOf(pledge, text, plan, members, bound, measured),
            Series = series.Name,
            Unit = series.Unit,
            DueYear = plan.DueYear,
            Arithmetic = [.. members.Select(m => m.Decisive).OfType<Arithmetic>()],
            Sources = [SeriesChoice.SourceOf(series)],
            Members = members,
        };
    }

    private static FindingVerdict VerdictOf(List<MemberFinding> measured)
    {
        if (measured.Count == 0) return FindingVerdict.NotMeasurable;
        bool All(Func<FindingVerdict, bool> isSo) => measured.TrueForAll(m => isSo(m.Verdict));
        if (All(v => v == FindingVerdict.Met)) return FindingVerdict.Met;
        if (All(v => v == FindingVerdict.Missed)) return FindingVerdict.Missed;
        if (measured.Exists(m => m.Verdict == FindingVerdict.Missed)) return FindingVerdict.Partly;
        return All(v => v is FindingVerdict.Met or FindingVerdict.OnCourse) ? FindingVerdict.OnCourse : FindingVerdict.NotYetDue;
    }

    private static string SummaryOf(Pledge pledge, string text, PledgePlan plan, IReadOnlyList<MemberFinding> members, List<MemberFinding> bound, List<MemberFinding> measured)
    {
        var parts = new List<string>();
        int Count(FindingVerdict verdict) => measured.Count(m => m.Verdict == verdict);
        var of = bound.Count == 1 ? bound[0].Name : FormattableString.Invariant($"{bound.Count} bound");
        (string Word, int Count)[] states =
        [
            ("met", Count(FindingVerdict.Met)),
            ("missed", Count(FindingVerdict.Missed)),
            ("on course", Count(FindingVerdict.OnCourse)),
            ("not yet", Count(FindingVerdict.NotYetDue)),
            ("not measurable", bound.Count - measured.Count),
        ];
        var counted = string.Join(", ", states.Where(state => state.Count > 0).Select(state => bound.Count == 1 ? state.Word : FormattableString.Invariant($"{state.Count} {state.Word}")));
        parts.Add((plan.IsDue ? FormattableString.Invariant($"Figures of {plan.DueYear}") : FormattableString.Invariant($"Due with the figures of {plan.DueYear}")) + $", {of}: {counted}");
        if (bound.Count > 1 && bound.Where(m => m.Reason is not null).ToList() is { Count: > 0 } open) parts.Add("not measurable: " + string.Join(", ", open.Select(m => $"{m.Name} ({m.Reason})")));
        // Published figures are rounded: 2.0 can be 1.95.
        var border = measured.Where(m => m.Verdict == FindingVerdict.Met && m.Decisive is { } line && line.Found == line.Said).ToList();
        if (border.Count > 0) parts.Add("exactly at the target by a figure that is rounded: " + string.Join(", ", border.Select(m => m.Name)));
        var later = members.Where(m => !m.IsBound).ToList();
        if (later.Count > 0) parts.Add("bound at another time and not counted: " + string.Join(", ", later.Select(m => $"{m.Name} ({Word(m.Verdict)})")));
        if (pledge.Condition is { } condition) parts.Add($"whether the condition held is not checked: \"{condition.Slice(text).Replace('\u00A0', ' ').Replace('\n', ' ')}\"");
        return string.Join("; ", parts) + ".";
    }

    private static string Word(FindingVerdict verdict) => verdict switch
    {
        FindingVerdict.Met => "met",
        FindingVerdict.Missed => "missed",
        FindingVerdict.OnCourse => "on course",
        FindingVerdict.NotYetDue => "not yet",
        _ => "not measurable",
    };
}
