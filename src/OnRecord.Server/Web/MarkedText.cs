using System.Globalization;
using OnRecord.Language.Text;

namespace OnRecord.Server.Web;

/// <summary>
/// An article's text with who said what marked in it: every content is a link to its entry in the record beside, every
/// entry's first words are where the entry leads back to.
/// </summary>
internal sealed class MarkedText
{
    // As many as the style sheet has colours; the thirteenth speaker shares the first one's, and the record tells them apart.
    private const int Colours = 12;

    private readonly string text;
    private readonly Reading reading;
    private readonly Dictionary<string, int> speakers = new(StringComparer.Ordinal);
    private readonly HashSet<string> begun = new(StringComparer.Ordinal);

    private MarkedText(Reading reading, string text)
    {
        this.reading = reading;
        this.text = text;
        foreach (var attribution in reading.Attributions)
        {
            if (attribution.Speaker is { } speaker) speakers.TryAdd(speaker, speakers.Count);
        }
    }

    /// <summary>The class that gives a speaker of the reading its colour.</summary>
    public string ColourOf(string? speaker) => speaker is null ? "s-open" : string.Create(CultureInfo.InvariantCulture, $"s{speakers[speaker] % Colours}");

    public static MarkedText Of(Reading reading) => new(reading, reading.Article?.Text ?? "");

    /// <summary>The text, a paragraph for each of its lines.</summary>
    /// <param name="window">Only the lines that reach into it; null for all.</param>
    public Html Paragraphs(TextSpan? window = null)
    {
        var marks = Marks();
        var start = 0;
        var lines = new List<Html>();
        var next = 0;
        var open = new List<Mark>();
        while (start <= text.Length)
        {
            var end = text.IndexOf('\n', start) is >= 0 and var newline ? newline : text.Length;
            var line = new TextSpan(start, end);
            while (next < marks.Count && marks[next].Span.Start < line.End) open.Add(marks[next++]);
            open.RemoveAll(mark => mark.Span.End <= line.Start);
            if (!string.IsNullOrWhiteSpace(line.Slice(text)) && (window is not { } wanted || line.Overlaps(wanted))) lines.Add(Paragraph(line, open));
            start = end + 1;
        }
        return Html.Each(lines, line => line);
    }

    private Html Paragraph(TextSpan line, List<Mark> marks)
    {
        var here = marks.Where(mark => mark.Span.Overlaps(line)).ToList();
        var borders = here.SelectMany(mark => new[] { mark.Span.Start, mark.Span.End }).Append(line.Start).Append(line.End)
            .Where(border => border >= line.Start && border <= line.End).Distinct().Order().ToList();
        var pieces = new List<Html>();
        for (var i = 1; i < borders.Count; i++)
        {
            var piece = new TextSpan(borders[i - 1], borders[i]);
            pieces.Add(Piece(piece, [.. here.Where(mark => mark.Span.Contains(piece))]));
        }
        var isFurniture = here.Count > 0 && here.All(mark => mark.Role == MarkRole.Furniture);
        return Html.Of($"<p{Html.If(isFurniture, () => Html.Of($""" class="furniture" """))}>{Html.Each(pieces, piece => piece)}</p>\n");
    }

    // The innermost content has the words: it is the one that begins last, and of those the one that ends first.
    private Html Piece(TextSpan piece, List<Mark> over)
    {
        var words = piece.Slice(text);
        if (over.Count == 0) return Html.Of($"{words}");
        if (over.Exists(mark => mark.Role == MarkRole.Furniture)) return Html.Of($"""<span class="furniture">{words}</span>""");
        var content = over.Where(mark => mark.Role == MarkRole.Content).OrderBy(mark => mark.Span.Start).ThenByDescending(mark => mark.Span.End).LastOrDefault().By;
        var part = over.Where(mark => mark.Role != MarkRole.Content).OrderBy(mark => mark.Span.Start).LastOrDefault();
        var inner = part.By is null ? Html.Of($"{words}") : Html.Of($"""<span class="{(part.Role == MarkRole.Cue ? "cue" : "source")} {ColourOf(part.By.Speaker)}">{words}</span>""");
        if (content is null) return inner;
        var isFirst = begun.Add(content.Id);
        return Html.Of($"""<a class="content {ColourOf(content.Speaker)}" href="#r-{content.Id}"{Html.If(isFirst, () => Html.Of($" id=\"{content.Id}\""))}{Html.If(!isFirst, () => Html.Of($""" tabindex="-1" """))}>{inner}</a>""");
    }

    private List<Mark> Marks() =>
        [.. reading.Attributions.SelectMany(a => Of(a, a.Content, MarkRole.Content).Concat(Of(a, a.Source, MarkRole.Source)).Concat(Of(a, a.Cue, MarkRole.Cue)))
            .Concat((reading.Article?.Furniture ?? []).Select(piece => new Mark(piece.Span, MarkRole.Furniture, null)))
            .Where(mark => !mark.Span.IsEmpty).OrderBy(mark => mark.Span)];

    private static IEnumerable<Mark> Of(Attribution attribution, IReadOnlyList<TextSpan> spans, MarkRole role) => spans.Select(span => new Mark(span, role, attribution));

    private enum MarkRole
    {
        Content,
        Source,
        Cue,
        Furniture,
    }

    private readonly record struct Mark(TextSpan Span, MarkRole Role, Attribution? By);
}
