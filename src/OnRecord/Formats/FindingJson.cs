using System.Text.Json;

namespace OnRecord.Formats;

/// <summary>A finding as the properties of a JSON object, with the figures of every member and year that a chart needs.</summary>
public static class FindingJson
{
    /// <summary>Writes the properties into an object that is open.</summary>
    public static void Write(Utf8JsonWriter json, Finding finding)
    {
        json.WriteString("item", finding.Item);
        json.WriteString("verdict", Wording.Of(finding.Verdict));
        json.WriteString("reason", finding.Reason);
        RecordJson.WriteText(json, "summary", finding.Summary);
        json.WriteString("series", finding.Series);
        json.WriteString("unit", finding.Unit);
        if (finding.DueYear is { } year) json.WriteNumber("due_year", year);
        else json.WriteNull("due_year");
        json.WriteStartArray("arithmetic");
        foreach (var line in finding.Arithmetic) Write(json, line);
        json.WriteEndArray();
        json.WriteStartArray("members");
        foreach (var member in finding.Members) Write(json, member);
        json.WriteEndArray();
        json.WriteStartArray("sources");
        foreach (var source in finding.Sources) json.WriteStringValue(source);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Arithmetic line)
    {
        json.WriteStartObject();
        json.WriteString("of", line.Of);
        json.WriteString("working", line.Working);
        json.WriteNumber("found", line.Found);
        json.WriteString("comparison", Wording.Of(line.Comparison));
        json.WriteNumber("said", line.Said);
        json.WriteNumber("tolerance", line.Tolerance);
        json.WriteBoolean("holds", line.Holds);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, MemberFinding member)
    {
        json.WriteStartObject();
        json.WriteString("country", member.Country);
        json.WriteString("name", member.Name);
        json.WriteString("joined", member.Joined is { } day ? Wording.Of(day) : null);
        json.WriteBoolean("bound", member.IsBound);
        MeasureJson.WriteNumber(json, "target", member.Target);
        json.WriteString("verdict", Wording.Of(member.Verdict));
        json.WriteString("reason", member.Reason);
        json.WriteStartArray("years");
        foreach (var year in member.Years)
        {
            json.WriteStartObject();
            json.WriteNumber("year", year.Year);
            MeasureJson.WriteNumber(json, "value", year.Value);
            json.WriteBoolean("estimate", year.IsEstimate);
            json.WriteBoolean("member", year.IsMember);
            MeasureJson.WriteNumber(json, "needed", year.Needed);
            json.WriteString("verdict", year.Verdict is { } verdict ? Wording.Of(verdict) : null);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
