using System.Globalization;
using System.Text;
using OnRecord.Cli.Output;
using OnRecord.Formats;
using OnRecord.Knowledge;
using Spectre.Console;

namespace OnRecord.Cli.Tables;

/// <summary>Prints a series: a line of bars a country for a person, a figure a line for programs.</summary>
internal static class SeriesRows
{
    private const string Bars = "▁▂▃▄▅▆▇█";

    public static void Print(CommandContext context, Series series, WorldKnowledge world, ListFormat format)
    {
        if (format == ListFormat.Csv) PrintFile(context, series);
        else if (format == ListFormat.Jsonl) Figures(context).Print(series.Figures, format);
        else PrintBars(context, series, world);
    }

    /// <summary>How much there is, in words: "352 figures of 32 countries, 2014-2024; 11 gaps".</summary>
    public static string Describe(Series series) => string.Create(
        CultureInfo.InvariantCulture,
        $"{series.Figures.Count(f => f.Value is not null)} figures of {series.Figures.Select(f => f.Country).Distinct(StringComparer.Ordinal).Count()} countries, {series.FirstYear}-{series.LastYear}{string.Concat(series.Notes.Select(note => "; " + note))}");

    /// <summary>A bar a year, as high as the figure beside the largest; a space for a gap.</summary>
    public static string Sparks(IReadOnlyList<decimal?> values, decimal largest)
    {
        var line = new StringBuilder(values.Count);
        foreach (var value in values) line.Append(value is not { } height || largest <= 0 ? ' ' : Bars[(int)Math.Clamp(Math.Ceiling(height / largest * Bars.Length) - 1, 0, Bars.Length - 1)]);
        return line.ToString();
    }

    private static Listing<SeriesFigure> Figures(CommandContext context) => new(context, "The series has no figures.",
        new("country", f => f.Country),
        new("year", f => f.Year),
        new("value", f => f.Value),
        new("estimate", f => f.IsEstimate));

    // The form that 'series add' reads again, with what is said of it at its head.
    private static void PrintFile(CommandContext context, Series series)
    {
        foreach (var (key, value) in ((string, string)[])[("measure", series.Measure), ("unit", series.Unit), ("source", series.Source), ("retrieved", Wording.Of(series.Retrieved)), ("terms", series.Terms)])
        {
            context.Output.Write(Encoding.UTF8.GetBytes($"# {key}: {Printable.OneLine(value)}\n"));
        }
        Figures(context).Print(series.Figures, ListFormat.Csv);
    }

    private static void PrintBars(CommandContext context, Series series, WorldKnowledge world)
    {
        var (first, last) = (series.FirstYear, series.LastYear);
        var largest = series.Figures.Max(f => f.Value) ?? 0;
        using (var screen = new Screen(context))
        {
            screen.Console.WriteLine(Printable.OneLine($"{series.Name}: {series.Measure}, {series.Unit}"));
            screen.Console.WriteLine(Printable.OneLine($"Source: {series.Source}"));
            screen.Console.WriteLine(Printable.OneLine($"Terms: {series.Terms}. Retrieved {Wording.Of(series.Retrieved)}. SHA-256 {series.Sha256}"));
        }
        var rows = series.Figures.GroupBy(f => f.Country, StringComparer.Ordinal).Select(g => g.ToList()).ToList();
        new Listing<List<SeriesFigure>>(context, "The series has no figures.",
            new(null, row => world.NameOf(row[0].Country), "Country", 1),
            new(null, row => Sparks([.. Enumerable.Range(first, last - first + 1).Select(year => series.Find(row[0].Country, year)?.Value)], largest), string.Create(CultureInfo.InvariantCulture, $"{first}-{last}"), 1),
            new(null, row => row.FindLast(f => f.Value is not null) is { Value: { } newest } figure ? string.Create(CultureInfo.InvariantCulture, $"{newest} ({figure.Year}{(figure.IsEstimate ? " est." : "")})") : "no figure", "Newest", 1)).Print(rows, ListFormat.Table);
    }
}
