using System.Globalization;

namespace OnRecord.Check;

/// <summary>Claims about figures of countries by year, held against series.</summary>
internal static class SeriesClaim
{
    private static readonly string[] SpendingVerbs = ["spend", "spends", "spent", "spending"];

    // The words that end what a figure is spent on.
    private static readonly string[] AfterMeasure = ["in", "by", "since", "last", "this", "over", "during", "between", "from", "through", "until", "at", "per", "each", "every", "a", "while", "and", "but", "which", "that", "after", "before", "for", "as", "than", "compared"];

    /// <summary>What is found of one figure: one finding a series that fits, or one that says why there is none.</summary>
    public static IReadOnlyList<Finding> Of(ClaimSetting setting, IReadOnlyList<Series> series)
    {
        var quantity = setting.Quantity;
        if (quantity.Status != FigureStatus.Actual) return [setting.CannotTell(CheckRefusal.Forecast, $"\"{setting.Words}\" is planned or expected, and no figure of what was.")];
        if (quantity.Upper is not null) return [setting.CannotTell(CheckRefusal.Range, $"\"{setting.Words}\" is a range.")];
        var (fitting, reason) = SeriesChoice.Of(series, MeasureOf(setting), unit => Fits(quantity, unit));
        if (fitting.Count == 0)
        {
            return [setting.CannotTell(reason!, reason switch
            {
                CheckRefusal.NoMeasure => $"What \"{setting.Words}\" measures is not known.",
                CheckRefusal.OtherUnit => $"There are figures of what \"{setting.Words}\" measures, and none in its unit.",
                _ => $"No series has what \"{setting.Words}\" measures.",
            })];
        }
        if (!setting.IsAsserted) return [setting.CannotTell(CheckRefusal.NotAsserted, $"The words do not plainly say that it is so: \"{setting.Words}\".")];
        if (setting.Day is not { } day) return [setting.CannotTell(CheckRefusal.NoDay, "The day of the claim is not known, so the years that it speaks of are not known.")];
        var entity = quantity.Subject is { } subject ? setting.MentionAt(subject, e => CountryGroup.Of(e, true, day, setting.World) is not null)?.Entity : null;
        if (entity is null || CountryGroup.Of(entity, true, day, setting.World) is not { } group) return [setting.CannotTell(CheckRefusal.NoSubject, $"Whose figure \"{setting.Words}\" is, is not known, or it is nobody of whom there are figures.")];
        if (ClaimYears.Of(setting, day) is not { } years) return [setting.CannotTell(CheckRefusal.NotYears, "The claim speaks of a part of a year, or of a time that is not known; the figures are of whole years.")];
        return SeriesChoice.WithFigures([.. fitting.Select(s => Held(setting, s, group, years))]);
    }

    private static bool Fits(Quantity quantity, string unit) => quantity switch
    {
        // Of the figures of years, "a day" and "a head" are no part.
        { Per: not (null or "year") } => false,
        { ChangeSense: ChangeSense.By, Unit: SeriesUnit.Percent } => SeriesChoice.IsSum(unit),
        { ChangeSense: ChangeSense.By, Unit: "percentage-point" } => !SeriesChoice.IsSum(unit),
        _ => quantity.Unit == unit,
    };

    // What is measured stands in what the figure is of, in the verb, in the subject beside its name, and after "on".
    private static SortedSet<string> MeasureOf(ClaimSetting setting)
    {
        var verb = setting.Plain(setting.Quantity.Predicate).ToLowerInvariant();
        return MeasureWords.Of(string.Join(' ', setting.Plain(setting.Quantity.Of), SpendingVerbs.Contains(verb) ? verb : "", setting.WithoutNames(setting.Quantity.Subject), SpentOn(setting.After)));
    }

    private static string SpentOn(string after)
    {
        var words = after.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        var on = words.FindIndex(word => word.Equals("on", StringComparison.OrdinalIgnoreCase));
        // "of its output on defence": not further off than that.
        if (on is < 0 or > 4) return "";
        var spent = new List<string>();
        foreach (var word in words.Skip(on + 1))
        {
            if (AfterMeasure.Contains(word.ToLowerInvariant()) || word.Any(char.IsAsciiDigit)) break;
            spent.Add(word);
            if (char.IsPunctuation(word[^1])) break;
        }
        return string.Join(' ', spent);
    }

