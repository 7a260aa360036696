using System.Collections.Frozen;
using OnRecord.Interpret.Words;

namespace OnRecord.Interpret.Threads;

/// <summary>
/// The words that a wording is about, as two wordings are compared: in lower case, function words left out, plurals taken
/// to their singular by the three rules of the S stemmer (Harman, "How effective is suffixing?", 1991), and the spellings
/// of Britain and America made one. Texts out of a ledger have no tags, so no dictionary form can be had here.
/// </summary>
internal static class ContentWords
{
    private static readonly FrozenSet<string> FunctionWords = WordList.Lines("function-words.txt").SelectMany(line => line.Split(' ')).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The words, each once, in ordinal order.</summary>
    public static string[] Of(string words) => [.. Split(words).Where(w => !FunctionWords.Contains(w) && !char.IsAsciiDigit(w[0])).Select(Stem).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>How often the words negate.</summary>
    public static int Negations(string words) => Split(words).Count(w => w is "not" or "no" or "never" or "none" or "nobody" or "nothing" or "neither" or "nor" or "without" or "cannot" || w.EndsWith("n't", StringComparison.Ordinal));

    private static IEnumerable<string> Split(string words)
    {
        var start = -1;
        for (var i = 0; i <= words.Length; i++)
        {
            var isInside = i < words.Length && (char.IsLetterOrDigit(words[i]) || start >= 0 && words[i] is '\'' or '\u2019');
            if (isInside && start < 0) start = i;
            if (isInside || start < 0) continue;
            var word = words[start..i].ToLowerInvariant().Replace('\u2019', '\'').TrimEnd('\'');
            yield return word.EndsWith("'s", StringComparison.Ordinal) ? word[..^2] : word;
            start = -1;
        }
    }

    private static string Stem(string word)
    {
        var stem = word switch
        {
            { Length: > 4 } when word.EndsWith("ies", StringComparison.Ordinal) && word[^4] is not ('a' or 'e') => word[..^3] + "y",
            { Length: > 3 } when word.EndsWith("es", StringComparison.Ordinal) && word[^3] is not ('a' or 'e' or 'o') => word[..^1],
            { Length: > 3 } when word[^1] == 's' && word[^2] is not ('u' or 's') => word[..^1],
            _ => word,
        };
        if (stem.Length < 6) return stem;
        if (stem.EndsWith("ense", StringComparison.Ordinal)) return stem[..^2] + "ce";
        if (stem.EndsWith("isation", StringComparison.Ordinal)) return stem[..^7] + "ization";
        if (stem.EndsWith("ise", StringComparison.Ordinal)) return stem[..^3] + "ize";
        return stem.EndsWith("our", StringComparison.Ordinal) ? stem[..^3] + "or" : stem;
    }
}
