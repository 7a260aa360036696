namespace OnRecord;

/// <summary>One figure of a series.</summary>
/// <param name="Country">The country's key in the knowledge, such as <c>state:DEU</c>.</param>
/// <param name="Year">The year.</param>
/// <param name="Value">The figure, with as many decimals as its source gives; null for a gap.</param>
/// <param name="IsEstimate">Whether the source marks it as an estimate.</param>
public readonly record struct SeriesFigure(string Country, int Year, decimal? Value, bool IsEstimate);
