using System.IO.Compression;
using System.Text;
using System.Text.Json;
using OnRecord.Language.Text;

namespace OnRecord.Lab.Corpora;

/// <summary>An attribution that people marked: spans into the text, in UTF-16 units.</summary>
internal sealed record GoldAttribution(IReadOnlyList<TextSpan> Source, IReadOnlyList<TextSpan> Cue, IReadOnlyList<TextSpan> Content);

/// <summary>A document of the attribution corpus. Its silver annotation is not read; its token borders are, for scoring alone.</summary>
internal sealed class AttributionDocument
{
    public required string Id { get; init; }

    public required string Annotator { get; init; }

    public required string Text { get; init; }

    /// <summary>The corpus's own token borders: scores are taken over them.</summary>
    public required IReadOnlyList<TextSpan> ScoringTokens { get; init; }

    public required IReadOnlyList<GoldAttribution> Attributions { get; init; }

    /// <summary>Whether an attribution stands inside the content of another.</summary>
    public bool IsNested => Attributions.Any(inner => Attributions.Any(outer => !ReferenceEquals(inner, outer)
        && inner.Content.Concat(inner.Cue).All(span => outer.Content.Any(content => content.Contains(span)))));

    public static List<AttributionDocument> Read(string path)
    {
        using var file = File.OpenRead(path);
        using var zip = new GZipStream(file, CompressionMode.Decompress);
        using var reader = new StreamReader(zip, Encoding.UTF8);
        var documents = new List<AttributionDocument>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0) documents.Add(Parse(line));
        }
        return documents;
    }

    private static AttributionDocument Parse(string line)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        var text = root.GetProperty("text").GetString()!;
        var units = CodePointUnits.Of(text);
        return new AttributionDocument
        {
            Id = root.GetProperty("id").GetString()!,
            Annotator = root.GetProperty("annotator").GetString() ?? "",
            Text = text,
            ScoringTokens = [.. root.GetProperty("sentences").EnumerateArray().SelectMany(s => s.EnumerateArray()).Select(t => new TextSpan(units[t[0].GetInt32()], units[t[1].GetInt32()]))],
            Attributions = [.. root.GetProperty("attributions").EnumerateArray().Select(a => new GoldAttribution(Spans(a, "source"), Spans(a, "cue"), Spans(a, "content")))],
        };

        TextSpan[] Spans(JsonElement attribution, string role) =>
            [.. attribution.GetProperty(role).EnumerateArray().Select(s => new TextSpan(units[s[0].GetInt32()], units[s[1].GetInt32()])).Order()];
    }
}
