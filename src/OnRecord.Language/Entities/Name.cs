using OnRecord.Language.Text;

namespace OnRecord.Language.Entities;

/// <summary>A name in the text, or an amount or date that is read like one.</summary>
/// <param name="FirstToken">The index of its first token.</param>
/// <param name="EndToken">The index after its last token.</param>
/// <param name="Span">From the first token's start to the last token's end.</param>
/// <param name="Type">What it is the name of.</param>
public readonly record struct Name(int FirstToken, int EndToken, TextSpan Span, NameType Type);
