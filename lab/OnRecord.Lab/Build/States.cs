using System.Text.Json;
using System.Text.RegularExpressions;
using OnRecord.Lab.Corpora;

using OnRecord.Knowledge;

namespace OnRecord.Lab.Build;

/// <summary>States and territories: codes, names, names of the people, capitals.</summary>
internal sealed partial class States
{
    private readonly Dictionary<string, string> byName = new(StringComparer.OrdinalIgnoreCase);

    public States(FactsFolder facts)
    {
        Pages = [.. TarFiles.Read(facts.Archive("factbook.tar.gz")).Where(f => f.Name.EndsWith(".json", StringComparison.Ordinal)).Select(f => (f.Name[..2], JsonDocument.Parse(f.Bytes).RootElement))];
        var pages = Pages.GroupBy(p => p.Code, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Page, StringComparer.Ordinal);
        var cameo = facts.Text("cameo", "Phoenix.Countries.actors.txt.gz");
        foreach (var row in CommaSeparated.Read(facts.Text("country-codes.csv")))
        {
            var iso = row["ISO3166-1-Alpha-3"];
            var name = row["CLDR display name"] is { Length: > 0 } display ? display : row["official_name_en"];
            if (iso.Length != 3 || name.Length == 0) continue;
            name = name.Replace("St. ", "Saint ", StringComparison.Ordinal).Replace(" & ", " and ", StringComparison.Ordinal);
            var fips = row["FIPS"].Split(',')[0].ToLowerInvariant();
            var page = pages.TryGetValue(fips, out var found) && found.TryGetProperty("Government", out _) ? found : default;
            if (page.ValueKind == JsonValueKind.Object) IsoByPage[fips] = iso;
            var names = new List<string> { name };
            foreach (var other in row["is_independent"] == "Yes" ? (string[])[row["UNTERM English Short"], row["official_name_en"], Text(page, "Government", "Country name", "conventional short form")] : [])
            {
                var plain = Parenthesis().Replace(other, "").Trim();
                if (plain.Length > 2 && plain != "none" && !plain.Contains(',', StringComparison.Ordinal)) names.Add(plain);
            }
            var formal = Text(page, "Government", "Country name", "conventional long form") is { Length: > 0 } longForm && longForm != "none" ? longForm : row["UNTERM English Formal"];
            formal = Parenthesis().Replace(formal, "").Split(';')[0].Trim();
            if (formal.StartsWith("the ", StringComparison.Ordinal)) formal = formal[4..];
            if (row["is_independent"] != "Yes") formal = "";
            // The people of a territory are often called after the state that it is of.
            var demonyms = row["is_independent"] == "Yes" ? Demonyms(page) : [];
            var capital = row["Capital"];
            Rows.Add(
            [
                "state:" + iso, name, formal.Contains(',', StringComparison.Ordinal) ? "" : formal, string.Join("; ", names.Distinct(StringComparer.Ordinal).Skip(1)), string.Join("; ", demonyms), capital, "",
                row["ISO3166-1-Alpha-2"], iso, cameo.Contains("[" + iso + "GOV", StringComparison.Ordinal) ? iso : "", row["wikidata_id"].Split('/')[^1],
            ]);
            foreach (var known in names.Append(formal)) byName.TryAdd(known, iso);
        }
        foreach (var (other, iso) in OtherNames) byName[other] = iso;
    }

    public List<string[]> Rows { get; } = [];

    /// <summary>The factbook's pages by their own codes.</summary>
    public IReadOnlyList<(string Code, JsonElement Page)> Pages { get; }

    public Dictionary<string, string> IsoByPage { get; } = new(StringComparer.Ordinal);

    /// <summary>The code of a state by a name that the lists of leaders use; null where none is meant that still exists.</summary>
    public string? Code(string name)
    {
        var plain = Tail().Replace(Parenthesis().Replace(name, ""), "").Trim().TrimEnd(',', ':', '–').Trim();
        if (byName.TryGetValue(plain, out var iso)) return iso;
        foreach (var opening in (string[])["Republic of the ", "Republic of ", "Kingdom of ", "State of ", "Federal Republic of ", "Islamic Republic of ", "Federative Republic of ", "Second Republic of ", "The "])
        {
            if (plain.StartsWith(opening, StringComparison.Ordinal) && byName.TryGetValue(plain[opening.Length..], out iso)) return iso;
        }
        return null;
    }

