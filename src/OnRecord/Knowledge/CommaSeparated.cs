using System.Text;

namespace OnRecord.Knowledge;

/// <summary>Reads comma-separated lines with quoted cells, which may hold line ends.</summary>
internal static class CommaSeparated
{
    /// <summary>Every row as its cells by the names of the first line.</summary>
    public static IEnumerable<Dictionary<string, string>> Read(string text)
    {
        string[]? names = null;
        foreach (var cells in Rows(text, ','))
        {
            if (names is null)
            {
                names = cells;
                continue;
            }
            var row = new Dictionary<string, string>(StringComparer.Ordinal);
            for (var i = 0; i < names.Length && i < cells.Length; i++) row[names[i]] = cells[i].Trim();
            yield return row;
        }
    }

    /// <summary>Every row as its cells, which the separator parts.</summary>
    public static IEnumerable<string[]> Rows(string text, char separator)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (isQuoted)
            {
                if (c == '"' && i + 1 < text.Length && text[i + 1] == '"') cell.Append(text[++i]);
                else if (c == '"') isQuoted = false;
                else cell.Append(c);
            }
            else if (c == '"')
            {
                isQuoted = true;
            }
            else if (c == separator || c == '\n')
            {
                cells.Add(cell.ToString());
                cell.Clear();
                if (c == separator) continue;
                yield return [.. cells];
                cells.Clear();
            }
            else if (c != '\r')
            {
                cell.Append(c);
            }
        }
        if (cell.Length > 0 || cells.Count > 0) yield return [.. cells, cell.ToString()];
    }
}
