using OnRecord.Language.Text;

namespace OnRecord.Language.Tokens;

/// <summary>A word, number, mark or sign. Tokens never overlap, stand in order, and leave out only white space.</summary>
/// <param name="Start">The first UTF-16 unit in the text.</param>
/// <param name="End">The unit after the last.</param>
public readonly record struct Token(int Start, int End)
{
    /// <summary>The range in the text.</summary>
    public TextSpan Span => new(Start, End);
}
