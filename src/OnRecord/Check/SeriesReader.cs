using System.Globalization;
using System.Security.Cryptography;
using OnRecord.Check.Tables;
using OnRecord.Knowledge;
using OnRecord.Language;

namespace OnRecord.Check;

/// <summary>
/// Reads a series out of a file: CSV, JSON, or a workbook (.xlsx); a row a country with a column a year, as SIPRI and the
/// World Bank lay their tables out, or a row a country and year. docs/reference/checks.md describes the layouts.
/// </summary>
public static class SeriesReader
{
    private const int LongestName = 60;

    // The largest share that is believed: a debt is seldom more than three times a year's product.
    private const decimal LargestShare = 1000;

    // Larger than any sum of money there is, and small enough to be added and multiplied without end.
    private const decimal LargestFigure = 1e20m;

    /// <summary>Reads a series.</summary>
    /// <param name="file">The file's name, for messages and for the series' own name.</param>
    /// <param name="bytes">The file.</param>
    /// <param name="options">What is said of it besides.</param>
    /// <param name="world">The countries.</param>
    /// <exception cref="OnRecordException">OR6101 to OR6108, each with the place in the file and the way out; OR1005: it is too large.</exception>
    public static Series Read(string file, ReadOnlyMemory<byte> bytes, SeriesOptions options, WorldKnowledge world)
    {
        var (table, layout) = Choose(TableFile.Read(file, bytes), file, options);
        return new TableReading(file, table, layout, options, world).Series(Convert.ToHexStringLower(SHA256.HashData(bytes.Span)), NameOf(file, options.Name));
    }

    private static (RawTable Table, SeriesLayout Layout) Choose(IReadOnlyList<RawTable> tables, string file, SeriesOptions options)
    {
        if (options.Sheet is { } sheet)
        {
            var named = tables.Where(table => table.Name.Equals(sheet, StringComparison.OrdinalIgnoreCase)).ToList();
            tables = named.Count > 0 ? named : throw SeriesErrors.NoSuch(file, "sheet", sheet, [.. tables.Select(table => table.Name)]);
        }
        var found = tables.Select(table => (Table: table, Layout: SeriesLayout.Find(table, file, options.Column))).Where(pair => pair.Layout is not null).Select(pair => (pair.Table, pair.Layout!)).ToList();
        return found.Count switch
        {
            1 => found[0],
            0 => throw SeriesErrors.NoHeader(file),
            _ => throw SeriesErrors.Mixed(file, "several tables", "--sheet", [.. found.Select(pair => pair.Table.Name)]),
        };
    }

