using System.Text;

namespace OnRecord.Clean;

/// <summary>The article alone: its text with the furniture out and the paragraphs kept.</summary>
public static class Prose
{
    /// <summary>
    /// The text of the article without its furniture. Lines that held nothing else go with it, and no more than one
    /// blank line stands between two paragraphs; line ends become <c>\n</c>, and all other characters stay as they are.
    /// </summary>
    public static string Of(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var kept = new StringBuilder(article.Text.Length);
        var from = 0;
        foreach (var piece in article.Furniture)
        {
            if (piece.Span.Start > from)
                kept.Append(article.Text, from, piece.Span.Start - from);
            from = Math.Max(from, piece.Span.End);
        }
        kept.Append(article.Text, from, article.Text.Length - from);
        return WithSingleBlankLines(kept.ToString());
    }

    private static string WithSingleBlankLines(string text)
    {
        var lines = new StringBuilder(text.Length);
        var blanks = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.IsWhiteSpace())
            {
                blanks++;
                continue;
            }
            if (lines.Length > 0)
                lines.Append('\n', blanks > 0 ? 2 : 1);
            lines.Append(line);
            blanks = 0;
        }
        return lines.ToString();
    }
}
