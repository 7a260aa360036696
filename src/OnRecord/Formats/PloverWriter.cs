using System.Text;
using System.Text.Json;

namespace OnRecord.Formats;

/// <summary>
/// Writes events coded after PLOVER: as JSON Lines with the fields that NGEC, the coder of the POLECAT data, reads and
/// writes, or as CSV with the columns of POLECAT that are known here. One record an event, however often it is reported.
/// </summary>
public static class PloverWriter
{
    /// <summary>Who coded it, as data sets that mix coders ask.</summary>
    private const string Coder = "OnRecord (machine)";

    /// <summary>Writes one object an event, each on its line.</summary>
    /// <param name="stream">Where to; UTF-8 without a byte order mark.</param>
    /// <param name="events">The events, in the order to write them.</param>
    public static void WriteJson(Stream stream, IEnumerable<EventThread> events)
    {
        using var json = new Utf8JsonWriter(stream, JsonWriter.Options);
        foreach (var told in events)
        {
            json.WriteStartObject();
            json.WriteString("id", told.Id);
            json.WriteString("date", told.Day is { } day ? Wording.Of(day) : null);
            WriteList(json, "event_type", Wording.Of(told.Code));
            WriteList(json, "event_mode", told.Mode);
            json.WriteString("quad_code", Quad(told.Code));
            RecordJson.WriteText(json, "event_text", told.Reports[0].Words);
            json.WriteStartObject("attributes");
            WriteParty(json, "ACTOR", told.Actor);
            WriteParty(json, "RECIP", told.Recipient);
            json.WriteEndObject();
            json.WriteNumber("score", Math.Round(told.Confidence, 4));
            var first = told.Reports[0];
            json.WriteString("story_id", $"{first.Document}:{first.Item}");
            RecordJson.WriteText(json, "publisher", first.Publisher);
            RecordJson.WriteText(json, "headline", first.Title);
            json.WriteString("pub_date", first.Published is { } published ? Wording.Of(published) : null);
            json.WriteStartArray("reports");
            foreach (var report in told.Reports) json.WriteStringValue($"{report.Document}:{report.Item}");
            json.WriteEndArray();
            json.WriteString("version", Coder);
            json.WriteEndObject();
            json.Flush();
            json.Reset();
            stream.Write("\n"u8);
        }
    }

    /// <summary>Writes one line an event, by RFC 4180, with a line of headings.</summary>
    /// <param name="stream">Where to; UTF-8 without a byte order mark.</param>
    /// <param name="events">The events, in the order to write them.</param>
    public static void WriteCsv(Stream stream, IEnumerable<EventThread> events)
    {
        Put(stream, CsvLine.Of("Event ID", "Event Date", "Event Type", "Event Mode", "Quad Code", "Actor Name", "Actor Country", "Recipient Name", "Recipient Country", "Source", "Publication Date", "Headline", "Event Text", "Reports", "Confidence", "Version"));
        foreach (var told in events)
        {
            var first = told.Reports[0];
            Put(stream, CsvLine.Of(
                told.Id,
                told.Day is { } day ? Wording.Of(day) : null,
                Wording.Of(told.Code),
                told.Mode,
                Quad(told.Code),
                told.Actor.Name,
                Country(told.Actor),
                told.Recipient.Name,
                Country(told.Recipient),
                first.Publisher ?? first.Path,
                first.Published is { } published ? Wording.Of(published) : null,
                first.Title,
                first.Words,
                told.Reports.Count.ToString(System.Globalization.CultureInfo.InvariantCulture),
                told.Confidence.ToString("0.0000", System.Globalization.CultureInfo.InvariantCulture),
                Coder));
        }
    }

    /// <summary>The quad code of a root code, by PLOVER: words or deeds, with or against.</summary>
    private static string Quad(EventCode code) => code switch
    {
        EventCode.Agree or EventCode.Consult or EventCode.Support => "VERBAL COOPERATION",
        EventCode.Cooperate or EventCode.Aid or EventCode.Yield => "MATERIAL COOPERATION",
        EventCode.Request or EventCode.Accuse or EventCode.Reject or EventCode.Threaten => "VERBAL CONFLICT",
        _ => "MATERIAL CONFLICT",
    };

    // The keys of states end with ISO 3166-1 alpha-3: "state:RUS".
    private static string? Country(Party party) => party.Key.StartsWith("state:", StringComparison.Ordinal) ? party.Key["state:".Length..] : null;

    private static void WriteParty(Utf8JsonWriter json, string role, Party party)
    {
        json.WriteStartArray(role);
        json.WriteStartObject();
        RecordJson.WriteText(json, "text", party.Name);
        json.WriteString("country", Country(party));
        RecordJson.WriteText(json, "key", party.Key);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteList(Utf8JsonWriter json, string name, string? value)
    {
        json.WriteStartArray(name);
        if (value is not null) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static void Put(Stream stream, string line) => stream.Write(Encoding.UTF8.GetBytes(line));
}
