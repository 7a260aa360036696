namespace OnRecord.Ledger.Chain;

/// <summary>Turns a series into what an entry holds of it, and back.</summary>
internal static class SeriesForm
{
    public static SeriesContent Of(Series series, long size, string added) => new(
        WellFormed.Of(series.Name),
        WellFormed.Of(series.Measure),
        WellFormed.Of(series.Unit),
        WellFormed.Of(series.Source),
        WellFormed.Of(series.Terms),
        ReadingForm.Date((DateOnly?)series.Retrieved)!,
        series.Sha256,
        size,
        [.. series.Notes.Select(WellFormed.Of)],
        added,
        [.. series.Figures.GroupBy(f => f.Country, StringComparer.Ordinal).Select(g => new SeriesCountryContent(
            g.Key,
            [.. g.Select(f => f.Year)],
            [.. g.Select(f => f.Value)],
            [.. g.Where(f => f.IsEstimate).Select(f => f.Year)]))]);

    /// <exception cref="FormatException">It is not what an entry of a series holds.</exception>
    public static Series Read(SeriesContent content) => new()
    {
        Name = content.Name,
        Measure = content.Measure,
        Unit = content.Unit,
        Source = content.Source,
        Terms = content.Terms,
        Retrieved = ReadingForm.Date(content.Retrieved) ?? throw new FormatException("a series has no day of retrieval"),
        Sha256 = content.File,
        Notes = content.Notes,
        Figures = [.. content.Countries.SelectMany(Figures)],
    };

    public static object?[] Row(long entry, SeriesContent content) =>
        [entry, content.Name, content.Measure, content.Unit, content.Source, content.Terms, content.Retrieved, content.File, content.Size, content.Added];

    private static IEnumerable<SeriesFigure> Figures(SeriesCountryContent country)
    {
        if (country.Years.Length != country.Values.Length) throw new FormatException($"the figures of {country.Country} are not one a year");
        return country.Years.Select((year, i) => new SeriesFigure(country.Country, year, country.Values[i], country.Estimates.Contains(year)));
    }
}
