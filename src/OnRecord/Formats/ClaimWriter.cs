using System.Text.Json;

namespace OnRecord.Formats;

/// <summary>
/// Writes claims as <c>Claim</c> of schema.org, one JSON-LD object a line. What a machine found is marked as such by its
/// interpreter. A <c>ClaimReview</c> follows for each person who gave a verdict on it, and for nothing else: what a machine
/// finds of a claim is no review.
/// </summary>
public static class ClaimWriter
{
    private const string Context = "https://schema.org";

    /// <summary>Writes one object a claim, each on its line.</summary>
    /// <param name="stream">Where to; UTF-8 without a byte order mark.</param>
    /// <param name="claims">The claims, in the order to write them.</param>
    /// <param name="reviews">What people said of a claim; empty where nobody did.</param>
    public static void Write(Stream stream, IEnumerable<ClaimThread> claims, Func<ClaimThread, IReadOnlyList<ClaimReview>> reviews)
    {
        using var json = new Utf8JsonWriter(stream, JsonWriter.Options);
        foreach (var claim in claims)
        {
            var words = reviews(claim);
            json.WriteStartObject();
            json.WriteString("@context", Context);
            json.WriteString("@type", "Claim");
            json.WriteString("@id", $"urn:onrecord:claim:{claim.Id}");
            RecordJson.WriteText(json, "text", claim.Reports[0].Citation.Words);
            if (claim.Speakers.Count > 0)
            {
                json.WriteStartArray("author");
                foreach (var speaker in claim.Speakers) WriteParty(json, speaker);
                json.WriteEndArray();
            }
            if (claim.Reports[0].Citation.Day is { } day) json.WriteString("datePublished", Wording.Of(day));
            json.WriteStartObject("claimInterpreter");
            json.WriteString("@type", "Organization");
            json.WriteString("name", "OnRecord");
            json.WriteString("description", "Found by a machine. That it is listed says nothing of whether it is true.");
            json.WriteEndObject();
            json.WriteString("creativeWorkStatus", words.Count == 0 ? "found by a machine, not reviewed" : "found by a machine, reviewed by a person");
            json.WriteString("keywords", Wording.Of(claim.Kind));
            WriteWork(json, "firstAppearance", claim.Reports[0].Citation);
            if (claim.Reports.Count > 1)
            {
                json.WriteStartArray("appearance");
                foreach (var report in claim.Reports.Skip(1)) WriteWork(json, null, report.Citation);
                json.WriteEndArray();
            }
            End(json, stream);
            foreach (var review in words) WriteReview(json, stream, claim, review);
        }
    }

    private static void WriteReview(Utf8JsonWriter json, Stream stream, ClaimThread claim, ClaimReview review)
    {
        json.WriteStartObject();
        json.WriteString("@context", Context);
        json.WriteString("@type", "ClaimReview");
        json.WriteStartObject("itemReviewed");
        json.WriteString("@type", "Claim");
        json.WriteString("@id", $"urn:onrecord:claim:{claim.Id}");
        json.WriteEndObject();
        RecordJson.WriteText(json, "claimReviewed", claim.Reports[0].Citation.Words);
        json.WriteStartObject("author");
        json.WriteString("@type", "Person");
        RecordJson.WriteText(json, "name", review.Reviewer);
        json.WriteEndObject();
        json.WriteString("datePublished", Wording.Of(DateOnly.FromDateTime(review.Decided.UtcDateTime)));
        json.WriteStartObject("reviewRating");
        json.WriteString("@type", "Rating");
        json.WriteString("alternateName", Wording.Of(review.Verdict));
        json.WriteEndObject();
        if (review.Note is { } note) RecordJson.WriteText(json, "reviewBody", note);
        End(json, stream);
    }

    private static void End(Utf8JsonWriter json, Stream stream)
    {
        json.WriteEndObject();
        json.Flush();
        json.Reset();
        stream.Write("\n"u8);
    }

    private static void WriteParty(Utf8JsonWriter json, Party party)
    {
        json.WriteStartObject();
        json.WriteString("@type", party.Type == EntityType.Person ? "Person" : "Organization");
        RecordJson.WriteText(json, "name", party.Name);
        json.WriteEndObject();
    }

    private static void WriteWork(Utf8JsonWriter json, string? name, Citation citation)
    {
        if (name is null) json.WriteStartObject();
        else json.WriteStartObject(name);
        json.WriteString("@type", "NewsArticle");
        if (citation.Url is { IsAbsoluteUri: true } url) json.WriteString("url", url.AbsoluteUri);
        json.WriteString("identifier", $"urn:sha256:{citation.Document}");
        if (citation.Title is { } title) RecordJson.WriteText(json, "headline", title);
        if (citation.Publisher is { } publisher)
        {
            json.WriteStartObject("publisher");
            json.WriteString("@type", "Organization");
            RecordJson.WriteText(json, "name", publisher);
            json.WriteEndObject();
        }
        if (citation.Published is { } published) json.WriteString("datePublished", Wording.Of(published));
        RecordJson.WriteText(json, "text", citation.Words);
        json.WriteEndObject();
    }
}
