using OnRecord.Knowledge;
using OnRecord.Language.Text;

namespace OnRecord.Check;

/// <summary>
/// Holds a pledge against series, member by member and year by year. A function of what it is given: no clock, no files.
/// docs/reference/checks.md defines every state.
/// </summary>
public static class PledgeCheck
{
    // Larger than any figure of a series, so that it can be multiplied and divided without end.
    private const decimal LargestTarget = 1e20m;
    private const decimal LargestMultiple = 1e6m;

    /// <summary>
    /// Holds a pledge against every series that has its measure in its unit, the one with the most figures first; where none
    /// has, or the pledge cannot be measured at all, one finding says why.
    /// </summary>
    /// <param name="reading">The reading that has the pledge.</param>
    /// <param name="pledge">The pledge.</param>
    /// <param name="series">The series to choose from.</param>
    /// <param name="world">The knowledge.</param>
    /// <param name="asOf">The day of the check: a year's figures are used when the year is over.</param>
    public static IReadOnlyList<Finding> All(Reading reading, Pledge pledge, IReadOnlyList<Series> series, WorldKnowledge world, DateOnly asOf)
    {
        if (pledge.Target is null) return [Refused(pledge, CheckRefusal.NoTarget, "It names no figure to be reached.")];
        if (pledge.Measure is not { } measure) return [Refused(pledge, CheckRefusal.NoMeasure, "It does not say what is measured.")];
        var text = reading.Article?.Text ?? "";
        var words = measure.Slice(text);
        var (fitting, reason) = SeriesChoice.Of(series, MeasureWords.Of(IsSpending(pledge.Action.Slice(text)) ? words + " spending" : words), unit => PledgeTarget.Fits(pledge, unit));
        if (fitting.Count == 0) return [Refused(pledge, reason!, reason == CheckRefusal.OtherUnit ? $"There are figures of \"{PlainWords(words)}\", and none in the unit {pledge.Unit}." : $"There are no figures of \"{PlainWords(words)}\".")];
        var findings = fitting.Select(s => Of(reading, pledge, s, world, asOf)).ToList();
        return SeriesChoice.WithFigures(findings);
    }

    /// <summary>Holds a pledge against one series, whose measure and unit are taken to be those of the pledge.</summary>
    /// <param name="reading">The reading that has the pledge.</param>
    /// <param name="pledge">The pledge.</param>
    /// <param name="series">The series.</param>
    /// <param name="world">The knowledge.</param>
    /// <param name="asOf">The day of the check: a year's figures are used when the year is over.</param>
    public static Finding Of(Reading reading, Pledge pledge, Series series, WorldKnowledge world, DateOnly asOf)
    {
        var text = reading.Article?.Text ?? "";
        if (pledge.Target is not { } figure || Math.Abs(figure) > (pledge.Unit is "times" or SeriesUnit.Percent ? LargestMultiple : LargestTarget)) return Refused(pledge, CheckRefusal.NoTarget, "It names no figure to be reached, or one that nothing can reach.");
        if (pledge.Deadline is not { } deadline)
        {
            return Refused(pledge, CheckRefusal.NoDeadline, pledge.Gaps.Contains(PledgeGap.SeveralDeadlines) ? "It names several days by which, and which is meant is not clear." : "It names no day by which, or none that has a place in the calendar.");
        }
        var reported = reading.Article?.Published ?? reading.Attributions.FirstOrDefault(a => a.Id == pledge.Attribution)?.When;
        // Without a day of publication those are bound that are members on the last day.
        var (group, refusal) = GroupOf(reading, pledge, reported ?? deadline, world);
        if (group is null) return Refused(pledge, refusal!, refusal == CheckRefusal.BindsBody ? "It binds a body, of which there are no figures, and not its members one by one." : "Who pledges is no country, and no body whose members are known.");
        if (PledgeTarget.Of(pledge, text, reported?.Year) is not { } target) return Refused(pledge, CheckRefusal.NoDirection, "Whether the figure is to be reached from below or from above is not told.");
        if (target.IsChange && target.BaseYear is null) return Refused(pledge, CheckRefusal.NoBaseline, "A change is pledged, and what it is counted from is not known.");
        var plan = new PledgePlan(target, DueYearOf(deadline), reported?.Year - 1, asOf.Month == 12 && asOf.Day == 31 ? asOf.Year : asOf.Year - 1);
        var members = Roll.Of(group, series, plan.LastYear, world).Select(entry => plan.Of(entry, series)).OrderBy(m => m.Name, StringComparer.Ordinal).ToList();
        return PledgeSummary.Of(pledge, text, series, plan, members);
    }

    // "Spend 2 percent of GDP on defence": what is measured is the spending, and the verb says so.
    private static bool IsSpending(string action)
    {
        var verb = action.Replace('\u00A0', ' ').TrimStart();
        if (verb.StartsWith("to ", StringComparison.OrdinalIgnoreCase)) verb = verb[3..];
        return verb.StartsWith("spend ", StringComparison.OrdinalIgnoreCase) || verb.StartsWith("spending ", StringComparison.OrdinalIgnoreCase);
    }

    // The figures of a year stand for its end: a day in its first half comes too early for them.
    private static int DueYearOf(DateOnly deadline) => deadline.Month > 6 ? deadline.Year : deadline.Year - 1;

    private static (CountryGroup? Group, string? Reason) GroupOf(Reading reading, Pledge pledge, DateOnly day, WorldKnowledge world)
    {
        var entities = reading.Entities.Where(e => pledge.Pledgers.Contains(e.Id)).ToList();
        var groups = entities.Select(e => CountryGroup.Of(e, pledge.BindsMembers, day, world)).OfType<CountryGroup>().ToList();
        if (groups.Count == 0 && pledge.BindsMembers && BodyNamed(reading, pledge, entities, world) is { } named) groups = [.. new[] { CountryGroup.Of(named, true, day, world) }.OfType<CountryGroup>()];
        if (groups.Count > 0) return (CountryGroup.Joined(groups), null);
        var isBody = entities.Any(e => e.Knowledge is { } key && world.HasMembers(key));
        return (null, isBody && !pledge.BindsMembers ? CheckRefusal.BindsBody : CheckRefusal.NoSubject);
    }

    // "Leaders of the Northern Compact" are no body of which anything is known, and name one: the only one in the words.
    private static Entity? BodyNamed(Reading reading, Pledge pledge, List<Entity> pledgers, WorldKnowledge world)
    {
        TextSpan[] places = [.. pledgers.SelectMany(e => e.Mentions).Where(m => m.Span.Overlaps(pledge.Span)).Select(m => m.Span), .. pledge.PledgerWords is { } words ? new[] { words } : []];
        var named = reading.Entities.Where(e => e.Knowledge is { } key && world.HasMembers(key) && e.Mentions.Any(m => places.Any(place => place.Overlaps(m.Span)))).Take(2).ToList();
        return named.Count == 1 ? named[0] : null;
    }

    private static Finding Refused(Pledge pledge, string reason, string summary) => new()
    {
        Item = pledge.Id,
        Span = pledge.Span,
        Verdict = FindingVerdict.NotMeasurable,
        Reason = reason,
        Summary = summary,
    };

    private static string PlainWords(string words) => words.Replace('\u00A0', ' ').Replace('\n', ' ');
}
