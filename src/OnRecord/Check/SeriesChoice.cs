namespace OnRecord.Check;

/// <summary>The series that a measure and a unit can be held against.</summary>
internal static class SeriesChoice
{
    /// <summary>Those with the measure whose unit will do, the one with the most figures first; and the reason where there is none.</summary>
    public static (IReadOnlyList<Series> Fitting, string? Reason) Of(IReadOnlyList<Series> series, SortedSet<string> measure, Func<string, bool> isUnit)
    {
        if (measure.Count == 0) return ([], CheckRefusal.NoMeasure);
        var named = series.Where(s => MeasureWords.Of(s.Measure).SetEquals(measure)).ToList();
        if (named.Count == 0) return ([], CheckRefusal.NoSeries);
        // The order in which they are known settles what is equal, so that the same input gives the same bytes.
        var fitting = named.Where(s => isUnit(s.Unit)).OrderByDescending(s => s.Figures.Count(f => f.Value is not null)).ToList();
        return fitting.Count == 0 ? ([], CheckRefusal.OtherUnit) : (fitting, null);
    }

    /// <summary>The findings of series that have figures of those in question; the first of all where none has, since what no series could mend is said once.</summary>
    public static IReadOnlyList<Finding> WithFigures(IReadOnlyList<Finding> findings)
    {
        var held = findings.Where(f => f.Series is not null && f.Reason != CheckRefusal.NoFigures).ToList();
        return held.Count > 0 ? held : [findings[0]];
    }

    /// <summary>Whether the figures of several countries can be added: money and counts can, shares cannot.</summary>
    public static bool IsSum(string unit) => unit is not (SeriesUnit.ShareOfProduct or SeriesUnit.Percent);

    /// <summary>The source of a series as a finding names it.</summary>
    public static string SourceOf(Series series) => FormattableString.Invariant($"{series.Source} (series {series.Name}, retrieved {series.Retrieved:yyyy-MM-dd}, SHA-256 {series.Sha256})");
}
