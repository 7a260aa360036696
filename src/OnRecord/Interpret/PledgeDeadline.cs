using System.Globalization;
using OnRecord.Interpret.Clauses;
using OnRecord.Language.Text;

namespace OnRecord.Interpret;

/// <summary>The last day that keeps a pledge, out of the times in its words.</summary>
internal static class PledgeDeadline
{
    /// <summary>The day and the words for it; adds to the gaps what is missing.</summary>
    public static (DateOnly? Day, TextSpan? Words) Of(ArticleView view, TextSpan span, Quantity? target, List<string> gaps)
    {
        var published = view.Reading.Article?.Published;
        var times = view.Reading.Times.Where(t => span.Contains(t.Span) && t.Type != TimexType.Set).ToList();
        // A time with "by" or "within" is a deadline; failing that any time to come.
        var bound = times.Where(t => t.Bound is TimeBound.By or TimeBound.Before or TimeBound.Within or TimeBound.Until).ToList();
        var candidates = bound.Count > 0 ? bound : times.Where(t => IsToCome(view, t, published)).ToList();
        if (candidates.Count == 0)
        {
            gaps.Add(PledgeGap.NoDeadline);
            return (null, null);
        }
        var days = candidates.Select(t => (Time: t, Day: DayOf(view, t, published))).ToList();
        var known = days.Where(d => d.Day is not null).ToList();
        if (known.Count == 0)
        {
            gaps.Add(PledgeGap.UnresolvedDeadline);
            return (null, candidates[0].Span);
        }
        if (known.Select(d => d.Day).Distinct().Count() > 1)
        {
            gaps.Add(PledgeGap.SeveralDeadlines);
            return (null, known[0].Time.Span.Union(known[^1].Time.Span));
        }
        if (published is { } day && known[0].Day < day) gaps.Add(PledgeGap.PastDeadline);
        return (known[0].Day, known[0].Time.Span);
    }

    private static bool IsToCome(ArticleView view, Timex time, DateOnly? published)
    {
        if (time.Bound is TimeBound.Since or TimeBound.After || IsBeginning(view, time)) return false;
        if (time.Type == TimexType.Duration) return Length(time) is not null && IsAhead(view, time);
        // Without a day of publication nobody can tell "in 2014" that is to come from one that is past.
        return time.Ends is { } ends && published is { } day && DateOnly.FromDateTime(ends) > day;
    }

    // "beginning in January 2017", "from 2020": the first day and not the last.
    private static bool IsBeginning(ArticleView view, Timex time)
    {
        var (first, _) = view.Analysis.TokensIn(time.Span);
        for (var i = first; i >= Math.Max(0, first - 2); i--)
        {
            if (view.Lemma(i) is "begin" or "start" or "commence" or "effective" or "from") return true;
        }
        return false;
    }

    // "over the next four years", "in two years": a length that begins now.
    private static bool IsAhead(ArticleView view, Timex time)
    {
        var (first, end) = view.Analysis.TokensIn(time.Span);
        for (var i = Math.Max(0, first - 2); i < end; i++)
        {
            if (view.Lemma(i) is "over" or "within" or "next" or "coming" or "in" or "inside") return true;
        }
        return false;
    }

    private static DateOnly? DayOf(ArticleView view, Timex time, DateOnly? published)
    {
        // "before the end of 2032": the end is its last day, not its last months.
        if (time is { Bound: TimeBound.Before, Modifier: TimexModifier.End, Ends: { } year }) return DateOnly.FromDateTime(year.AddTicks(-1));
        if (time.Deadline is { } day) return Ahead(view, time, day, published);
        if (time.Ends is { } ends && time.Type != TimexType.Duration) return DateOnly.FromDateTime(ends.AddTicks(-1));
        if (published is { } now && Length(time) is { } length && (time.Bound == TimeBound.Within || IsAhead(view, time))) return length(now);
        return null;
    }

    // A promise looks ahead: "by Friday" is the Friday to come, and "by November 30" of a year not named the next one.
    private static DateOnly Ahead(ArticleView view, Timex time, DateOnly day, DateOnly? published)
    {
        if (published is not { } now || day >= now || time.Span.Slice(view.Text).Any(char.IsAsciiDigit) && time.Value.Length >= 4 && time.Span.Slice(view.Text).Contains(time.Value[..4], StringComparison.Ordinal)) return day;
        var words = time.Span.Slice(view.Text);
        if (Enum.GetNames<DayOfWeek>().Any(name => words.Contains(name, StringComparison.OrdinalIgnoreCase))) return day.AddDays(7) >= now ? day.AddDays(7) : day;
        var isMonthOrSeason = time.Begins is { } begins && time.Ends is { } ends && ends - begins < TimeSpan.FromDays(100) && time.Offset is null;
        return isMonthOrSeason && day.AddYears(1) >= now ? day.AddYears(1) : day;
    }

    // P4Y, P18M, P30D, P2W.
    private static Func<DateOnly, DateOnly>? Length(Timex time)
    {
        var value = time.Value;
        if (value.Length < 3 || value[0] != 'P' || !int.TryParse(value.AsSpan(1, value.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count > 200) return null;
        return value[^1] switch
        {
            'Y' => day => day.AddYears(count),
            'M' => day => day.AddMonths(count),
            'W' => day => day.AddDays(7 * count),
            'D' => day => day.AddDays(count),
            _ => null,
        };
    }
}
