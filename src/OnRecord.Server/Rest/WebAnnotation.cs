using System.Text;
using System.Text.Json;
using OnRecord.Ledger;

namespace OnRecord.Server.Rest;

/// <summary>A statement as a W3C Web Annotation: its words in the archived text, by position and by quotation.</summary>
internal static class WebAnnotation
{
    public static void Write(StringBuilder to, StatementRow row)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, JsonAnswer.Options)) Write(json, row);
        to.Append(Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length)).Append('\n');
    }

    private static void Write(Utf8JsonWriter json, StatementRow row)
    {
        json.WriteStartObject();
        json.WriteString("@context", "http://www.w3.org/ns/anno.jsonld");
        json.WriteString("id", $"urn:onrecord:statement:{row.Document}:{StatementJson.IdOf(row)}");
        json.WriteString("type", "Annotation");
        json.WriteString("motivation", "identifying");
        json.WriteStartObject("body");
        json.WriteString("type", "TextualBody");
        json.WriteString("purpose", "identifying");
        json.WriteString("value", row.Speaker ?? $"not resolved: {row.Unresolved}");
        json.WriteEndObject();
        json.WriteStartArray("target");
        foreach (var piece in row.Content)
        {
            json.WriteStartObject();
            json.WriteString("source", row.Url?.OriginalString ?? $"urn:sha256:{row.Document}");
            json.WriteStartArray("selector");
            json.WriteStartObject();
            json.WriteString("type", "TextPositionSelector");
            json.WriteNumber("start", piece.Span.Start);
            json.WriteNumber("end", piece.Span.End);
            json.WriteEndObject();
            json.WriteStartObject();
            json.WriteString("type", "TextQuoteSelector");
            json.WriteString("exact", piece.Words);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
