using OnRecord.Language.Tokens;

namespace OnRecord.Language.Text;

/// <summary>
/// The dateline that a report begins with, "HARWICK, April 3 (Northern Wire) - Kestria accused …". Stateless.
/// </summary>
internal static class Datelines
{
    private const int LongestTokens = 16;

    /// <summary>The first token behind the dateline of a sentence; that of the sentence where it has none.</summary>
    public static int EndOf(Analysis analysis, Sentence sentence)
    {
        // A name in capitals, then names, days and marks up to a dash, and a beginning behind it: "NATO - which" is none.
        if (!IsInCapitals(Word(analysis, sentence.FirstToken))) return sentence.FirstToken;
        for (var i = sentence.FirstToken + 1; i < Math.Min(sentence.EndToken, sentence.FirstToken + LongestTokens); i++)
        {
            var word = Word(analysis, i);
            if (word is "-" or "\u2013" or "\u2014" or "--") return i + 1 < sentence.EndToken && !char.IsLower(Word(analysis, i + 1)[0]) ? i + 1 : sentence.FirstToken;
            if (char.IsLower(word[0])) return sentence.FirstToken;
        }
        return sentence.FirstToken;
    }

    private static ReadOnlySpan<char> Word(Analysis analysis, int token) => analysis.Tokens[token].Span.Slice(analysis.Text.AsSpan());

    private static bool IsInCapitals(ReadOnlySpan<char> word)
    {
        foreach (var letter in word)
        {
            if (char.IsLower(letter)) return false;
        }
        return word.Length > 2 && char.IsLetter(word[0]);
    }
}
