using System.Text.Json;

namespace OnRecord.Formats;

/// <summary>An article alone as a JSON object: where it comes from, what is known about it, and its text without furniture.</summary>
public static class ArticleJson
{
    /// <summary>How the formats write JSON: no white space, and nothing escaped that JSON itself does not ask for.</summary>
    public static JsonWriterOptions Options => JsonWriter.Options;

    /// <summary>Writes the object: path, url, title, byline, publisher, published, language and text.</summary>
    public static void Write(Utf8JsonWriter json, Article article)
    {
        json.WriteStartObject();
        RecordJson.WriteText(json, "path", article.Raw.Path);
        RecordJson.WriteText(json, "url", (article.Url ?? article.Raw.Url)?.AbsoluteUri);
        RecordJson.WriteText(json, "title", article.Title);
        RecordJson.WriteText(json, "byline", article.Byline);
        RecordJson.WriteText(json, "publisher", article.Publisher);
        RecordJson.WriteText(json, "published", article.Published is { } day ? Wording.Of(day) : null);
        RecordJson.WriteText(json, "language", article.Language);
        RecordJson.WriteText(json, "text", ArticleText.WithoutFurniture(article));
        json.WriteEndObject();
    }
}
