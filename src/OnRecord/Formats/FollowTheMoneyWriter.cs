using System.Text.Json;

namespace OnRecord.Formats;

/// <summary>
/// Writes each document as entities of FollowTheMoney, the model of Aleph and OpenSanctions, one a line: the document as an
/// <c>Article</c>, who speaks in it as a <c>Person</c>, <c>Organization</c> or <c>LegalEntity</c>, and each statement as a
/// <c>Note</c> on its speaker whose <c>proof</c> is the article.
/// </summary>
internal sealed class FollowTheMoneyWriter(Stream stream) : RecordWriter
{
    private readonly Utf8JsonWriter json = new(stream, JsonWriter.Options);

    public override void Write(Reading reading)
    {
        if (reading.Article is not { } article) return;
        var document = $"onrecord-{reading.Raw.Sha256}";
        Begin(document, "Article");
        Property("name", article.Title ?? reading.Raw.Path);
        Property("title", article.Title);
        Property("fileName", Path.GetFileName(reading.Raw.Path));
        Property("author", article.Byline);
        Property("publisher", article.Publisher);
        Property("publishedAt", article.Published is { } day ? Wording.Of(day) : null);
        Property("sourceUrl", (article.Url ?? reading.Raw.Url)?.AbsoluteUri);
        End();
        var speakers = reading.Attributions.Select(a => a.Speaker).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var entity in reading.Entities)
        {
            if (!speakers.Contains(entity.Id)) continue;
            Begin(IdOf(reading.Raw, entity), SchemaOf(entity.Type));
            Property("name", entity.Name);
            Property("wikidataId", entity.Wikidata);
            Property("proof", document);
            End();
        }
        var byId = reading.Entities.ToDictionary(entity => entity.Id, StringComparer.Ordinal);
        foreach (var attribution in reading.Attributions)
        {
            var words = string.Join(Wording.Gap, attribution.Content.Select(span => span.Slice(article.Text)));
            var speaker = attribution.Speaker is { } id ? byId[id] : null;
            Begin($"{document}-{attribution.Id}", "Note");
            Property("name", $"{speaker?.Name ?? "not resolved"}: {words}");
            Property("description", words);
            Property("entity", speaker is null ? null : IdOf(reading.Raw, speaker));
            Property("proof", document);
            Property("publisher", article.Publisher);
            json.WriteStartArray("keywords");
            json.WriteStringValue(Wording.Of(attribution.Kind));
            if (attribution.Act is { } act) json.WriteStringValue(Wording.Of(act));
            json.WriteStringValue("machine");
            json.WriteEndArray();
            Property("notes", speaker is null ? $"speaker not resolved: {attribution.Unresolved}" : null);
            End();
        }
    }

    public override void Finish() => stream.Flush();

    protected override void Dispose(bool disposing)
    {
        json.Reset(Stream.Null);
        json.Dispose();
    }

    // Known ones are the same in every document; the others are the document's own until somebody says who they are.
    private static string IdOf(RawDocument raw, Entity entity) => entity.Knowledge is { } key ? $"onrecord-{key.Replace(':', '-')}" : $"onrecord-{raw.Sha256}-{entity.Id}";

    // States and groups speak, too, and the model's word for whoever may act is LegalEntity.
    private static string SchemaOf(EntityType type) => type switch
    {
        EntityType.Person => "Person",
        EntityType.Organisation => "Organization",
        _ => "LegalEntity",
    };

    private void Begin(string id, string schema)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("schema", schema);
        json.WriteStartObject("properties");
    }

    // Every property has a list of values, and none has an empty one.
    private void Property(string name, string? value)
    {
        if (string.IsNullOrEmpty(value)) return;
        json.WriteStartArray(name);
        json.WriteStringValue(WellFormed.Of(value));
        json.WriteEndArray();
    }

    private void End()
    {
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        json.Reset();
        stream.Write("\n"u8);
    }
}
