using System.Globalization;
using OnRecord.Language;

namespace OnRecord.Knowledge;

/// <summary>
/// One file of facts: lines that begin with <c>#</c> say what it holds, from which source and under which terms; then the
/// names of the columns, then a row a line, cells apart by tabs. What is left out at a row's end is empty.
/// </summary>
internal sealed class FactTable
{
    private readonly Dictionary<string, int> columns = new(StringComparer.Ordinal);
    private readonly List<FactRow> rows = [];

    private FactTable(string name) => Name = name;

    /// <summary>The file's name.</summary>
    public string Name { get; }

    /// <summary>Where the facts come from.</summary>
    public string Source { get; private set; } = "";

    /// <summary>Under which terms.</summary>
    public string Terms { get; private set; } = "";

    public IReadOnlyList<FactRow> Rows => rows;

    /// <summary>Reads a table.</summary>
    /// <exception cref="OnRecordException">OR6001: a line is not what the table's columns ask for.</exception>
    public static FactTable Read(string name, TextReader text)
    {
        var table = new FactTable(name);
        table.Each(text.ReadToEnd().AsMemory(), table.rows.Add);
        return table;
    }

    /// <summary>Hands over the rows of a table one by one and keeps none of them: a large table takes no more memory than what is made of it. A row is good until the next.</summary>
    /// <exception cref="OnRecordException">OR6001: a line is not what the table's columns ask for.</exception>
    public static void Each(string name, ReadOnlyMemory<char> text, Action<FactRow> take) => new FactTable(name).Each(text, take);

    private void Each(ReadOnlyMemory<char> text, Action<FactRow> take)
    {
        var number = 0;
        for (var start = 0; start < text.Length;)
        {
            var rest = text.Span[start..];
            var end = rest.IndexOf('\n') is >= 0 and var length ? start + length : text.Length;
            var line = text[start..(end > start && rest[end - 1 - start] == '\r' ? end - 1 : end)];
            start = end + 1;
            number++;
            if (line.Length > 0) Take(line, number, take);
        }
        if (columns.Count == 0) throw Wrong(Name, 1, "is the end: the names of the columns are missing");
    }

    private void Take(ReadOnlyMemory<char> line, int number, Action<FactRow> take)
    {
        if (line.Span[0] == '#')
        {
            if (line.Span.StartsWith("# source: ")) Source = line[10..].ToString();
            else if (line.Span.StartsWith("# terms: ")) Terms = line[9..].ToString();
        }
        else if (columns.Count == 0)
        {
            var names = line.ToString().Split('\t');
            for (var i = 0; i < names.Length; i++) columns[names[i]] = i;
        }
        else
        {
            var cells = line.Span.Count('\t') + 1;
            if (cells > columns.Count)
            {
                throw Wrong(Name, number, string.Create(CultureInfo.InvariantCulture, $"has {cells} cells where the table has {columns.Count} columns"));
            }
            take(new FactRow(this, number, line));
        }
    }

    public bool Has(string column) => columns.ContainsKey(column);

    public int Column(string column) => columns.TryGetValue(column, out var index) ? index : -1;

    public static OnRecordException Wrong(string name, int line, string what) => new(
        DiagnosticCodes.KnowledgeWrong,
        string.Create(CultureInfo.InvariantCulture, $"Line {line} of the facts {name} {what}. Correct the line; docs/reference/knowledge.md says what each table holds."));
}
