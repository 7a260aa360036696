using System.Collections.Frozen;

namespace OnRecord.Check;

/// <summary>What is measured, whatever words say it: "defence spending" and "military expenditure" are one measure.</summary>
internal static class MeasureWords
{
    // Words that mean the same when they name what is measured, and in no other place.
    private static readonly FrozenDictionary<string, string> Meanings = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["defense"] = "defence", ["military"] = "defence",
        ["expenditure"] = "spending", ["outlay"] = "spending", ["budget"] = "spending", ["expense"] = "spending", ["spend"] = "spending", ["spent"] = "spending",
        ["inhabitant"] = "population", ["resident"] = "population", ["people"] = "population", ["person"] = "population",
        ["emit"] = "emission", ["emitted"] = "emission",
        ["debt"] = "debt", ["indebtedness"] = "debt",
        ["jobless"] = "unemployment", ["joblessness"] = "unemployment", ["unemployed"] = "unemployment",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // What says how the figure is given, or whose it is, and not what it measures.
    private static readonly FrozenSet<string> Passed = new[]
    {
        "a", "an", "the", "of", "on", "for", "in", "to", "at", "as", "and", "its", "their", "our", "his", "her", "my", "your", "own", "all", "each", "every",
        "total", "annual", "yearly", "overall", "national", "share", "percentage", "percent", "per", "cent", "proportion", "level", "rate", "amount", "figure",
        "additional", "extra", "more", "gdp", "gross", "domestic", "product", "output", "economic", "has", "have", "had", "been", "is", "was", "were", "be", "s",
        "current", "constant",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The measure that the words name, as its words in order; empty where they name none.</summary>
    public static SortedSet<string> Of(string words)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var word in Words(words))
        {
            var singular = word.Length > 3 && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) ? word[..^1] : word;
            var meant = Meanings.GetValueOrDefault(word) ?? Meanings.GetValueOrDefault(singular) ?? singular;
            if (!Passed.Contains(word) && !Passed.Contains(meant)) found.Add(meant);
        }
        return found;
    }

    private static IEnumerable<string> Words(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var isLetter = i < text.Length && char.IsLetter(text[i]);
            if (isLetter && start < 0) start = i;
            if (isLetter || start < 0) continue;
            yield return text[start..i].ToLowerInvariant();
            start = -1;
        }
    }
}
