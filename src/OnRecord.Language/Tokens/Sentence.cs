using OnRecord.Language.Text;

namespace OnRecord.Language.Tokens;

/// <summary>A sentence: a run of tokens inside one paragraph.</summary>
/// <param name="FirstToken">The index of its first token.</param>
/// <param name="EndToken">The index after its last token.</param>
/// <param name="Span">From the first token's start to the last token's end.</param>
/// <param name="Paragraph">The index of the paragraph it stands in.</param>
/// <param name="IsApart">Whether it is furniture: on the page, and no part of the article.</param>
/// <param name="IsCut">Whether it was longer than 1,000 tokens and is cut here: the next goes on with it.</param>
public readonly record struct Sentence(int FirstToken, int EndToken, TextSpan Span, int Paragraph, bool IsApart, bool IsCut = false)
{
    /// <summary>The number of tokens.</summary>
    public int Count => EndToken - FirstToken;
}
