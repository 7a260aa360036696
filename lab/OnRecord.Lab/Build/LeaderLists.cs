using System.Text.RegularExpressions;

namespace OnRecord.Lab.Build;

/// <summary>Heads of state and government by year, out of the encyclopedia's lists: names and years alone.</summary>
internal static partial class LeaderLists
{
    // The lists' own "present".
    private const string ListsEnd = "2019-01";

    public static IEnumerable<HolderDraft> Read(FactsFolder facts, States states)
    {
        foreach (var name in facts.Names("encyclopedia").Where(n => n.Contains("state_leaders", StringComparison.Ordinal)))
        {
            string? iso = null;
            foreach (var line in facts.Text("encyclopedia", name).Split('\n'))
            {
                if (Polity().Match(line) is { Success: true } polity)
                {
                    iso = states.Code(polity.Groups[1].Value);
                    continue;
                }
                if (iso is null || Person().Match(line) is not { Success: true } person) continue;
                foreach (var draft in Of(iso, person.Groups["name"].Value, person.Groups["rest"].Value)) yield return draft;
            }
        }
    }

    // "Acting President (1999–2000), President (2000–2008)"
    private static IEnumerable<HolderDraft> Of(string iso, string name, string rest)
    {
        if (name.Contains('_', StringComparison.Ordinal) || name.Contains(',', StringComparison.Ordinal)) yield break;
        foreach (Match part in Part().Matches(rest))
        {
            if (OfficeTitle.Of(part.Groups["title"].Value.Replace("_", "", StringComparison.Ordinal)) is not { } office) continue;
            foreach (var years in part.Groups["years"].Value.Split(',', StringSplitOptions.TrimEntries))
            {
                if (Years().Match(years) is not { Success: true } match) continue;
                var from = match.Groups[1].Value;
                var until = match.Groups[2].Success ? match.Groups[2].Value : from;
                var isPresent = until == "present";
                yield return new HolderDraft(iso, office.Slot, office.Title, PersonName.Plain(name), from, isPresent ? "" : until, isPresent ? ListsEnd : "", office.IsActing, 2);
            }
        }
    }

    [GeneratedRegex(@"^-\s+(.+)$", RegexOptions.None, 1000)]
    private static partial Regex Polity();

    [GeneratedRegex(@"^:+\*(?<name>[^(]+?),\s+(?<rest>.*\(.*\d{4}.*)$", RegexOptions.None, 1000)]
    private static partial Regex Person();

    [GeneratedRegex(@"(?<title>[^(,]+?)\s*\((?<years>[^)]*\d{4}[^)]*)\)", RegexOptions.None, 1000)]
    private static partial Regex Part();

    [GeneratedRegex(@"^(\d{4})(?:\s*[–-]\s*(\d{4}|present))?$", RegexOptions.None, 1000)]
    private static partial Regex Years();
}
