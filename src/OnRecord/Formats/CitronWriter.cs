using System.Globalization;
using System.Text.Json;
using OnRecord.Language.Text;

namespace OnRecord.Formats;

/// <summary>
/// Writes each document as an object of BBC Citron's annotation format: the text, quotes of cue, sources and contents,
/// and coreference groups. A quotation that goes on from another is part of that one's contents, as Citron has it.
/// </summary>
internal sealed class CitronWriter(Stream stream, OffsetUnit unit) : RecordWriter
{
    private readonly Utf8JsonWriter json = new(stream, JsonWriter.Options);

    public override void Write(Reading reading)
    {
        if (reading.Article is not { } article) return;
        var page = new Page(json, article.Text, new Positions(article.Text, unit));
        var entities = reading.Entities.ToDictionary(entity => entity.Id, StringComparer.Ordinal);
        var continuations = Continuations(reading.Attributions);
        json.WriteStartObject();
        RecordJson.WriteText(json, "path", reading.Raw.Path);
        RecordJson.WriteText(json, "text", article.Text);
        json.WriteStartArray("quotes");
        foreach (var attribution in reading.Attributions)
        {
            if (attribution.Continues is not null) continue;
            json.WriteStartObject();
            json.WriteString("id", attribution.Id);
            json.WritePropertyName("cue");
            if (attribution.Cue.Count == 0) json.WriteNullValue();
            else page.Write(attribution.Cue[0].Union(attribution.Cue[^1]));
            page.Write("sources", attribution.Source);
            page.Write("contents", [.. attribution.Content, .. continuations[attribution.Id].SelectMany(next => next.Content)]);
            page.Write("coreferences", attribution.Speaker is { } speaker ? Antecedents(entities[speaker], attribution) : []);
            // Citron writes its scores as strings of four decimals.
            json.WriteString("confidence", attribution.Confidence.ToString("0.0000", CultureInfo.InvariantCulture));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("coreference_groups");
        foreach (var entity in reading.Entities.Where(entity => entity.Mentions.Count > 1)) page.Write(entity.Mentions.Select(mention => mention.Span));
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        json.Reset();
        stream.Write("\n"u8);
    }

    public override void Finish() => stream.Flush();

    protected override void Dispose(bool disposing)
    {
        json.Reset(Stream.Null);
        json.Dispose();
    }

    /// <summary>Every attribution that goes on from another, by the identifier of the one where it all began.</summary>
    private static ILookup<string, Attribution> Continuations(IReadOnlyList<Attribution> attributions)
    {
        var beginnings = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var attribution in attributions)
        {
            if (attribution.Continues is { } before) beginnings[attribution.Id] = beginnings.GetValueOrDefault(before, before);
        }
        return attributions.Where(attribution => attribution.Continues is not null).ToLookup(attribution => beginnings[attribution.Id], StringComparer.Ordinal);
    }

    /// <summary>Where the speaker's fullest name stands first, unless the source itself holds it.</summary>
    private static IReadOnlyList<TextSpan> Antecedents(Entity speaker, Attribution attribution)
    {
        TextSpan? fullest = null;
        foreach (var mention in speaker.Mentions)
        {
            if (mention.Form == MentionForm.Name && (fullest is null || mention.Span.Length > fullest.Value.Length)) fullest = mention.Span;
        }
        return fullest is { } name && !attribution.Source.Any(source => source.Overlaps(name)) ? [name] : [];
    }

    /// <summary>The spans of one document as Citron writes them: start, end and the words.</summary>
    private sealed class Page(Utf8JsonWriter json, string text, Positions positions)
    {
        public void Write(string name, IEnumerable<TextSpan> spans)
        {
            json.WritePropertyName(name);
            Write(spans);
        }

        public void Write(IEnumerable<TextSpan> spans)
        {
            json.WriteStartArray();
            foreach (var span in spans) Write(span);
            json.WriteEndArray();
        }

        public void Write(TextSpan span)
        {
            json.WriteStartObject();
            RecordJson.WriteRange(json, positions.Of(span));
            RecordJson.WriteText(json, "text", span.Slice(text));
            json.WriteEndObject();
        }
    }
}