    private static string NameOf(string file, string? given)
    {
        var name = new string([.. (given ?? Path.GetFileNameWithoutExtension(file)).Trim().ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')]).Trim('-');
        while (name.Contains("--", StringComparison.Ordinal)) name = name.Replace("--", "-", StringComparison.Ordinal);
        return name.Length is > 0 and <= LongestName ? name : throw SeriesErrors.Undescribed(file, ["--name"]);
    }

    private sealed class TableReading(string file, RawTable table, SeriesLayout layout, SeriesOptions options, WorldKnowledge world)
    {
        private readonly CountryNames countries = new(world);
        private readonly SortedDictionary<(string Country, int Year), (SeriesFigure Figure, int Row)> figures = new(Comparer<(string Country, int Year)>.Create((left, right) => string.CompareOrdinal(left.Country, right.Country) is not 0 and var order ? order : left.Year.CompareTo(right.Year)));
        private readonly SortedSet<string> unknown = new(StringComparer.Ordinal);
        private int formulas;
        private int repeated;
        private bool hasPercentages;

        public Series Series(string sha256, string name)
        {
            var rows = Rows();
            var (measure, source, terms, retrieved) = (Said("measure", options.Measure) ?? OnlyWord(rows, layout.Indicator), Said("source", options.Source), Said("terms", options.Terms), options.Retrieved ?? Day());
            var written = Said("unit", options.Unit) ?? OnlyWord(rows, layout.Unit);
            var missing = ((string Option, bool IsMissing)[])[("--measure", measure is null), ("--unit", written is null), ("--source", source is null), ("--retrieved", retrieved is null), ("--terms", terms is null)];
            if (missing.Any(m => m.IsMissing)) throw SeriesErrors.Undescribed(file, [.. missing.Where(m => m.IsMissing).Select(m => m.Option)]);
            var unit = SeriesUnit.Read(file, written!);
            if (OnlyWord(rows, layout.Unit) is { } inColumn && SeriesUnit.Read(file, inColumn).Unit != unit.Unit) throw SeriesErrors.Unit(file, $"the unit is given as '{written}', and the file says '{inColumn}'");
            foreach (var row in rows) Take(row, unit.Scale);
            Check(unit);
            return new Series
            {
                Name = name,
                Measure = measure!,
                Unit = unit.Unit,
                Source = source!,
                Terms = terms!,
                Retrieved = retrieved!.Value,
                Sha256 = sha256,
                Figures = [.. figures.Values.Select(pair => pair.Figure)],
                Notes = Notes(unit),
            };
        }

        // The rows that hold the measure: those of the indicator asked for, where the table has one.
        private List<int> Rows()
        {
            var rows = Enumerable.Range(layout.Header + 1, table.Rows.Count - layout.Header - 1).Where(row => layout.Countries.Any(column => Cell(row, column).Text.Length > 0)).ToList();
            if (layout.Indicator < 0) return rows;
            var indicators = rows.Select(row => Cell(row, layout.Indicator).Text).Where(text => text.Length > 0).Distinct(StringComparer.Ordinal).ToList();
            if (options.Column is { } asked)
            {
                var chosen = indicators.Find(indicator => indicator.Equals(asked, StringComparison.OrdinalIgnoreCase)) ?? throw SeriesErrors.NoSuch(file, "indicator", asked, indicators);
                return [.. rows.Where(row => Cell(row, layout.Indicator).Text == chosen)];
            }
            return indicators.Count > 1 ? throw SeriesErrors.Mixed(file, "several measures", "--column", indicators) : rows;
        }

        private string? OnlyWord(List<int> rows, int column)
        {
            if (column < 0) return null;
            var words = rows.Select(row => Cell(row, column).Text).Where(text => text.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
            return words.Count > 1 ? throw SeriesErrors.Mixed(file, "several units", "rows of one unit in a file of their own", words) : words.Count == 1 ? words[0] : null;
        }

        private void Take(int row, decimal scale)
        {
            // A heading ("Central Europe") or a footnote: a name and nothing after it.
            if (layout.Years.Count > 0 && layout.Years.All(column => FigureCell.IsBlank(Cell(row, column.Column)))) return;
            var names = layout.Countries.Select(column => Cell(row, column)).ToList();
            if (countries.Find(names) is not { } country)
            {
                unknown.Add(names.First(name => name.Text.Length > 0).Text);
                return;
            }
            if (layout.Years.Count > 0)
            {
                foreach (var (column, year, isEstimate) in layout.Years) Add(row, country, year, Cell(row, column), isEstimate, scale);
                return;
            }
            var written = Cell(row, layout.Year).Text;
            var yearOfRow = written.Length == 4 ? SeriesLayout.YearOf(written) : null;
            if (yearOfRow is null) throw SeriesErrors.Wrong(file, table.PlaceOf(row), $"has '{written}' where a year stands");
            Add(row, country, yearOfRow.Value, Cell(row, layout.Value), layout.Estimate >= 0 && IsMark(Cell(row, layout.Estimate).Text), scale);
        }

        private void Add(int row, string country, int year, TableCell cell, bool isEstimate, decimal scale)
        {
            if (cell.LacksResult) throw SeriesErrors.Formula(file, string.Create(CultureInfo.InvariantCulture, $"{table.PlaceOf(row)} ({year})"));
            if (FigureCell.Read(cell, table.HasDecimalComma) is not { } read) throw SeriesErrors.Wrong(file, string.Create(CultureInfo.InvariantCulture, $"{table.PlaceOf(row)} ({year})"), $"has '{cell.Text}', which is no figure");
            if (cell.IsFormula) formulas++;
            hasPercentages |= read.IsPercentage;
            var figure = new SeriesFigure(country, year, Scaled(row, read.Value, scale), read.Value is not null && (isEstimate || read.IsEstimate));
            if (!figures.TryGetValue((country, year), out var before))
            {
                figures.Add((country, year), (figure, row));
            }
            else if (before.Figure.Value is null)
            {
                // Two rows of one country, as of a state before and after its union: the one with a figure has it.
                figures[(country, year)] = (figure, row);
            }
            else if (figure.Value is not null)
            {
                if (figure.Value != before.Figure.Value) throw SeriesErrors.Doubled(file, table.PlaceOf(before.Row), table.PlaceOf(row), world.Find(country)!.Name, year);
                repeated++;
            }
        }

        private decimal? Scaled(int row, decimal? value, decimal scale)
        {
            if (value is { } figure && Math.Abs(figure) > LargestFigure / scale) throw SeriesErrors.Wrong(file, table.PlaceOf(row), "has a figure that is too large");
            return value * scale;
        }

        private void Check(SeriesUnit unit)
        {
            if (unknown.Count > 0 && !options.SkipsUnknown) throw SeriesErrors.UnknownCountries(file, [.. unknown]);
            var values = figures.Values.Where(pair => pair.Figure.Value is not null).Select(pair => pair.Figure).ToList();
            if (values.Count == 0) throw SeriesErrors.NoTable(file, "has a header and not one figure below it. Check the sheet and the columns");
            if (hasPercentages && !unit.IsShare) throw SeriesErrors.Unit(file, $"the figures are percentages, and the unit is given as {unit.Unit}");
            if (!unit.IsShare) return;
            var largest = values.MaxBy(figure => Math.Abs(figure.Value!.Value));
            if (Math.Abs(largest.Value!.Value) > LargestShare) throw SeriesErrors.Unit(file, string.Create(CultureInfo.InvariantCulture, $"the figure of {world.Find(largest.Country)!.Name} for {largest.Year} is {largest.Value}, which is no share in percent"));
        }

        private List<string> Notes(SeriesUnit unit)
        {
            var notes = new List<string>();
            if (unit.Prices is not null) notes.Add(unit.Prices);
            void Count(int count, string one, string many)
            {
                if (count > 0) notes.Add(string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}"));
            }
            Count(figures.Values.Count(pair => pair.Figure.Value is null), "gap", "gaps");
            Count(figures.Values.Count(pair => pair.Figure.IsEstimate), "estimate", "estimates");
            Count(formulas, "cell is a formula: its kept result was taken", "cells are formulas: their kept results were taken");
            Count(repeated, "figure stands twice, the same each time", "figures stand twice, the same each time");
            if (unknown.Count > 0) notes.Add("left out, no country of the knowledge: " + string.Join("; ", unknown));
            return notes;
        }

        private string? Said(string key, string? given) => given ?? (table.Said.TryGetValue(key, out var said) && said.Length > 0 ? said : null);

        private DateOnly? Day()
        {
            if (Said("retrieved", null) is not { } written) return null;
            return DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw SeriesErrors.Wrong(file, "the line 'retrieved'", $"has '{written}', which is no day as YYYY-MM-DD");
        }

        private TableCell Cell(int row, int column) => column >= 0 && column < table.Rows[row].Count ? table.Rows[row][column] : new TableCell("");

        private static bool IsMark(string status) => status.ToLowerInvariant() is "yes" or "true" or "1" or "e" or "est" or "est." or "estimate" or "estimated" or "p" or "provisional" or "f" or "forecast";
    }
}
