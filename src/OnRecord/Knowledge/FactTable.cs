using System.Globalization;
using System.Text;
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

    private readonly ReadOnlyMemory<byte> text;

    private FactTable(string name, ReadOnlyMemory<byte> text) => (Name, this.text) = (name, text);

    /// <summary>The file's name.</summary>
    public string Name { get; }

    /// <summary>The table in UTF-8.</summary>
    public ReadOnlySpan<byte> Text => text.Span;

    /// <summary>Where the facts come from.</summary>
    public string Source { get; private set; } = "";

    /// <summary>Under which terms.</summary>
    public string Terms { get; private set; } = "";

    public IReadOnlyList<FactRow> Rows => rows;

    /// <summary>Reads a table.</summary>
    /// <exception cref="OnRecordException">OR6001: a line is not what the table's columns ask for.</exception>
    public static FactTable Read(string name, TextReader text)
    {
        var table = new FactTable(name, Encoding.UTF8.GetBytes(text.ReadToEnd()));
        table.Each(table.rows.Add);
        return table;
    }

    /// <summary>Hands over the rows of a table one by one and keeps none of them. A row is good for as long as the text is.</summary>
    /// <param name="name">The table's name.</param>
    /// <param name="text">The table in UTF-8.</param>
    /// <param name="take">Takes a row.</param>
    /// <exception cref="OnRecordException">OR6001: a line is not what the table's columns ask for.</exception>
    public static void Each(string name, ReadOnlyMemory<byte> text, Action<FactRow> take) => new FactTable(name, text).Each(take);

    public bool Has(string column) => columns.ContainsKey(column);

    public int Column(string column) => columns.TryGetValue(column, out var index) ? index : -1;

    public static OnRecordException Wrong(string name, int line, string what) => new(
        DiagnosticCodes.KnowledgeWrong,
        string.Create(CultureInfo.InvariantCulture, $"Line {line} of the facts {name} {what}. Correct the line; docs/reference/knowledge.md says what each table holds."));

    private void Each(Action<FactRow> take)
    {
        var number = 0;
        var whole = Text;
        for (var start = 0; start < whole.Length;)
        {
            var rest = whole[start..];
            var length = rest.IndexOf((byte)'\n') is >= 0 and var end ? end : rest.Length;
            var line = rest[..(length > 0 && rest[length - 1] == '\r' ? length - 1 : length)];
            number++;
            if (line.Length > 0) Take(line, start, number, take);
            start += length + 1;
        }
        if (columns.Count == 0) throw Wrong(Name, 1, "is the end: the names of the columns are missing");
    }

    private void Take(ReadOnlySpan<byte> line, int start, int number, Action<FactRow> take)
    {
        if (line[0] == '#')
        {
            if (line.StartsWith("# source: "u8)) Source = Encoding.UTF8.GetString(line[10..]);
            else if (line.StartsWith("# terms: "u8)) Terms = Encoding.UTF8.GetString(line[9..]);
        }
        else if (columns.Count == 0)
        {
            var names = Encoding.UTF8.GetString(line).Split('\t');
            for (var i = 0; i < names.Length; i++) columns[names[i]] = i;
        }
        else
        {
            var cells = line.Count((byte)'\t') + 1;
            if (cells > columns.Count)
            {
                throw Wrong(Name, number, string.Create(CultureInfo.InvariantCulture, $"has {cells} cells where the table has {columns.Count} columns"));
            }
            take(new FactRow(this, number, start, line.Length));
        }
    }
}
