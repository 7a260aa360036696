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
        table.Each(text, table.rows.Add);
        return table;
    }

    /// <summary>Hands over the rows of a table one by one and keeps none of them: a large table takes no more memory than what is made of it.</summary>
    /// <exception cref="OnRecordException">OR6001: a line is not what the table's columns ask for.</exception>
    public static void Each(string name, TextReader text, Action<FactRow> take) => new FactTable(name).Each(text, take);

    private void Each(TextReader text, Action<FactRow> take)
    {
        for (var number = 1; text.ReadLine() is { } line; number++)
        {
            if (line.Length == 0) continue;
            if (line[0] == '#')
            {
                if (line.StartsWith("# source: ", StringComparison.Ordinal)) Source = line[10..];
                else if (line.StartsWith("# terms: ", StringComparison.Ordinal)) Terms = line[9..];
                continue;
            }
            var cells = line.Split('\t');
            if (columns.Count == 0)
            {
                for (var i = 0; i < cells.Length; i++) columns[cells[i]] = i;
                continue;
            }
            if (cells.Length > columns.Count)
            {
                throw Wrong(Name, number, string.Create(CultureInfo.InvariantCulture, $"has {cells.Length} cells where the table has {columns.Count} columns"));
            }
            take(new FactRow(this, number, cells));
        }
        if (columns.Count == 0) throw Wrong(Name, 1, "is the end: the names of the columns are missing");
    }

    public bool Has(string column) => columns.ContainsKey(column);

    public int Column(string column) => columns.TryGetValue(column, out var index) ? index : -1;

    public static OnRecordException Wrong(string name, int line, string what) => new(
        DiagnosticCodes.KnowledgeWrong,
        string.Create(CultureInfo.InvariantCulture, $"Line {line} of the facts {name} {what}. Correct the line; docs/reference/knowledge.md says what each table holds."));
}
