using OnRecord.Check.Tables;
using OnRecord.Knowledge;

namespace OnRecord.Check;

/// <summary>Tells which country a table means by a name or a code.</summary>
internal sealed class CountryNames(WorldKnowledge world)
{
    // Names of statistical tables that no article uses, and that would mislead if articles were read with them.
    private static readonly Dictionary<string, string> OfTables = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Congo, DR"] = "state:COD", ["Congo, Dem. Rep."] = "state:COD", ["Congo, Republic"] = "state:COG", ["Congo, Rep."] = "state:COG",
        ["Korea, Rep."] = "state:KOR", ["Korea, Dem. People's Rep."] = "state:PRK", ["Kyrgyz Republic"] = "state:KGZ", ["Viet Nam"] = "state:VNM",
        ["Egypt, Arab Rep."] = "state:EGY", ["Iran, Islamic Rep."] = "state:IRN", ["Venezuela, RB"] = "state:VEN", ["Yemen, Rep."] = "state:YEM",
        ["Slovak Republic"] = "state:SVK", ["Russian Federation"] = "state:RUS", ["Lao PDR"] = "state:LAO", ["Micronesia, Fed. Sts."] = "state:FSM",
        ["Hong Kong SAR, China"] = "state:HKG", ["Macao SAR, China"] = "state:MAC", ["St. Lucia"] = "state:LCA", ["St. Kitts and Nevis"] = "state:KNA",
        ["St. Vincent and the Grenadines"] = "state:VCT", ["St. Martin (French part)"] = "state:MAF", ["Sint Maarten (Dutch part)"] = "state:SXM",
        ["Virgin Islands (U.S.)"] = "state:VIR", ["West Bank and Gaza"] = "state:PSE", ["Brunei"] = "state:BRN", ["Brunei Darussalam"] = "state:BRN",
        ["Timor Leste"] = "state:TLS", ["Timor-Leste"] = "state:TLS", ["USSR"] = "state:SUN", ["Laos"] = "state:LAO", ["Moldova"] = "state:MDA",
        ["Tanzania"] = "state:TZA", ["Syria"] = "state:SYR", ["Bolivia"] = "state:BOL", ["Venezuela"] = "state:VEN", ["Czechia"] = "state:CZE",
        ["Turkiye"] = "state:TUR", ["Türkiye"] = "state:TUR", ["Slovakia"] = "state:SVK", ["Cote d'Ivoire"] = "state:CIV",
    };

    /// <summary>The key of the country that one of the cells names; null where none is known.</summary>
    public string? Find(IEnumerable<TableCell> cells)
    {
        foreach (var cell in cells)
        {
            if (cell.Text.Length > 0 && Find(cell.Text) is { } key) return key;
        }
        return null;
    }

    private string? Find(string name)
    {
        if (name.StartsWith("state:", StringComparison.Ordinal) || name.StartsWith("org:", StringComparison.Ordinal)) return world.Find(name) is null ? null : name;
        if (name.Length is 2 or 3 && name.All(char.IsAsciiLetterUpper) && world.StateOfCode(name) is { } state) return state;
        if (OfTables.TryGetValue(name, out var known)) return world.Find(known) is null ? null : known;
        return Named(name) ?? (name.IndexOf(", ", StringComparison.Ordinal) is > 0 and var cut ? Named($"{name[(cut + 2)..]} {name[..cut]}") : null);
    }

    private string? Named(string name)
    {
        // "EU" and "European Union" stand among countries, too.
        var found = world.Named(name).Where(entity => entity.Kind is "state" or "organisation").ToList();
        return found.Count == 1 ? found[0].Key : null;
    }
}
