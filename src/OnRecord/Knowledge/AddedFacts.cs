using System.Text;
using System.Text.Json;
using OnRecord.Language;

namespace OnRecord.Knowledge;

/// <summary>A table of facts that a user adds to the knowledge. Immutable.</summary>
public sealed class AddedFacts
{
    private AddedFacts(string name, string concept, string table, int rows)
    {
        Name = name;
        Concept = concept;
        Table = table;
        Rows = rows;
    }

    /// <summary>What it is called: the name of its file.</summary>
    public string Name { get; }

    /// <summary>Which of the tables of facts it adds to: <c>persons</c>, <c>offices</c>, <c>holders</c> …</summary>
    public string Concept { get; }

    /// <summary>Its rows in the layout of the tables: the names of the columns, then a row a line, cells apart by tabs.</summary>
    public string Table { get; }

    /// <summary>How many rows it has.</summary>
    public int Rows { get; }

    /// <summary>Reads CSV with a line of column names, or JSON lines with an object a row. Which table is meant is told by the columns and by the keys.</summary>
    /// <param name="name">What to call it; <c>.jsonl</c> and <c>.ndjson</c> at its end say JSON lines.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="OnRecordException">OR6001: it is not of that form, or no table of facts has such rows.</exception>
    public static AddedFacts Read(string name, string text)
    {
        var isJson = name.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".ndjson", StringComparison.OrdinalIgnoreCase);
        var rows = isJson ? FromJson(name, text) : [.. CommaSeparated.Read(text.TrimStart('\uFEFF'))];
        if (rows.Count == 0) throw FactTable.Wrong(name, 1, "is the end: it has no rows");
        var columns = rows.SelectMany(r => r.Keys).Distinct(StringComparer.Ordinal).ToList();
        var concept = ConceptOf(name, rows, columns);
        var table = new StringBuilder().AppendJoin('\t', columns).Append('\n');
        foreach (var row in rows) table.AppendJoin('\t', columns.Select(c => Plain(row.GetValueOrDefault(c, "")))).Append('\n');
        return new AddedFacts(name, concept, table.ToString(), rows.Count);
    }

    /// <summary>The facts again as they were kept.</summary>
    /// <exception cref="OnRecordException">OR6001: the table is damaged.</exception>
    public static AddedFacts Kept(string name, string concept, string table)
    {
        using var reader = new StringReader(table);
        return new AddedFacts(name, concept, table, FactTable.Read(name, reader).Rows.Count);
    }

    private static string ConceptOf(string name, List<Dictionary<string, string>> rows, List<string> columns)
    {
        if (columns.Contains("office") && columns.Contains("person")) return "holders";
        if (columns.Contains("organisation") && columns.Contains("member")) return "members";
        if (columns.Contains("treaty") && columns.Contains("party")) return "parties";
        var concepts = rows.Select((row, i) => row.GetValueOrDefault("key", "").Split(':')[0] switch
        {
            "state" => "states",
            "region" => "regions",
            "org" => "organisations",
            "treaty" => "treaties",
            "inst" => "institutions",
            "media" => "media",
            "office" => "offices",
            "person" => "persons",
            _ => throw FactTable.Wrong(name, i + 2, $"has the key '{row.GetValueOrDefault("key", "")}', which does not begin with state:, region:, org:, treaty:, inst:, media:, office: or person:"),
        }).Distinct(StringComparer.Ordinal).ToList();
        return concepts.Count == 1 ? concepts[0] : throw FactTable.Wrong(name, 2, $"begins a file of several tables ({string.Join(", ", concepts)}); give each a file of its own");
    }

    private static List<Dictionary<string, string>> FromJson(string name, string text)
    {
        var rows = new List<Dictionary<string, string>>();
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            try
            {
                using var json = JsonDocument.Parse(line);
                if (json.RootElement.ValueKind != JsonValueKind.Object) throw FactTable.Wrong(name, number, "is no JSON object");
                rows.Add(json.RootElement.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.ValueKind == JsonValueKind.Array ? string.Join("; ", p.Value.EnumerateArray()) : p.Value.ToString(), StringComparer.Ordinal));
            }
            catch (JsonException)
            {
                throw FactTable.Wrong(name, number, "is no JSON");
            }
        }
        return rows;
    }

    private static string Plain(string cell) => cell.Replace('\t', ' ').Replace('\r', ' ').Replace('\n', ' ').Trim();
}