    /// <summary>A text of a page; empty where the page does not have it.</summary>
    public static string Text(JsonElement page, params ReadOnlySpan<string> path)
    {
        var element = page;
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element)) return "";
        }
        if (element.ValueKind == JsonValueKind.Object && element.TryGetProperty("text", out var text)) element = text;
        return element.ValueKind == JsonValueKind.String ? System.Net.WebUtility.HtmlDecode(Markup().Replace(element.GetString()!, "")) : "";
    }

    // "Frenchman(men), Frenchwoman(women)" and "French".
    private static List<string> Demonyms(JsonElement page)
    {
        var found = new List<string>();
        foreach (var adjective in Text(page, "People and Society", "Nationality", "adjective").Split([',', ';', '/'], StringSplitOptions.TrimEntries))
        {
            if (Demonym().IsMatch(adjective)) found.Add(adjective);
        }
        foreach (var noun in Text(page, "People and Society", "Nationality", "noun").Split([',', ';'], StringSplitOptions.TrimEntries))
        {
            var single = Parenthesis().Replace(noun, "").Trim();
            if (!Demonym().IsMatch(single)) continue;
            found.Add(single);
            if (noun.EndsWith("(s)", StringComparison.Ordinal)) found.Add(single + "s");
            if (noun.EndsWith("(men)", StringComparison.Ordinal)) found.Add(single[..^3] + "men");
            if (noun.EndsWith("(women)", StringComparison.Ordinal)) found.Add(single[..^5] + "women");
        }
        return [.. found.Distinct(StringComparer.Ordinal)];
    }

    private static readonly (string, string)[] OtherNames =
    [
        ("Ivory Coast", "CIV"), ("Czech Republic", "CZE"), ("Swaziland", "SWZ"), ("Macedonia", "MKD"), ("East Timor", "TLS"), ("Cape Verde", "CPV"), ("Burma", "MMR"), ("Union of Burma/Myanmar", "MMR"),
        ("Democratic Republic of the Congo", "COD"), ("Zaire", "COD"), ("Republic of the Congo", "COG"), ("Togolese Republic", "TGO"), ("Republic of China: Taiwan", "TWN"), ("Taiwan", "TWN"), ("People's Republic of China", "CHN"), ("North Korea", "PRK"),
        ("South Korea", "KOR"), ("Lao People's Democratic Republic", "LAO"), ("Socialist Republic of Vietnam", "VNM"), ("Syrian Arab Republic", "SYR"), ("Islamic Republic of Iran", "IRN"), ("State of Palestine", "PSE"), ("Palestine", "PSE"),
        ("Republic of Ireland", "IRL"), ("United Kingdom of Great Britain and Northern Ireland", "GBR"), ("Federal Republic of Germany", "DEU"), ("West Germany", "DEU"), ("East Germany", "DDR"), ("Hungary: Third Republic", "HUN"), ("Soviet Union", "SUN"),
        ("Russia", "RUS"), ("Greece: Third Republic", "GRC"), ("France: French Fifth Republic", "FRA"), ("Third Republic of Portugal", "PRT"), ("Kingdom of Spain", "ESP"), ("Kingdom of the Netherlands", "NLD"), ("Vatican City", "VAT"), ("Kosovo", "XKX"),
        ("Bosnia and Herzegovina", "BIH"), ("Socialist Federal Republic of Yugoslavia", "YUG"), ("Federal Republic of Yugoslavia: Serbia and Montenegro", "SCG"), ("Serbia and Montenegro", "SCG"), ("Czechoslovak Socialist Republic", "CSK"), ("Czech and Slovak Federative Republic", "CSK"),
        ("Arab Republic of Egypt", "EGY"), ("People's Democratic Republic of Algeria", "DZA"), ("Libyan Arab Jamahiriya", "LBY"), ("Federal Democratic Republic of Ethiopia", "ETH"), ("United Republic of Tanzania", "TZA"), ("Tanzania", "TZA"), ("Republic of Tanzania", "TZA"),
        ("Federated States of Micronesia", "FSM"), ("Republic of the Gambia", "GMB"), ("The Gambia", "GMB"), ("The Bahamas", "BHS"), ("Sheikhdom of Kuwait", "KWT"), ("Republic of Trinidad and Tobago", "TTO"), ("Co-operative Republic of Guyana", "GUY"),
        ("People's Republic of Poland", "POL"), ("Turkey", "TUR"), ("Republic of Turkey", "TUR"), ("Venezuela", "VEN"), ("Bolivia", "BOL"), ("Moldova", "MDA"), ("Brunei", "BRN"), ("Syria", "SYR"), ("Laos", "LAO"), ("Vietnam", "VNM"), ("Iran", "IRN"), ("Nigeria: _Fourth Nigerian Republic_", "NGA"),
        ("Federal Republic of Somalia", "SOM"), ("Transitional Federal Government of the Republic of Somalia", "SOM"), ("State of Libya", "LBY"), ("São Tomé and Príncipe", "STP"), ("Myanmar", "MMR"), ("United Arab Emirates", "ARE"), ("United States", "USA"),
    ];

    [GeneratedRegex(@"\s*\([^)]*\)", RegexOptions.None, 1000)]
    private static partial Regex Parenthesis();

    [GeneratedRegex(@"\s*(\(complete list.*|, has limited recognition.*|–.*)$", RegexOptions.None, 1000)]
    private static partial Regex Tail();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Markup();

    [GeneratedRegex(@"^[A-ZÉÎ][\w'\u2019-]+( [A-Z][\w'\u2019-]+){0,2}$", RegexOptions.None, 1000)]
    private static partial Regex Demonym();
}
