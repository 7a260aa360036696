namespace OnRecord.Check;

/// <summary>The way from the year before a pledge was reported to the year whose figure decides.</summary>
/// <param name="Target">What is to be reached.</param>
/// <param name="DueYear">The year whose figure decides.</param>
/// <param name="StartYear">The last whole year before the report; null where the day of the report is not known.</param>
/// <param name="LastYear">The last year that is over on the day of the check.</param>
internal sealed record PledgePlan(PledgeTarget Target, int DueYear, int? StartYear, int LastYear)
{
    public bool IsDue => LastYear >= DueYear;

    /// <summary>How one country stands to it.</summary>
    public MemberFinding Of(Roll entry, Series series)
    {
        var target = Target.For(series, entry.Country);
        var last = Math.Min(LastYear, series.LastYear);
        var years = Enumerable.Range(series.FirstYear, Math.Max(0, last - series.FirstYear + 1)).Select(year => Year(entry, series, year, target)).ToList();
        // The year that decides, or the newest with a figure before it comes.
        YearFinding? decisive = IsDue
            ? years.Find(y => y.Year == DueYear) is { Value: not null } due ? due : null
            : years.FindLast(y => y is { Value: not null, IsMember: true }) is { Value: not null } newest ? newest : null;
        var reason = target is null ? CheckRefusal.NoBaseline
            : years.TrueForAll(y => y.Value is null) ? CheckRefusal.NoFigures
            : decisive is null ? CheckRefusal.NoYear : null;
        return new MemberFinding
        {
            Country = entry.Country,
            Name = entry.Name,
            Joined = entry.Joined,
            IsBound = entry.IsBound,
            Target = target,
            Verdict = reason is null ? decisive!.Value.Verdict ?? FindingVerdict.NotMeasurable : FindingVerdict.NotMeasurable,
            Reason = reason ?? (decisive!.Value.Verdict is null ? CheckRefusal.NoYear : null),
            Decisive = reason is null ? Comparison(entry.Name, decisive!.Value, target!.Value) : null,
            Years = years,
        };
    }

    private YearFinding Year(Roll entry, Series series, int year, decimal? target)
    {
        var isMember = entry.IsMember(year);
        if (series.Find(entry.Country, year) is not { Value: { } value } figure) return new YearFinding(year, null, false, isMember, null, null);
        var needed = target is { } level ? Needed(entry.Country, series, year, level) : null;
        FindingVerdict? verdict = !isMember || target is null ? null
            : Reaches(value, target.Value) ? FindingVerdict.Met
            : year >= DueYear ? FindingVerdict.Missed
            : needed is { } way && Reaches(value, way) ? FindingVerdict.OnCourse : FindingVerdict.NotYetDue;
        return new YearFinding(year, value, figure.IsEstimate, isMember, needed, verdict);
    }

    // The straight line from the figure of the year before the report to the target in the year that decides.
    private decimal? Needed(string country, Series series, int year, decimal target)
    {
        if (StartYear is not { } start || year <= start || year > DueYear || series.Find(country, start)?.Value is not { } from) return null;
        return Math.Round(from + ((target - from) * (year - start) / (DueYear - start)), 4);
    }

    private bool Reaches(decimal value, decimal level) => new Arithmetic { Of = "", Found = value, Comparison = Target.Comparison, Said = level }.Holds;

    private Arithmetic Comparison(string name, YearFinding year, decimal target) => new()
    {
        Of = FormattableString.Invariant($"{name} {year.Year}{(year.IsEstimate ? " (estimate)" : "")}"),
        Found = year.Value!.Value,
        Comparison = Target.Comparison,
        Said = target,
    };
}
