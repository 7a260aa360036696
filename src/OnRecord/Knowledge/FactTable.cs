using System.Globalization;
using OnRecord.Language;

namespace OnRecord.Knowledge;

/// <summary>
/// One file of facts: lines that begin with <c>#</c> say what it holds, from which source and under which terms; then the
/// names of the columns, then a row a line, cells apart by tabs. What is left out at a row's end is empty.
/// </summary>
internal sealed class FactTable
{
    private readonly Dictionary<string, int> columns;

    private FactTable(string name, Dictionary<string, int> columns, List<FactRow> rows, string source, string terms)
    {
        Name = name;
        this.columns = columns;
        Rows = rows;
        Source = source;
        Terms = terms;
        foreach (var row in rows) row.Table = this;
    }

    /// <summary>The file's name.</summary>
    public string Name { get; }

    /// <summary>Where the facts come from.</summary>
    public string Source { get; }

    /// <summary>Under which terms.</summary>
    public string Terms { get; }

    public IReadOnlyList<FactRow> Rows { get; }

    /// <summary>Reads a table.</summary>
    /// <exception cref="OnRecordException">OR6001: a line is not what the table's columns ask for.</exception>
    public static FactTable Read(string name, TextReader text)
    {
        var (source, terms) = ("", "");
        Dictionary<string, int>? columns = null;
        var rows = new List<FactRow>();
        for (var number = 1; text.ReadLine() is { } line; number++)
        {
            if (line.Length == 0) continue;
            if (line[0] == '#')
            {
                if (line.StartsWith("# source: ", StringComparison.Ordinal)) source = line[10..];
                else if (line.StartsWith("# terms: ", StringComparison.Ordinal)) terms = line[9..];
                continue;
            }
            var cells = line.Split('\t');
            if (columns is null)
            {
                columns = new Dictionary<string, int>(StringComparer.Ordinal);
                for (var i = 0; i < cells.Length; i++) columns[cells[i]] = i;
                continue;
            }
            if (cells.Length > columns.Count)
            {
                throw Wrong(name, number, string.Create(CultureInfo.InvariantCulture, $"has {cells.Length} cells where the table has {columns.Count} columns"));
            }
            rows.Add(new FactRow(number, cells));
        }
        return new FactTable(name, columns ?? throw Wrong(name, 1, "is the end: the names of the columns are missing"), rows, source, terms);
    }

    public bool Has(string column) => columns.ContainsKey(column);

    public int Column(string column) => columns.TryGetValue(column, out var index) ? index : -1;

    public static OnRecordException Wrong(string name, int line, string what) => new(
        DiagnosticCodes.KnowledgeWrong,
        string.Create(CultureInfo.InvariantCulture, $"Line {line} of the facts {name} {what}. Correct the line; docs/reference/knowledge.md says what each table holds."));
}
