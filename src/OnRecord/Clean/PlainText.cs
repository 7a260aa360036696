using OnRecord.Clean.Lines;
using OnRecord.Language.Text;

namespace OnRecord.Clean;

/// <summary>An article out of a plain text: every character is kept, nothing is guessed but the headline.</summary>
internal static class PlainText
{
    internal static Article Read(RawDocument raw, string text, string charset)
    {
        var lines = TextLines.Of(text);
        var title = Headline.Of(text, lines);
        return new Article
        {
            Raw = raw,
            Text = text,
            Charset = charset,
            Title = title is { } span ? span.Slice(text) : null,
            Published = raw.Published,
            Furniture = FurnitureFinder.Find(text, lines, title is null ? null : lines[0].Span),
        };
    }
}
