using OnRecord.Language.Text;

namespace OnRecord.Cli.Tables;

/// <summary>A stretch of an article that belongs together: something somebody says, a piece of furniture, or neither.</summary>
internal readonly record struct MarkedPiece(TextSpan Span, Attribution? Said, bool IsFurniture)
{
    /// <summary>The whole text in pieces, in order. Where one statement stands inside another, the inner one has the words.</summary>
    public static IEnumerable<MarkedPiece> Of(Article article, IReadOnlyList<Attribution> attributions)
    {
        var marks = article.Furniture.Select(piece => new MarkedPiece(piece.Span, null, true))
            .Concat(attributions.SelectMany(attribution => attribution.Content.Select(span => new MarkedPiece(span, attribution, false))))
            .Where(mark => !mark.Span.IsEmpty)
            .OrderBy(mark => mark.Span.Start).ThenByDescending(mark => mark.Span.End)
            .ToList();
        // A stack of what is open: the last to open has the words, until it ends.
        var open = new Stack<MarkedPiece>();
        var position = 0;
        foreach (var mark in marks)
        {
            foreach (var piece in Until(mark.Span.Start)) yield return piece;
            open.Push(mark);
        }
        foreach (var piece in Until(article.Text.Length)) yield return piece;

        IEnumerable<MarkedPiece> Until(int end)
        {
            while (position < end)
            {
                while (open.TryPeek(out var over) && over.Span.End <= position) open.Pop();
                var current = open.TryPeek(out var top) ? top : default;
                var next = open.Count > 0 ? Math.Min(end, current.Span.End) : end;
                yield return current with { Span = new TextSpan(position, next) };
                position = next;
            }
        }
    }

    /// <summary>The lines of the piece, without their breaks; the last is not ended, and is empty where the piece ends with a break.</summary>
    public IEnumerable<TextSpan> Lines(string text)
    {
        var start = Span.Start;
        for (var i = Span.Start; i < Span.End; i++)
        {
            if (text[i] != '\n') continue;
            yield return new TextSpan(start, i);
            start = i + 1;
        }
        yield return new TextSpan(start, Span.End);
    }
}
