using OnRecord.Knowledge;

namespace OnRecord.Check.Tables;

/// <summary>Reads rows whose cells are parted by commas, semicolons or tabs, with lines about the file before them.</summary>
internal static class DelimitedTable
{
    public static RawTable Read(string text)
    {
        var said = new Dictionary<string, string>(StringComparer.Ordinal);
        var (position, lines) = (0, 0);
        while (position < text.Length && text[position] == '#')
        {
            var end = text.IndexOf('\n', position) is >= 0 and var found ? found : text.Length;
            var line = text[(position + 1)..end];
            if (line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon) said[line[..colon].Trim().ToLowerInvariant()] = line[(colon + 1)..].Trim();
            (position, lines) = (Math.Min(end + 1, text.Length), lines + 1);
        }
        var body = text[position..];
        var separator = SeparatorOf(body);
        return new RawTable
        {
            Rows = [.. CommaSeparated.Rows(body, separator).Select(cells => cells.Select(CellOf).ToArray())],
            Said = said,
            HasDecimalComma = separator != ',',
            FirstNumber = lines + 1,
        };
    }

    // The sign that stands most often: a header of ten years has ten of them, and hardly any of the others.
    private static char SeparatorOf(string body)
    {
        var (commas, semicolons, tabs) = (0, 0, 0);
        foreach (var c in body)
        {
            if (c == ',') commas++;
            else if (c == ';') semicolons++;
            else if (c == '\t') tabs++;
        }
        return tabs > commas && tabs > semicolons ? '\t' : semicolons > commas ? ';' : ',';
    }

    // Text has no place for a formula's result: what begins like one cannot be taken for a figure.
    private static TableCell CellOf(string cell)
    {
        var text = cell.Trim();
        var isFormula = text.StartsWith('=');
        return new TableCell(text) { IsFormula = isFormula, LacksResult = isFormula };
    }
}
