using OnRecord.Language.Text;

namespace OnRecord.Clean.Lines;

/// <summary>Splits a text into its lines.</summary>
internal static class TextLines
{
    private const string Breaks = "\n\r\f\v\u0085\u2028\u2029";

    /// <summary>The lines with something on them, in order.</summary>
    internal static List<TextLine> Of(string text)
    {
        var lines = new List<TextLine>();
        var blankBefore = true;
        var start = 0;
        while (start <= text.Length)
        {
            var length = text.AsSpan(start).IndexOfAny(Breaks);
            var end = length < 0 ? text.Length : start + length;
            var span = Trimmed(text, start, end);
            if (span.IsEmpty)
            {
                blankBefore = true;
                if (lines.Count > 0)
                    lines[^1] = lines[^1] with { BlankAfter = true };
            }
            else
            {
                lines.Add(new TextLine(span, blankBefore, false));
                blankBefore = false;
            }
            var isPair = end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n';
            start = end + (isPair ? 2 : 1);
        }
        if (lines.Count > 0)
            lines[^1] = lines[^1] with { BlankAfter = true };
        return lines;
    }

    private static TextSpan Trimmed(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return new TextSpan(start, end);
    }
}
