using System.Text;

namespace OnRecord.Formats;

/// <summary>The article as a reader wants it: furniture out, paragraphs kept.</summary>
public static class ArticleText
{
    /// <summary>
    /// The text without its furniture. Where a piece of furniture had lines to itself, they go with it; white space at
    /// the beginning and the end goes too. Everything else stays as it is.
    /// </summary>
    public static string WithoutFurniture(Article article)
    {
        var text = article.Text;
        var kept = new StringBuilder(text.Length);
        var position = 0;
        foreach (var piece in article.Furniture)
        {
            if (piece.Span.Start > position) kept.Append(text, position, piece.Span.Start - position);
            position = Math.Max(position, piece.Span.End);
            var next = AfterSpace(text, position);
            var hasLineToItself = EndsLine(kept) && (next == text.Length || text.AsSpan(position, next - position).Contains('\n'));
            if (!hasLineToItself) continue;
            // Of the breaks before and after it the wider one stays: a paragraph's end must not become a line's end.
            var space = TrailingSpace(kept);
            if (Lines(text.AsSpan(position, next - position)) > Lines(kept.ToString(kept.Length - space, space)))
            {
                kept.Length -= space;
            }
            else
            {
                position = next;
            }
        }
        kept.Append(text, position, text.Length - position);
        return kept.ToString().Trim();
    }

    private static int AfterSpace(string text, int position)
    {
        while (position < text.Length && char.IsWhiteSpace(text[position])) position++;
        return position;
    }

    private static bool EndsLine(StringBuilder kept)
    {
        var space = TrailingSpace(kept);
        return space == kept.Length || Lines(kept.ToString(kept.Length - space, space)) > 0;
    }

    private static int TrailingSpace(StringBuilder kept)
    {
        var length = 0;
        while (length < kept.Length && char.IsWhiteSpace(kept[kept.Length - 1 - length])) length++;
        return length;
    }

    private static int Lines(ReadOnlySpan<char> space) => space.Count('\n');
}
