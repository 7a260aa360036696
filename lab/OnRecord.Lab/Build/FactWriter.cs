using System.Text;

namespace OnRecord.Lab.Build;

/// <summary>Writes a table of facts in the layout that the library reads, its rows in the order of their cells.</summary>
internal static class FactWriter
{
    public static void Write(string path, string what, string source, string terms, IReadOnlyList<string> columns, IEnumerable<string[]> rows)
    {
        var text = new StringBuilder();
        text.Append("# ").Append(what).Append('\n');
        text.Append("# source: ").Append(source).Append('\n');
        text.Append("# terms: ").Append(terms).Append('\n');
        text.Append("# made by: lab build knowledge\n");
        text.AppendJoin('\t', columns).Append('\n');
        var lines = rows.Select(cells => string.Join('\t', cells.Select(Plain)).TrimEnd('\t')).Distinct(StringComparer.Ordinal);
        foreach (var line in lines.Order(StringComparer.Ordinal)) text.Append(line).Append('\n');
        File.WriteAllText(path, text.ToString());
    }

    private static string Plain(string cell) => cell.Replace('\t', ' ').Replace('\n', ' ').Trim();
}