    private static Finding Held(ClaimSetting setting, Series series, CountryGroup group, ClaimYears years)
    {
        Finding Refused(string reason, string summary)
        {
            var bare = setting.CannotTell(reason, summary);
            return new Finding { Item = bare.Item, Span = bare.Span, Verdict = bare.Verdict, Reason = reason, Summary = summary, Series = series.Name, Unit = series.Unit, Sources = [SeriesChoice.SourceOf(series)] };
        }
        if (group.Countries.Count > 1 && !SeriesChoice.IsSum(series.Unit)) return Refused(CheckRefusal.SharesOfMany, $"The shares of {group.Countries.Count.ToString(CultureInfo.InvariantCulture)} countries cannot be added to one.");
        // One of which the source never has a figure has none to add: Iceland has no forces.
        var counted = group.Countries.Where(country => series.Figures.Any(f => f.Country == country && f.Value is not null)).ToList();
        if (counted.Count == 0) return Refused(CheckRefusal.NoFigures, $"The series {series.Name} has no figures of {group.Name}.");
        var sums = new Dictionary<int, decimal>();
        foreach (var year in years.All)
        {
            if (counted.Find(country => series.Find(country, year) is null) is { } lacking) return Refused(CheckRefusal.NoYear, FormattableString.Invariant($"The series {series.Name} has no figure of {setting.World.NameOf(lacking)} for {year}; it reaches from {series.FirstYear} to {series.LastYear}."));
            sums[year] = counted.Sum(country => series.Find(country, year)!.Value.Value!.Value);
        }
        var whose = counted.Count == 1 ? setting.World.NameOf(counted[0]) : FormattableString.Invariant($"{group.Name}, sum of {counted.Count}");
        var lines = years.Lines(setting, whose, sums, series.Unit);
        if (lines.Count == 0) return Refused(CheckRefusal.NoBaseline, $"A change in percent cannot be counted from nothing: the figure of {years.All.First().ToString(CultureInfo.InvariantCulture)} is too small.");
        var (verdict, reason) = Judge(lines, setting.Value);
        var left = group.Countries.Except(counted, StringComparer.Ordinal).Select(setting.World.NameOf).ToList();
        return new Finding
        {
            Item = setting.CannotTell("", "").Item,
            Span = setting.Quantity.Span,
            Verdict = verdict,
            Reason = reason,
            Summary = string.Join("; ", lines.Select(line => $"{line.Of}: {Short(line.Found)}, said: {Short(line.Said)}")) + WhyOpen(reason) + (left.Count > 0 ? $"; without {string.Join(", ", left)}, of which the series has no figures" : "") + (years.IsAssumed ? "; no time is named, so the last whole year is taken" : "") + ".",
            Series = series.Name,
            Unit = series.Unit,
            Arithmetic = lines,
            Sources = [SeriesChoice.SourceOf(series)],
        };
    }

    private static string WhyOpen(string? reason) => reason switch
    {
        CheckRefusal.Near => "; no further apart than sources are from each other",
        CheckRefusal.TwoReadings => "; the words can mean either",
        _ => "",
    };

    // In a sentence; the arithmetic has every figure in full.
    private static string Short(decimal value) => Math.Abs(value) switch
    {
        >= 1e12m => (value / 1e12m).ToString("0.##", CultureInfo.InvariantCulture) + " trillion",
        >= 1e9m => (value / 1e9m).ToString("0.##", CultureInfo.InvariantCulture) + " billion",
        >= 1e6m => (value / 1e6m).ToString("0.##", CultureInfo.InvariantCulture) + " million",
        _ => Arithmetic.Number(value),
    };

    private static (FindingVerdict Verdict, string? Reason) Judge(IReadOnlyList<Arithmetic> lines, decimal said)
    {
        if (lines.All(line => line.Holds)) return (FindingVerdict.Agrees, null);
        if (lines.Any(line => line.Holds)) return (FindingVerdict.CannotTell, CheckRefusal.TwoReadings);
        if (lines.Any(line => Math.Abs(line.Found - said) <= Math.Abs(said) * ClaimYears.NearPart)) return (FindingVerdict.CannotTell, CheckRefusal.Near);
        // What was said lies between what the two ways give: a third way may be meant.
        return lines.Min(line => line.Found) < said && said < lines.Max(line => line.Found) ? (FindingVerdict.CannotTell, CheckRefusal.TwoReadings) : (FindingVerdict.Disagrees, null);
    }
}
