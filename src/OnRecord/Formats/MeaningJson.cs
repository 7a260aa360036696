using System.Text.Json;
using OnRecord.Language.Text;

namespace OnRecord.Formats;

/// <summary>Claims, pledges, allegations and events in the object of the schema <c>onrecord/1</c>.</summary>
internal static class MeaningJson
{
    public static void Write(Utf8JsonWriter json, Reading reading, Positions positions)
    {
        var text = reading.Article?.Text ?? "";
        WriteList(json, "claims", reading.Claims, claim =>
        {
            json.WriteString("attribution", claim.Attribution);
            RecordJson.WriteRange(json, positions.Of(claim.Span));
            json.WriteNumber("checkworthy", Math.Round(claim.Checkworthy, 4));
            json.WriteString("id", claim.Id);
            json.WriteString("kind", Wording.Of(claim.Kind));
        });
        WriteList(json, "pledges", reading.Pledges, pledge => WritePledge(json, pledge, positions, text));
        WriteList(json, "pledge_changes", reading.PledgeChanges, pledge =>
        {
            json.WriteString("move", Wording.Of(pledge.Move));
            WritePledge(json, pledge, positions, text);
        });
        WriteList(json, "allegations", reading.Allegations, allegation =>
        {
            json.WriteString("attribution", allegation.Attribution);
            json.WriteString("by", allegation.By);
            json.WriteString("against", allegation.Against);
            json.WriteString("subject", allegation.Subject);
            json.WriteString("stance", Wording.Of(allegation.Stance));
            json.WriteString("replies_to", allegation.RepliesTo);
            json.WriteString("id", allegation.Id);
            RecordJson.WriteRange(json, positions.Of(allegation.Span));
            MeasureJson.WriteSpan(json, "by_words", allegation.ByWords, positions);
            MeasureJson.WriteSpan(json, "against_words", allegation.AgainstWords, positions);
            json.WriteString("unjoined", allegation.Unjoined);
        });
        WriteList(json, "events", reading.Events, deed =>
        {
            json.WriteString("type", Wording.Of(deed.Code));
            json.WriteString("mode", deed.Mode);
            json.WriteString("actor", deed.Actor);
            json.WriteString("recipient", deed.Recipient);
            RecordJson.WriteRange(json, positions.Of(deed.Span));
            json.WriteString("when", deed.When is { } day ? Wording.Of(day) : null);
            json.WriteString("id", deed.Id);
            json.WriteNumber("confidence", Math.Round(deed.Confidence, 4));
        });
    }

    private static void WritePledge(Utf8JsonWriter json, Pledge pledge, Positions positions, string text)
    {
        json.WriteString("attribution", pledge.Attribution);
        RecordJson.WriteRange(json, positions.Of(pledge.Span));
        json.WriteStartArray("pledger");
        foreach (var pledger in pledge.Pledgers) json.WriteStringValue(pledger);
        json.WriteEndArray();
        RecordJson.WriteText(json, "measure", pledge.Measure?.Slice(text));
        json.WriteString("comparison", pledge.Comparison is { } comparison ? Wording.Of(comparison) : null);
        MeasureJson.WriteNumber(json, "target", pledge.Target);
        json.WriteString("unit", pledge.Unit);
        json.WriteString("deadline", pledge.Deadline is { } day ? Wording.Of(day) : null);
        RecordJson.WriteText(json, "condition", pledge.Condition?.Slice(text));
        json.WriteString("id", pledge.Id);
        MeasureJson.WriteSpan(json, "pledger_words", pledge.PledgerWords, positions);
        json.WriteBoolean("binds_members", pledge.BindsMembers);
        MeasureJson.WriteSpan(json, "action", pledge.Action, positions);
        json.WriteString("change", Wording.Of(pledge.Change));
        json.WriteBoolean("is_difference", pledge.IsDifference);
        RecordJson.WriteText(json, "baseline", pledge.Baseline?.Slice(text));
        MeasureJson.WriteSpan(json, "deadline_words", pledge.DeadlineWords, positions);
        json.WriteNumber("specific", Math.Round(pledge.Specific, 4));
        json.WriteStartArray("gaps");
        foreach (var gap in pledge.Gaps) json.WriteStringValue(gap);
        json.WriteEndArray();
    }

    private static void WriteList<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
