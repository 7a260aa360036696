using System.Text.Json;

namespace OnRecord.Formats;

/// <summary>
/// Writes the quotations of each document as a line of JSON in the layout of GDELT's Global Quotation Graph: each quotation
/// with the words right before and after it. What GDELT does not have, the speaker and whose word it is, stands beside them.
/// Statements without quotation marks are left out, and so are documents without quotations.
/// </summary>
internal sealed class QuotationGraphWriter(Stream stream) : RecordWriter
{
    private const int Around = 100;

    private readonly Utf8JsonWriter json = new(stream, JsonWriter.Options);

    public override void Write(Reading reading)
    {
        if (reading.Article is not { } article || !reading.Attributions.Any(a => a.Kind != AttributionKind.Indirect)) return;
        var names = reading.Entities.ToDictionary(entity => entity.Id, entity => entity.Name, StringComparer.Ordinal);
        json.WriteStartObject();
        json.WriteString("date", article.Published is { } day ? Wording.Of(day) + "T00:00:00Z" : null);
        json.WriteString("url", (article.Url ?? reading.Raw.Url)?.AbsoluteUri ?? $"urn:sha256:{reading.Raw.Sha256}");
        RecordJson.WriteText(json, "title", article.Title ?? reading.Raw.Path);
        json.WriteString("lang", "English");
        json.WriteStartArray("quotes");
        foreach (var attribution in reading.Attributions)
        {
            if (attribution.Kind == AttributionKind.Indirect) continue;
            var (start, end) = (attribution.Content[0].Start, attribution.Content[^1].End);
            json.WriteStartObject();
            RecordJson.WriteText(json, "pre", article.Text[Whole(article.Text, start - Around)..start]);
            RecordJson.WriteText(json, "quote", string.Join(Wording.Gap, attribution.Content.Select(span => span.Slice(article.Text))));
            RecordJson.WriteText(json, "post", article.Text[end..Whole(article.Text, end + Around)]);
            if (attribution.Speaker is { } speaker) RecordJson.WriteText(json, "speaker", names[speaker]);
            else json.WriteNull("speaker");
            json.WriteString("state", "machine");
            json.WriteString("id", attribution.Id);
            json.WriteEndObject();
        }
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

    // A place within the text, and not within a character of two units.
    private static int Whole(string text, int place) => Math.Clamp(place, 0, text.Length) is var at && at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;
}
