using System.Globalization;
using System.Text.Json;
using OnRecord.Formats;
using OnRecord.Ledger;
using OnRecord.Server.Web;

namespace OnRecord.Server.Rest;

/// <summary>A statement as the API gives it. docs/reference/rest.md lists the fields.</summary>
internal static class StatementJson
{
    /// <summary>A statement's identifier: the entry of its reading and its name there, which never change.</summary>
    public static string IdOf(StatementRow row) => string.Create(CultureInfo.InvariantCulture, $"{row.Reading}-{row.Attribution}");

    /// <summary>Where a person sees the statement, for good.</summary>
    public static string LinkOf(StatementRow row) => StatementView.LinkOf(row.Document).With("reading", row.Reading).At(row.Attribution).ToString();

    public static void Write(Utf8JsonWriter json, StatementRow row)
    {
        json.WriteStartObject();
        json.WriteString("id", IdOf(row));
        json.WriteString("link", LinkOf(row));
        json.WriteString("state", StateView.WordOf(row.State));
        json.WriteString("kind", Wording.Of(row.Kind));
        json.WriteString("speaker", row.Speaker);
        json.WriteString("unresolved", row.Unresolved);
        json.WriteString("knowledge", row.Knowledge);
        json.WriteString("role", row.Role);
        json.WriteString("on_behalf_of", row.OnBehalfOf);
        json.WriteString("addressee", row.Addressee);
        json.WriteString("venue", row.Venue);
        Day(json, "when", row.When);
        json.WriteString("source_description", row.SourceDescription);
        Spans(json, "source", row.Source);
        Spans(json, "cue", row.Cue);
        Spans(json, "content", row.Content);
        json.WriteNumber("confidence", Math.Round(row.Confidence, 4));
        Decided(json, row.Decision);
        json.WriteStartObject("document");
        json.WriteString("sha256", row.Document);
        json.WriteString("title", row.Title);
        json.WriteString("publisher", row.Publisher);
        Day(json, "published", row.Published);
        json.WriteString("url", row.Url?.OriginalString);
        json.WriteString("path", row.Path);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // What was read stays as it was read; what a person says in its place stands beside it.
    private static void Decided(Utf8JsonWriter json, Decision? decision)
    {
        if (decision is null)
        {
            json.WriteNull("decision");
            return;
        }
        json.WriteStartObject("decision");
        json.WriteNumber("entry", decision.Entry);
        json.WriteString("verdict", StateView.WordOf(decision.Verdict));
        json.WriteString("reviewer", decision.Reviewer);
        json.WriteString("decided", decision.Decided);
        json.WriteString("note", decision.Note);
        json.WriteString("speaker", decision.Speaker);
        if (decision.Source is { } source) Spans(json, "source", source);
        else json.WriteNull("source");
        if (decision.Content is { } content) Spans(json, "content", content);
        else json.WriteNull("content");
        json.WriteEndObject();
    }

    public static void Day(Utf8JsonWriter json, string name, DateOnly? day)
    {
        if (day is { } known) json.WriteString(name, Wording.Of(known));
        else json.WriteNull(name);
    }

    private static void Spans(Utf8JsonWriter json, string name, IReadOnlyList<RecordedWords> spans)
    {
        json.WriteStartArray(name);
        foreach (var span in spans)
        {
            json.WriteStartObject();
            json.WriteNumber("start", span.Span.Start);
            json.WriteNumber("end", span.Span.End);
            json.WriteString("words", span.Words);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
