using System.Text.Json;
using OnRecord.Language.Text;

namespace OnRecord.Formats;

/// <summary>
/// Writes spans of one document as resources with selectors of the W3C Web Annotation Data Model. Positions count code
/// points, as the model asks, and stand only where the annotated resource is the text itself: what is read out of a page
/// has other positions there.
/// </summary>
internal sealed class AnnotatedText(Utf8JsonWriter json, RawDocument raw, Article article)
{
    // Long enough to tell apart what is said twice in one article, short enough to read.
    private const int WordsAround = 32;

    private readonly Positions positions = new(article.Text, OffsetUnit.CodePoint);
    private readonly string resource = (article.Url ?? raw.Url)?.AbsoluteUri ?? $"urn:sha256:{raw.Sha256}";

    /// <summary>Writes the span as a SpecificResource; with its purpose, where it is a body.</summary>
    public void Write(TextSpan span, string? purpose)
    {
        json.WriteStartObject();
        json.WriteString("type", "SpecificResource");
        if (purpose is not null) json.WriteString("purpose", purpose);
        json.WriteString("source", resource);
        json.WriteStartArray("selector");
        json.WriteStartObject();
        json.WriteString("type", "TextQuoteSelector");
        RecordJson.WriteText(json, "exact", span.Slice(article.Text));
        RecordJson.WriteText(json, "prefix", article.Text[Before(span.Start)..span.Start]);
        RecordJson.WriteText(json, "suffix", article.Text[span.End..After(span.End)]);
        json.WriteEndObject();
        if (raw.Form == DocumentForm.PlainText)
        {
            json.WriteStartObject();
            json.WriteString("type", "TextPositionSelector");
            RecordJson.WriteRange(json, positions.Of(span));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    // Neither end cuts a surrogate pair in two.
    private int Before(int start)
    {
        var at = Math.Max(0, start - WordsAround);
        return at > 0 && char.IsLowSurrogate(article.Text[at]) && char.IsHighSurrogate(article.Text[at - 1]) ? at + 1 : at;
    }

    private int After(int end)
    {
        var at = Math.Min(article.Text.Length, end + WordsAround);
        return at < article.Text.Length && char.IsLowSurrogate(article.Text[at]) && char.IsHighSurrogate(article.Text[at - 1]) ? at - 1 : at;
    }
}
