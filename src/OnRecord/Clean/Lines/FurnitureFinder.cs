using OnRecord.Language.Text;

namespace OnRecord.Clean.Lines;

/// <summary>
/// Marks the furniture of a text, line by line: by the words a line is made of, and by its shape and place among the
/// paragraphs. docs/reference/furniture.md lists the signals. When in doubt a line is left in, since a paragraph taken
/// for furniture loses what it says.
/// </summary>
internal static class FurnitureFinder
{
    // A list of other stories is rarely longer; a bound keeps one stray "Related" from taking the rest of a page.
    private const int LongestStoryList = 10;

    internal static IReadOnlyList<Furniture> Find(string text, IReadOnlyList<TextLine> lines, TextSpan? title)
    {
        var shapes = new LineShape[lines.Count];
        for (var i = 0; i < lines.Count; i++)
            shapes[i] = LineShape.Of(lines[i].Span.Slice(text.AsSpan()));
        var headlines = new StoryHeadlines(text, lines, shapes);
        var found = new List<Furniture>();
        var storiesLeft = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            var span = lines[i].Span;
            if (span == title || span.Length > LineShape.LongestFurniture)
            {
                storiesLeft = 0;
                continue;
            }
            var line = span.Slice(text);
            var kind = i == 0 ? LineWords.KindOfFirst(line) : LineWords.KindOf(line);
            if (kind is not null && LineWords.AnnouncesStories(line))
            {
                storiesLeft = LongestStoryList;
            }
            else if (kind is null && storiesLeft > 0 && !shapes[i].IsProse && shapes[i].Words >= 3)
            {
                storiesLeft--;
                kind = FurnitureKind.RelatedHeadline;
            }
            else
            {
                storiesLeft = 0;
                kind ??= headlines.IsCreditAt(i) ? FurnitureKind.Credit : headlines.IsStoryAt(i) ? FurnitureKind.RelatedHeadline : null;
            }
            if (kind is { } known)
                found.Add(new Furniture(span, known));
        }
        return found;
    }
}
