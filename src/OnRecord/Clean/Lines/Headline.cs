using OnRecord.Language.Text;

namespace OnRecord.Clean.Lines;

/// <summary>The headline of a plain text.</summary>
internal static class Headline
{
    // The longest headline of a page of news that still fits two lines of print; a paragraph is longer.
    private const int LongestHeadline = 200;

    /// <summary>
    /// The first line, where it looks like a headline: short, without the stop that ends a sentence, a blank line below
    /// and more text after it. Null where it does not.
    /// </summary>
    internal static TextSpan? Of(string text, IReadOnlyList<TextLine> lines)
    {
        if (lines.Count < 2 || !lines[0].BlankAfter || lines[0].Span.Length > LongestHeadline)
            return null;
        var line = lines[0].Span.Slice(text.AsSpan());
        if (line[^1] is '.' or ',' or ':' or ';' or '\u3002' || LineShape.OpensQuotation(line[0]) && LineShape.ClosesQuotation(line[^1]))
            return null;
        return LineWords.KindOfFirst(line.ToString()) is null ? lines[0].Span : null;
    }
}
