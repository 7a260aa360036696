using System.Text.Json;
using OnRecord.Language.Text;

namespace OnRecord.Formats;

/// <summary>The object of the schema <c>onrecord/1</c>.</summary>
internal static class RecordJson
{
    public const string Schema = "onrecord/1";

    private static readonly string[] OfMeaning = ["claims", "pledges", "allegations", "events"];

    public static void Write(Utf8JsonWriter json, Reading reading, OffsetUnit unit)
    {
        var positions = new Positions(reading.Article?.Text ?? "", unit);
        Start(json, unit);
        WriteDocument(json, reading.Raw, reading.Article);
        WriteFurniture(json, reading.Article?.Furniture ?? [], positions);
        json.WriteStartArray("sentences");
        foreach (var sentence in reading.Analysis?.Sentences ?? [])
        {
            json.WriteStartObject();
            WriteRange(json, positions.Of(sentence.Span));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        WriteEntities(json, reading.Entities, positions);
        MeasureJson.WriteTimes(json, reading.Times, positions);
        MeasureJson.WriteQuantities(json, reading.Quantities, positions);
        MeasureJson.WriteInferredDates(json, reading.InferredDates, positions);
        json.WriteStartArray("attributions");
        foreach (var attribution in reading.Attributions) WriteAttribution(json, attribution, positions);
        json.WriteEndArray();
        MeaningJson.Write(json, reading, positions);
        WriteFailures(json, reading.Failures);
        json.WriteEndObject();
    }

    /// <summary>The object of a document of which nothing could be read: every list is empty and the failure stands at the end.</summary>
    public static void Write(Utf8JsonWriter json, Failure failure, OffsetUnit unit)
    {
        Start(json, unit);
        json.WriteStartObject("document");
        WriteText(json, "path", failure.Path);
        foreach (var name in (ReadOnlySpan<string>)["sha256", "url", "title", "byline", "publisher", "published", "language", "text"]) json.WriteNull(name);
        json.WriteEndObject();
        WriteEmptyLists(json, ["furniture", "sentences", "entities", "times", "quantities", "inferred_dates", "attributions", .. OfMeaning]);
        WriteFailures(json, [failure]);
        json.WriteEndObject();
    }

    public static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (text is null) json.WriteNull(name);
        else json.WriteString(name, WellFormed.Of(text));
    }

    public static void WriteRange(Utf8JsonWriter json, TextSpan range)
    {
        json.WriteNumber("start", range.Start);
        json.WriteNumber("end", range.End);
    }

    private static void Start(Utf8JsonWriter json, OffsetUnit unit)
    {
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        json.WriteString("offsets", unit == OffsetUnit.CodePoint ? "codepoint" : "utf16");
    }

    private static void WriteDocument(Utf8JsonWriter json, RawDocument raw, Article? article)
    {
        json.WriteStartObject("document");
        WriteText(json, "path", raw.Path);
        json.WriteString("sha256", raw.Sha256);
        WriteText(json, "url", (article?.Url ?? raw.Url)?.AbsoluteUri);
        WriteText(json, "title", article?.Title);
        WriteText(json, "byline", article?.Byline);
        WriteText(json, "publisher", article?.Publisher);
        WriteText(json, "published", article?.Published is { } day ? Wording.Of(day) : null);
        WriteText(json, "language", article?.Language);
        WriteText(json, "text", article?.Text);
        json.WriteEndObject();
    }

    private static void WriteFurniture(Utf8JsonWriter json, IReadOnlyList<Furniture> furniture, Positions positions)
    {
        json.WriteStartArray("furniture");
        foreach (var piece in furniture)
        {
            json.WriteStartObject();
            WriteRange(json, positions.Of(piece.Span));
            json.WriteString("kind", Wording.Of(piece.Kind));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteEntities(Utf8JsonWriter json, IReadOnlyList<Entity> entities, Positions positions)
    {
        json.WriteStartArray("entities");
        foreach (var entity in entities)
        {
            json.WriteStartObject();
            json.WriteString("id", entity.Id);
            WriteText(json, "name", entity.Name);
            json.WriteString("type", Wording.Of(entity.Type));
            WriteText(json, "wikidata", entity.Wikidata);
            WriteText(json, "knowledge", entity.Knowledge);
            json.WriteStartArray("members");
            foreach (var member in entity.Members) json.WriteStringValue(WellFormed.Of(member));
            json.WriteEndArray();
            json.WriteStartArray("mentions");
            foreach (var mention in entity.Mentions)
            {
                json.WriteStartObject();
                WriteRange(json, positions.Of(mention.Span));
                json.WriteString("form", Wording.Of(mention.Form));
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteAttribution(Utf8JsonWriter json, Attribution attribution, Positions positions)
    {
        json.WriteStartObject();
        json.WriteString("id", attribution.Id);
        json.WriteString("kind", Wording.Of(attribution.Kind));
        WriteSpans(json, "source", attribution.Source, positions);
        WriteSpans(json, "cue", attribution.Cue, positions);
        WriteSpans(json, "content", attribution.Content, positions);
        json.WriteString("speaker", attribution.Speaker);
        json.WriteString("unresolved", attribution.Unresolved);
        WriteText(json, "role", attribution.Role);
        json.WriteString("on_behalf_of", attribution.OnBehalfOf);
        json.WriteString("addressee", attribution.Addressee);
        WriteText(json, "venue", attribution.Venue);
        WriteText(json, "when", attribution.When is { } day ? Wording.Of(day) : null);
        WriteText(json, "source_description", attribution.SourceDescription);
        json.WriteString("act", attribution.Act is { } act ? Wording.Of(act) : null);
        // Four digits are as many as a probability from these models can bear.
        json.WriteNumber("confidence", Math.Round(attribution.Confidence, 4));
        json.WriteString("inside", attribution.Inside);
        json.WriteString("continues", attribution.Continues);
        json.WriteEndObject();
    }

    private static void WriteSpans(Utf8JsonWriter json, string name, IReadOnlyList<TextSpan> spans, Positions positions)
    {
        json.WriteStartArray(name);
        foreach (var span in spans)
        {
            json.WriteStartObject();
            WriteRange(json, positions.Of(span));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteFailures(Utf8JsonWriter json, IReadOnlyList<Failure> failures)
    {
        json.WriteStartArray("failures");
        foreach (var failure in failures)
        {
            json.WriteStartObject();
            json.WriteString("code", failure.Code);
            WriteText(json, "message", failure.Message);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteEmptyLists(Utf8JsonWriter json, ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            json.WriteStartArray(name);
            json.WriteEndArray();
        }
    }
}
