namespace OnRecord;

/// <summary>
/// A table of figures with its source: one measure, in one unit, of countries by year. Immutable; safe to share between
/// threads.
/// </summary>
public sealed class Series
{
    /// <summary>What it is called, such as <c>defence-share-of-gdp</c>: lower-case letters, digits and hyphens.</summary>
    public required string Name { get; init; }

    /// <summary>What is measured, in words: "defence expenditure".</summary>
    public required string Measure { get; init; }

    /// <summary>The unit, as in <see cref="Quantity.Unit"/>: <c>percent-of-gdp</c>, <c>USD</c>. Figures have scales multiplied out.</summary>
    public required string Unit { get; init; }

    /// <summary>Who published it, and where.</summary>
    public required string Source { get; init; }

    /// <summary>Under which terms it may be used.</summary>
    public required string Terms { get; init; }

    /// <summary>The day on which it was fetched from its source.</summary>
    public required DateOnly Retrieved { get; init; }

    /// <summary>The SHA-256 of the file's bytes, in lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The figures in the order of their countries' keys and of the years, one a country and year.</summary>
    public required IReadOnlyList<SeriesFigure> Figures { get; init; }

    /// <summary>What is to be known of the figures: how many gaps, which rows were left out, which cells were formulas, in which prices.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The first year with a figure of any country.</summary>
    public int FirstYear => Figures.Where(f => f.Value is not null).Select(f => f.Year).DefaultIfEmpty().Min();

    /// <summary>The newest year with a figure of any country.</summary>
    public int LastYear => Figures.Where(f => f.Value is not null).Select(f => f.Year).DefaultIfEmpty().Max();

    /// <summary>The figure of a country and year; null where the source gives none.</summary>
    /// <param name="country">The country's key in the knowledge, such as <c>state:DEU</c>.</param>
    /// <param name="year">The year.</param>
    public SeriesFigure? Find(string country, int year)
    {
        var (low, high) = (0, Figures.Count - 1);
        while (low <= high)
        {
            var middle = low + ((high - low) / 2);
            var figure = Figures[middle];
            var order = string.CompareOrdinal(figure.Country, country);
            if (order == 0) order = figure.Year.CompareTo(year);
            if (order == 0) return figure.Value is null ? null : figure;
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }
        return null;
    }
}
