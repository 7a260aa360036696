using OnRecord.Language.Text;

namespace OnRecord.Formats;

/// <summary>Turns the spans of one text into the positions an output counts.</summary>
internal sealed class Positions
{
    private readonly CodePointOffsets? codePoints;

    public Positions(string text, OffsetUnit unit) => codePoints = unit == OffsetUnit.CodePoint ? new CodePointOffsets(text) : null;

    public TextSpan Of(TextSpan span) => codePoints?.ToCodePoints(span) ?? span;
}
