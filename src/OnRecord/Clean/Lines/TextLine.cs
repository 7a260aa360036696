using OnRecord.Language.Text;

namespace OnRecord.Clean.Lines;

/// <summary>A line with something on it.</summary>
/// <param name="Span">Its words, without white space at the ends and without the line break.</param>
/// <param name="BlankBefore">Whether a blank line or the start of the text stands above it.</param>
/// <param name="BlankAfter">Whether a blank line or the end of the text stands below it.</param>
internal readonly record struct TextLine(TextSpan Span, bool BlankBefore, bool BlankAfter);
