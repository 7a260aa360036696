using System.Text;
using OnRecord.Language;
using OnRecord.Language.Text;

namespace OnRecord.Tests.Specs;

/// <summary>Writes what was seen in a text in the short form in which specifications expect it. Specs/README.md explains the forms.</summary>
internal static class SpecRendering
{
    public static string Tokens(Analysis analysis)
    {
        var text = new StringBuilder();
        for (var i = 0; i < analysis.Tokens.Count; i++)
        {
            var token = analysis.Tokens[i];
            if (i > 0) text.Append(analysis.Text.AsSpan(analysis.Tokens[i - 1].End, token.Start - analysis.Tokens[i - 1].End).Contains('\n') ? '\n' : '|');
            text.Append(token.Span.Slice(analysis.Text));
        }
        return text.ToString();
    }

    public static string Sentences(Analysis analysis) =>
        Lines(analysis.Sentences.Select(s => (s.IsApart ? "apart: " : "") + Words(analysis.Text, s.Span)));

    public static string Quotations(Analysis analysis) =>
        Lines(analysis.Quotations.Select(q =>
            new string(' ', 2 * q.Depth) + Words(analysis.Text, q.Span) + (q.IsContinuation ? " (goes on)" : "") + (q.IsClosed ? "" : " (open)")));

    public static string Furniture(Article article) =>
        Lines(article.Furniture.Select(f => $"{Kebab(f.Kind.ToString())}: {Words(article.Text, f.Span)}"));

    public static string Attributions(Reading reading)
    {
        var text = reading.Article!.Text;
        var names = reading.Entities.ToDictionary(e => e.Id, e => e.Name, StringComparer.Ordinal);
        var depths = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var a in reading.Attributions) depths[a.Id] = a.Inside is { } outer ? depths[outer] + 1 : 0;
        return Lines(reading.Attributions.Select(a =>
            $"{new string(' ', 2 * depths[a.Id])}{Kebab(a.Kind.ToString())} [{Words(text, a.Source)}] <{Words(text, a.Cue)}> {{{Words(text, a.Content)}}} -> {(a.Speaker is { } id ? names[id] : $"({a.Unresolved})")}"));
    }

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);

    private static string Words(string text, IReadOnlyList<TextSpan> spans) => string.Join(" … ", spans.Select(span => Words(text, span)));

    private static string Words(string text, TextSpan span) =>
        string.Join(" ¶ ", span.Slice(text).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static string Kebab(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : $"{c}"));
}
