using System.Globalization;
using OnRecord.Check.Tables;
using OnRecord.Language;

namespace OnRecord.Check;

/// <summary>Where in a table the countries, years and figures stand.</summary>
internal sealed class SeriesLayout
{
    // World Bank files have four lines before the header, SIPRI's sheets five.
    private const int LatestHeader = 60;

    private static readonly HashSet<string> CountryWords = ["country", "country name", "country code", "countries", "country or area", "member", "member state", "state", "nation", "entity", "location", "geo", "geography", "reference area", "ref area", "economy", "code", "iso", "iso code", "iso2", "iso3", "iso 3", "countryiso3code"];
    private static readonly HashSet<string> YearWords = ["year", "date", "time", "time period", "period"];
    private static readonly HashSet<string> ValueWords = ["value", "figure", "obs value", "observation", "amount"];
    private static readonly HashSet<string> EstimateWords = ["estimate", "estimated", "is estimate", "status", "obs status", "observation status", "flag", "flags", "obs flag"];
    private static readonly HashSet<string> IndicatorWords = ["indicator", "indicator name", "series", "series name", "measure", "subject", "variable"];
    private static readonly HashSet<string> UnitWords = ["unit", "units", "unit measure", "unit of measure"];
    private static readonly HashSet<string> Ignored = ["indicator code", "series code", "notes", "note", "reporting year", "decimal", "decimals", "source", "source note", "comment", "comments", "frequency", "freq"];

    public required int Header { get; init; }

    /// <summary>The columns of names and codes of the country.</summary>
    public required IReadOnlyList<int> Countries { get; init; }

    /// <summary>The columns of figures, each with its year and whether its head says that they are estimates; empty where each row has a year.</summary>
    public IReadOnlyList<(int Column, int Year, bool IsEstimate)> Years { get; init; } = [];

    public int Year { get; init; } = -1;

    public int Value { get; init; } = -1;

    public int Estimate { get; init; } = -1;

    public int Indicator { get; init; } = -1;

    public int Unit { get; init; } = -1;

    /// <summary>The layout of a table; null where no row is a header.</summary>
    /// <exception cref="OnRecordException">OR6107: it has several columns of figures, or not the one that was asked for.</exception>
    public static SeriesLayout? Find(RawTable table, string file, string? column)
    {
        for (var row = 0; row < table.Rows.Count && row < LatestHeader; row++)
        {
            if (Of(table, row, file, column) is { } layout) return layout;
        }
        return null;
    }

    /// <summary>The year at the head of a column: "2014", "2014 [YR2014]", "2014e".</summary>
    public static int? YearOf(string head)
    {
        if (head.Length < 4 || head.Length > 4 && char.IsAsciiDigit(head[4])) return null;
        return int.TryParse(head.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1500 and <= 2200 ? year : null;
    }

    private static SeriesLayout? Of(RawTable table, int row, string file, string? column)
    {
        var cells = table.Rows[row];
        var heads = cells.Select(cell => Plain(cell.Text)).ToArray();
        var countries = Columns(heads, CountryWords);
        var years = Enumerable.Range(0, heads.Length).Where(i => YearOf(heads[i]) is not null && (heads[i].Length == 4 || heads[i][4..].Trim() is "e" or "est" or "est." or "*" || heads[i].Contains("yr", StringComparison.Ordinal)))
            .Select(i => (Column: i, Year: YearOf(heads[i])!.Value, IsEstimate: heads[i].Length > 4 && !heads[i].Contains("yr", StringComparison.Ordinal))).ToList();
        var year = Column(heads, YearWords);
        if (years.Count > 0 && year < 0)
        {
            // A column without a name before the years is that of the countries.
            if (countries.Count == 0 && heads[0].Length == 0 && years[0].Column > 0) countries = [0];
            if (countries.Count == 0) return null;
            return new SeriesLayout { Header = row, Countries = countries, Years = years, Indicator = Column(heads, IndicatorWords), Unit = Column(heads, UnitWords) };
        }
        if (countries.Count == 0 || year < 0) return null;
        var indicator = Column(heads, IndicatorWords);
        return new SeriesLayout
        {
            Header = row,
            Countries = countries,
            Year = year,
            Value = ValueColumn(table, row, heads, [.. countries, year], file, indicator < 0 ? column : null),
            Estimate = Column(heads, EstimateWords),
            Indicator = indicator,
            Unit = Column(heads, UnitWords),
        };
    }

    private static int ValueColumn(RawTable table, int header, string[] heads, IReadOnlyList<int> taken, string file, string? asked)
    {
        var open = Enumerable.Range(0, heads.Length).Where(i => heads[i].Length > 0 && !taken.Contains(i) && !EstimateWords.Contains(heads[i]) && !IndicatorWords.Contains(heads[i]) && !UnitWords.Contains(heads[i]) && !Ignored.Contains(heads[i])
            && HasFigures(table, header, i)).ToList();
        var names = open.Select(i => table.Rows[header][i].Text).ToList();
        if (asked is not null) return open.FirstOrDefault(i => table.Rows[header][i].Text.Equals(asked, StringComparison.OrdinalIgnoreCase), -1) is >= 0 and var chosen ? chosen : throw SeriesErrors.NoSuch(file, "column of figures", asked, names);
        if (open.Where(i => ValueWords.Contains(heads[i])).Take(2).ToList() is [var named]) return named;
        return open.Count switch
        {
            1 => open[0],
            0 => throw SeriesErrors.NoTable(file, "has no column of figures beside country and year. Call it value"),
            _ => throw SeriesErrors.Mixed(file, "several columns of figures", "--column", names),
        };
    }

    private static bool HasFigures(RawTable table, int header, int column) =>
        table.Rows.Skip(header + 1).Any(row => column < row.Count && (row[column].IsFormula || FigureCell.Read(row[column], table.HasDecimalComma)?.Value is not null));

    private static List<int> Columns(string[] heads, HashSet<string> words) => [.. Enumerable.Range(0, heads.Length).Where(i => words.Contains(heads[i]))];

    private static int Column(string[] heads, HashSet<string> words) => Array.FindIndex(heads, words.Contains);

    private static string Plain(string head) => string.Join(' ', head.ToLowerInvariant().Split([' ', '_', '\u00A0', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
