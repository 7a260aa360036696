namespace OnRecord.Check;

/// <summary>The years that a claim speaks of, and how its figure follows from theirs.</summary>
internal sealed class ClaimYears
{
    /// <summary>
    /// How much sources differ in what they count: of the 124 figures that SIPRI and the World Factbook both give of the
    /// members of NATO from 2021 to 2024, half differ by less than 3.3 %, and nine in ten by less than 13.8 %.
    /// </summary>
    public const decimal NearPart = 0.15m;

    // What is smaller is nothing, as far as a change in percent goes.
    private const decimal SmallestBase = 0.0001m;

    private readonly int from;
    private readonly int last;
    private readonly bool isChange;

    private ClaimYears(int from, int last, bool isChange, bool isAssumed)
    {
        (this.from, this.last, this.isChange) = (from, last, isChange);
        IsAssumed = isAssumed;
    }

    /// <summary>Whether no time is named, and the last whole year before the claim was taken.</summary>
    public bool IsAssumed { get; }

    /// <summary>Every year whose figure is needed.</summary>
    public IEnumerable<int> All => isChange ? Enumerable.Range(from, last - from + 1) : [last];

    /// <summary>The years of a claim; null where they are no whole years.</summary>
    public static ClaimYears? Of(ClaimSetting setting, DateOnly day)
    {
        var isChange = setting.Quantity.ChangeSense == ChangeSense.By;
        if (setting.Quantity.ChangeSense == ChangeSense.From) return null;
        if (setting.Quantity.Period is null) return new ClaimYears(day.Year - 2, day.Year - 1, isChange, isAssumed: true);
        if (setting.Time is not { Begins: { } begins, Ends: { } ends }) return null;
        var end = ends.AddTicks(-1);
        if (begins is { Month: 1, Day: 1 } && end is { Month: 12, Day: 31 } && begins.Year == end.Year) return new ClaimYears(begins.Year - 1, begins.Year, isChange, isAssumed: false);
        var span = ends.Year - begins.Year;
        // "In the last two years", said in April 2019, are the two that were over: 2017 and 2018, counted from 2016.
        var isBack = span >= 1 && begins.Month == day.Month && Math.Abs(end.DayOfYear - day.DayOfYear) <= 1 && end.Year == day.Year;
        return isBack && isChange ? new ClaimYears(day.Year - 1 - span, day.Year - 1, isChange, isAssumed: false) : null;
    }

    /// <summary>The comparisons that the claim comes to: one, or two where a change over years can be meant in two ways; none where it is in percent of nothing.</summary>
    public IReadOnlyList<Arithmetic> Lines(ClaimSetting setting, string whose, IReadOnlyDictionary<int, decimal> sums, string unit)
    {
        var quantity = setting.Quantity;
        Arithmetic Line(string of, decimal found, string? working) => new()
        {
            Of = of,
            Found = found,
            Comparison = quantity.Comparison,
            Said = setting.Value,
            Tolerance = quantity.Comparison is Comparison.Equal or Comparison.About ? Precision.Of(setting.Words, setting.Value, quantity.Comparison == Comparison.About) : 0,
            Working = working,
        };
        if (!isChange) return [Line(FormattableString.Invariant($"{whose} {last}"), sums[last], null)];
        var sign = quantity.Change == Change.Down ? -1 : 1;
        var (before, after) = (Arithmetic.Number(sums[from]), Arithmetic.Number(sums[last]));
        var difference = sign * (sums[last] - sums[from]);
        var name = FormattableString.Invariant($"{whose}, {(sign < 0 ? "less" : "more")} in {last} than in {from}");
        if (quantity.Unit == SeriesUnit.Percent && unit != SeriesUnit.Percent)
        {
            return Math.Abs(sums[from]) < SmallestBase ? [] : [Line(name + ", in percent", Math.Round(difference / sums[from] * 100, 4), FormattableString.Invariant($"({(sign < 0 ? before : after)} - {(sign < 0 ? after : before)}) / {before} * 100"))];
        }
        var lines = new List<Arithmetic> { Line(name, difference, sign < 0 ? $"{before} - {after}" : $"{after} - {before}") };
        if (last - from > 1)
        {
            // "Spent an additional 41 billion in two years": what each year had above the year before them, together.
            var years = Enumerable.Range(from + 1, last - from).ToList();
            lines.Add(Line(FormattableString.Invariant($"{whose}, {(sign < 0 ? "less" : "more")} in {string.Join(" and ", years)} together than {years.Count} times {from}"), sign * years.Sum(year => sums[year] - sums[from]), string.Join(" + ", years.Select(year => sign < 0 ? $"({before} - {Arithmetic.Number(sums[year])})" : $"({Arithmetic.Number(sums[year])} - {before})"))));
        }
        return lines;
    }
}
