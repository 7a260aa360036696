namespace OnRecord;

/// <summary>How a country stood to a pledge in one year.</summary>
/// <param name="Year">The year.</param>
/// <param name="Value">Its figure; null where the series has none.</param>
/// <param name="IsEstimate">Whether the source marks the figure as an estimate.</param>
/// <param name="IsMember">Whether it was bound at the end of that year: a member of the body whose members pledge.</param>
/// <param name="Needed">What the straight way from the year before the report to the target asks for; null outside of that time.</param>
/// <param name="Verdict">How it stood; null for a year without a figure, or in which it was no member.</param>
public readonly record struct YearFinding(int Year, decimal? Value, bool IsEstimate, bool IsMember, decimal? Needed, FindingVerdict? Verdict);
