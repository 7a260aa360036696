using System.Text.Json;
using OnRecord.Language.Text;

namespace OnRecord.Formats;

/// <summary>
/// Writes each document as an AnnotationPage of the W3C Web Annotation Data Model (Recommendation of 2017), one JSON-LD
/// object a line: an annotation for each attribution, whose target is the content and whose bodies are the source, the
/// cue and what is known of the speaker. Every piece of text is found by its words and what stands around them, and in a
/// plain text by its position too.
/// </summary>
internal sealed class WebAnnotationWriter(Stream stream) : RecordWriter
{
    // What the model's own context has no word for.
    private const string Terms = "urn:onrecord:terms:";

    private readonly Utf8JsonWriter json = new(stream, JsonWriter.Options);

    public override void Write(Reading reading)
    {
        if (reading.Article is not { } article) return;
        var page = new AnnotatedText(json, reading.Raw, article);
        var names = reading.Entities.ToDictionary(entity => entity.Id, entity => entity.Name, StringComparer.Ordinal);
        json.WriteStartObject();
        WriteContext();
        json.WriteString("id", $"urn:onrecord:annotations:{reading.Raw.Sha256}");
        json.WriteString("type", "AnnotationPage");
        json.WriteStartObject("partOf");
        json.WriteString("id", $"urn:onrecord:collection:{reading.Raw.Sha256}");
        json.WriteString("type", "AnnotationCollection");
        RecordJson.WriteText(json, "label", article.Title ?? reading.Raw.Path);
        json.WriteNumber("total", reading.Attributions.Count);
        json.WriteEndObject();
        json.WriteNumber("startIndex", 0);
        json.WriteStartArray("items");
        foreach (var attribution in reading.Attributions) Write(page, attribution, names, reading.Raw.Sha256);
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

    private void WriteContext()
    {
        json.WriteStartArray("@context");
        json.WriteStringValue("http://www.w3.org/ns/anno.jsonld");
        json.WriteStartObject();
        json.WriteString("confidence", Terms + "confidence");
        foreach (var name in (ReadOnlySpan<string>)["inside", "continues"])
        {
            json.WriteStartObject(name);
            json.WriteString("@id", Terms + name);
            json.WriteString("@type", "@id");
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private void Write(AnnotatedText page, Attribution attribution, Dictionary<string, string> names, string sha256)
    {
        json.WriteStartObject();
        json.WriteString("id", IdOf(sha256, attribution.Id));
        json.WriteString("type", "Annotation");
        json.WriteString("motivation", "identifying");
        json.WriteStartArray("body");
        WriteWords("tagging", Wording.Of(attribution.Kind));
        if (attribution.Speaker is { } speaker) WriteWords("identifying", names[speaker]);
        else WriteWords("commenting", "not resolved: " + attribution.Unresolved);
        // A SpecificResource may have a purpose like a TextualBody: the source tells who, the cue how it was said.
        foreach (var span in attribution.Source) page.Write(span, "identifying");
        foreach (var span in attribution.Cue) page.Write(span, "describing");
        json.WriteEndArray();
        json.WriteStartArray("target");
        foreach (var span in attribution.Content) page.Write(span, purpose: null);
        json.WriteEndArray();
        json.WriteNumber("confidence", Math.Round(attribution.Confidence, 4));
        if (attribution.Inside is { } outer) json.WriteString("inside", IdOf(sha256, outer));
        if (attribution.Continues is { } before) json.WriteString("continues", IdOf(sha256, before));
        json.WriteEndObject();
    }

    private void WriteWords(string purpose, string words)
    {
        json.WriteStartObject();
        json.WriteString("type", "TextualBody");
        json.WriteString("purpose", purpose);
        RecordJson.WriteText(json, "value", words);
        json.WriteEndObject();
    }

    private static string IdOf(string sha256, string attribution) => $"urn:onrecord:statement:{sha256}:{attribution}";
}
