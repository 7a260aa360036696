namespace OnRecord.Extract;

/// <summary>
/// The speaker of a headline: "Quint: City will not pay twice", "City will not pay twice, says Quint", "City Will Not Pay
/// Twice - Mayor Quint". A headline is a first paragraph that does not end as a sentence does; its speaker is a person's
/// name, since before a colon or behind a dash anything may stand. Stateless.
/// </summary>
internal static class Headlines
{
    private const double Right = 0.75;
    private const int LongestHeadline = 40;
    private const int LongestSpeaker = 6;
    private const int ShortestContent = 3;

    /// <summary>The attribution of a headline; null where it names no speaker.</summary>
    public static RoleGroup? Find(TokenAttributes tokens, int first, int end)
    {
        if (end - first is < ShortestContent + 2 or > LongestHeadline || tokens.Analysis.Sentences[^1].EndToken == end || Word(tokens, end - 1) is "." or "!") return null;
        for (var i = first + 1; i < Math.Min(end, first + LongestSpeaker + 1); i++)
        {
            if (Word(tokens, i) is ":") return end - i > ShortestContent && EndsInPerson(tokens, first, i) ? RoleGroup.OfSyntax((first, i), (i, i + 1), (i + 1, end), Right) : null;
        }
        for (var i = end - 2; i > Math.Max(first + ShortestContent, end - LongestSpeaker - 2); i--)
        {
            if (Word(tokens, i) is "-" or "\u2013" or "\u2014" or "--" && IsApart(tokens, i)) return EndsInPerson(tokens, i + 1, end) ? RoleGroup.OfSyntax((i + 1, end), (i, i + 1), (first, i), Right) : null;
            if (Word(tokens, i) is "says" or "say" or "said" or "Says" or "Say" && Word(tokens, i - 1) is ",") return EndsInPerson(tokens, i + 1, end) ? RoleGroup.OfSyntax((i + 1, end), (i, i + 1), (first, i - 1), Right) : null;
        }
        return null;
    }

    // A dash between words, "Well-Known", is none.
    private static bool IsApart(TokenAttributes tokens, int token) =>
        tokens.Analysis.Tokens[token - 1].End < tokens.Analysis.Tokens[token].Start && tokens.Analysis.Tokens[token].End < tokens.Analysis.Tokens[token + 1].Start;

    // In a headline a family name alone is seldom seen to be a name; that it ends a person's name in the article shows it.
    private static bool EndsInPerson(TokenAttributes tokens, int first, int end)
    {
        if (first >= end) return false;
        for (var i = 0; i < tokens.Name.Length; i++)
        {
            if (tokens.IsPerson(i, begins: false) && tokens.Word[i] == tokens.Word[end - 1]) return true;
        }
        return false;
    }

    private static ReadOnlySpan<char> Word(TokenAttributes tokens, int token) => tokens.Analysis.Tokens[token].Span.Slice(tokens.Analysis.Text.AsSpan());
}
