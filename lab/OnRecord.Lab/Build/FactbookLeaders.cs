using System.Globalization;
using System.Text.RegularExpressions;

namespace OnRecord.Lab.Build;

/// <summary>Who is head of state and of government, since which day, out of the factbook of May 2026.</summary>
internal static partial class FactbookLeaders
{
    private const string Edition = "2026-05";

    public static IEnumerable<HolderDraft> Read(States states)
    {
        foreach (var (code, page) in states.Pages)
        {
            if (!states.IsoByPage.TryGetValue(code, out var iso)) continue;
            foreach (var post in (string[])["chief of state", "head of government"])
            {
                foreach (Match match in Leader().Matches(States.Text(page, "Government", "Executive branch", post)))
                {
                    var words = match.Groups["who"].Value.Trim().TrimStart(';', ',').Trim();
                    if (Split(words) is not var (title, name) || OfficeTitle.Of(title) is not { } office) continue;
                    if (!DateTime.TryParseExact(match.Groups["since"].Value, "d MMMM yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var since)) continue;
                    yield return new HolderDraft(iso, office.Slot, office.Title, PersonName.Plain(name), since.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "", Edition, office.IsActing, 1);
                }
            }
        }
    }

    // "President Emmanuel MACRON": the title is the longest beginning that is an office.
    private static (string Title, string Name)? Split(string words)
    {
        var parts = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var n = Math.Min(5, parts.Length - 1); n > 0; n--)
        {
            if (OfficeTitle.Of(string.Join(' ', parts[..n])) is not null) return (string.Join(' ', parts[..n]), string.Join(' ', parts[n..]));
        }
        return null;
    }

    [GeneratedRegex(@"(?<who>[^();]+?)\s*\(since\s+(?<since>\d{1,2} \w+ \d{4})[^)]*\)", RegexOptions.None, 1000)]
    private static partial Regex Leader();
}
