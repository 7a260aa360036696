using OnRecord.Language.Tags;

namespace OnRecord.Interpret.Clauses;

/// <summary>
/// Keeps the dateline of a report, "HARWICK, April 3 (Northern Wire) - Kestria accused …", out of its first sentence: the
/// place that the report was written in did nothing.
/// </summary>
internal static class Dateline
{
    private const int LongestTokens = 16;

    /// <summary>The subject of a predicate, where the syntax took the dateline for it: the noun that stands between the two.</summary>
    public static int Subject(ArticleView view, int predicate, int subject)
    {
        var end = EndOf(view, view.Sentence(predicate).FirstToken, view.Sentence(predicate).EndToken);
        if (subject >= end || predicate < end) return subject;
        for (var i = end; i < predicate; i++)
        {
            var isInside = view.Grammar.Head(i) >= end && view.Grammar.Head(i) < predicate;
            if (!isInside && view.Grammar.Tag(i) is UniversalTag.Noun or UniversalTag.ProperNoun or UniversalTag.Pronoun && view.Child(i, "case") is var preposition && (preposition < 0 || preposition > i)) return i;
        }
        return subject;
    }

    // A name in capitals, then no verb up to the dash that stands between spaces.
    private static int EndOf(ArticleView view, int first, int end)
    {
        if (!IsInCapitals(view.Word(first))) return first;
        for (var i = first + 1; i < Math.Min(end, first + LongestTokens); i++)
        {
            if (view.Word(i) is "-" or "\u2013" or "\u2014" or "--") return i + 1;
            if (view.Grammar.Tag(i) is UniversalTag.Verb or UniversalTag.Auxiliary) return first;
        }
        return first;
    }

    private static bool IsInCapitals(ReadOnlySpan<char> word)
    {
        foreach (var letter in word)
        {
            if (char.IsLower(letter)) return false;
        }
        return word.Length > 2 && char.IsLetter(word[0]);
    }
}
