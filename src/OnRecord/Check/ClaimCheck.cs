using OnRecord.Knowledge;

namespace OnRecord.Check;

/// <summary>
/// Holds the figures of a claim against the knowledge and against series. A function of what it is given: no clock, no
/// files. docs/reference/checks.md says which claims can be checked.
/// </summary>
public static class ClaimCheck
{
    // Larger than any figure of a series.
    private const decimal LargestFigure = 1e20m;

    // Where counting members ends and other counting begins: "29 members", "12 countries", but not "29 missiles".
    private static readonly QuantityKind[] Checked = [QuantityKind.Count, QuantityKind.Money, QuantityKind.Percentage, QuantityKind.PercentagePoints, QuantityKind.Number];

    /// <summary>What is found of each figure of a claim, in order; empty where it has none that can be held against anything.</summary>
    /// <param name="reading">The reading that has the claim.</param>
    /// <param name="claim">The claim.</param>
    /// <param name="series">The series to choose from.</param>
    /// <param name="world">The knowledge.</param>
    public static IReadOnlyList<Finding> All(Reading reading, Claim claim, IReadOnlyList<Series> series, WorldKnowledge world)
    {
        var found = new List<Finding>();
        foreach (var quantity in reading.Quantities)
        {
            if (!claim.Span.Contains(quantity.Span) || quantity.Value is not { } value || Math.Abs(value) > LargestFigure) continue;
            var setting = new ClaimSetting(reading, claim, quantity, world);
            if (MembershipClaim.Of(setting) is { } membership) found.Add(membership);
            // A pledge is checked as a pledge, and a length of time is no figure to check.
            else if (Checked.Contains(quantity.Kind) && !reading.Pledges.Any(pledge => pledge.Span.Contains(quantity.Span)) && !reading.Times.Any(time => time.Span.Overlaps(quantity.Span))) found.AddRange(SeriesClaim.Of(setting, series));
        }
        return found;
    }
}
