using System.Text;

namespace OnRecord.Formats;

/// <summary>
/// Lines by RFC 4180: comma between cells, CR LF at the end, quotation marks where a cell needs them. A cell that a
/// spreadsheet would take for a formula is given an apostrophe before it, since the words come from strangers.
/// </summary>
public static class CsvLine
{
    /// <summary>One line, its line end included.</summary>
    public static string Of(params ReadOnlySpan<string?> cells)
    {
        var line = new StringBuilder();
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0) line.Append(',');
            Append(line, cells[i] ?? "");
        }
        return line.Append("\r\n").ToString();
    }

    private static void Append(StringBuilder line, string cell)
    {
        var text = WellFormed.Of(cell);
        var isFormula = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠';
        if (!isFormula && text.AsSpan().IndexOfAny(",\"\r\n") < 0)
        {
            line.Append(text);
            return;
        }
        line.Append('"');
        if (isFormula) line.Append('\'');
        line.Append(text.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }
}
