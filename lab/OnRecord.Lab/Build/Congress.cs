using System.Text.RegularExpressions;

namespace OnRecord.Lab.Build;

/// <summary>Members of the Congress of the United States with their terms, out of the list of present members.</summary>
internal static partial class Congress
{
    private const string AsOf = "2025-01";

    /// <summary>Adds the offices, persons and tenures.</summary>
    public static void Read(FactsFolder facts, PersonKeys keys, SortedDictionary<string, string[]> offices, SortedDictionary<string, string[]> persons, List<string[]> holders)
    {
        foreach (var block in Regex.Split(facts.Text("legislators-current.yaml.gz"), @"^- id:", RegexOptions.Multiline, TimeSpan.FromSeconds(10)).Skip(1))
        {
            var name = Value(block, "official_full") is { Length: > 0 } full ? full : $"{Value(block, "first")} {Value(block, "last")}";
            name = name.Split(',')[0];
            var aliases = new List<string> { $"{Value(block, "first")} {Value(block, "last")}" };
            if (Value(block, "nickname") is { Length: > 0 } nick) aliases.Add($"{nick} {Value(block, "last")}");
            var person = keys.Of("USA", name);
            if (persons.ContainsKey(person)) continue;
            persons[person] = [person, name, string.Join("; ", aliases.Where(a => a != name).Distinct(StringComparer.Ordinal)), Value(block, "gender").ToLowerInvariant(), Value(block, "wikidata")];
            foreach (Match term in Term().Matches(block))
            {
                var type = term.Groups["type"].Value;
                if (!StateNames.TryGetValue(term.Groups["state"].Value, out var state)) continue;
                var office = type == "sen" ? $"office:USA/senator-{term.Groups["state"].Value}" : $"office:USA/representative-{term.Groups["state"].Value}";
                offices[office] = [office, type == "sen" ? $"United States Senator for {state}" : $"Member of the United States House of Representatives for {state}", type == "sen" ? "inst:USA/senate" : "inst:USA/house", type == "sen" ? "senator" : "representative", "no"];
                var end = term.Groups["end"].Value;
                var isOver = string.CompareOrdinal(end, AsOf) < 0 || end.StartsWith("2025-01-03", StringComparison.Ordinal);
                holders.Add([office, person, term.Groups["start"].Value, isOver ? end : "", isOver ? "" : string.CompareOrdinal(term.Groups["start"].Value, "2026-01") > 0 ? term.Groups["start"].Value : "2026-01"]);
            }
        }
    }

    private static string Value(string block, string name) => Regex.Match(block, $@"^\s+{name}: '?([^'\n]+)'?\s*$", RegexOptions.Multiline, TimeSpan.FromSeconds(1)).Groups[1].Value.Trim();

    [GeneratedRegex(@"- type: (?<type>sen|rep)\s+start: '(?<start>[\d-]+)'\s+end: '(?<end>[\d-]+)'\s+state: (?<state>[A-Z]{2})", RegexOptions.None, 5000)]
    private static partial Regex Term();

    private static readonly Dictionary<string, string> StateNames = ("AL Alabama;AK Alaska;AZ Arizona;AR Arkansas;CA California;CO Colorado;CT Connecticut;DE Delaware;FL Florida;GA Georgia;HI Hawaii;ID Idaho;IL Illinois;IN Indiana;IA Iowa;KS Kansas;KY Kentucky;LA Louisiana;ME Maine;MD Maryland;MA Massachusetts;MI Michigan;MN Minnesota;MS Mississippi;MO Missouri;MT Montana;NE Nebraska;NV Nevada;NH New Hampshire;NJ New Jersey;NM New Mexico;NY New York;NC North Carolina;ND North Dakota;OH Ohio;OK Oklahoma;OR Oregon;PA Pennsylvania;RI Rhode Island;SC South Carolina;SD South Dakota;TN Tennessee;TX Texas;UT Utah;VT Vermont;VA Virginia;WA Washington;WV West Virginia;WI Wisconsin;WY Wyoming")
        .Split(';').ToDictionary(s => s[..2], s => s[3..], StringComparer.Ordinal);
}
