namespace OnRecord.Tests.Conventions;

/// <summary>The table of namespaces and arrows, read out of docs/design/house.md: what is written there is what is tested.</summary>
internal sealed class HouseTable
{
    private readonly Dictionary<string, (string[] Sees, string[] Packages)> rows = new(StringComparer.Ordinal);

    public HouseTable(string markdown)
    {
        foreach (var line in markdown.Split('\n'))
        {
            if (!line.StartsWith("| `OnRecord", StringComparison.Ordinal)) continue;
            var cells = line.Split('|', StringSplitOptions.TrimEntries);
            rows.Add(Names(cells[1]).Single(), (Names(cells[2]), Names(cells[3])));
        }
    }

    public static HouseTable Read() => new(Repository.Read("docs/design/house.md"));

    public IEnumerable<string> Namespaces => rows.Keys;

    /// <summary>The row a namespace stands in: its own or the nearest above; the root's nouns are a row for themselves.</summary>
    public string? Row(string space)
    {
        for (var name = space; name.Length > 0; name = name[..Math.Max(0, name.LastIndexOf('.'))])
        {
            if (rows.ContainsKey(name) && (name != "OnRecord" || space == "OnRecord")) return name;
        }
        return null;
    }

    public bool MaySee(string row, string otherRow) => row == otherRow || rows[row].Sees.Contains(otherRow);

    public bool MayUse(string row, string package) => rows[row].Packages.Contains(package);

    private static string[] Names(string cell) => [.. cell.Split('`').Where((_, i) => i % 2 == 1)];
}
