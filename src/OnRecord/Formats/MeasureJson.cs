using System.Text.Json;
using OnRecord.Language.Text;

namespace OnRecord.Formats;

/// <summary>Times and quantities in the object of the schema <c>onrecord/1</c>.</summary>
internal static class MeasureJson
{
    public static void WriteTimes(Utf8JsonWriter json, IReadOnlyList<Timex> times, Positions positions)
    {
        json.WriteStartArray("times");
        foreach (var time in times)
        {
            json.WriteStartObject();
            RecordJson.WriteRange(json, positions.Of(time.Span));
            json.WriteString("type", Wording.Of(time.Type));
            json.WriteString("value", time.Value);
            json.WriteString("mod", Wording.Of(time.Modifier));
            json.WriteString("bound", Wording.Of(time.Bound));
            json.WriteString("deadline", time.Deadline is { } day ? Wording.Of(day) : null);
            json.WriteString("begins", Wording.Of(time.Begins));
            json.WriteString("ends", Wording.Of(time.Ends));
            json.WriteString("zone", time.Zone);
            json.WriteString("frequency", time.Frequency);
            json.WriteString("offset", time.Offset);
            json.WriteString("unresolved", time.Unresolved);
            json.WriteStartArray("readings");
            foreach (var reading in time.Readings) json.WriteStringValue(reading);
            json.WriteEndArray();
            WriteSpan(json, "counts_from", time.CountsFrom, positions);
            WriteSpan(json, "clause", time.Clause, positions);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    public static void WriteQuantities(Utf8JsonWriter json, IReadOnlyList<Quantity> quantities, Positions positions)
    {
        json.WriteStartArray("quantities");
        foreach (var quantity in quantities)
        {
            json.WriteStartObject();
            RecordJson.WriteRange(json, positions.Of(quantity.Span));
            WriteNumber(json, "value", quantity.Value);
            json.WriteString("unit", quantity.Unit);
            json.WriteString("comparison", Wording.Of(quantity.Comparison));
            json.WriteString("change", Wording.Of(quantity.Change));
            json.WriteString("sense", Wording.Of(quantity.ChangeSense));
            WriteNumber(json, "upper", quantity.Upper);
            json.WriteString("kind", Wording.Of(quantity.Kind));
            json.WriteString("per", quantity.Per);
            json.WriteString("status", Wording.Of(quantity.Status));
            json.WriteBoolean("unit_assumed", quantity.IsUnitAssumed);
            WriteSpan(json, "of", quantity.Of, positions);
            WriteSpan(json, "subject", quantity.Subject, positions);
            WriteSpan(json, "predicate", quantity.Predicate, positions);
            WriteSpan(json, "period", quantity.Period, positions);
            WriteSpan(json, "clause", quantity.Clause, positions);
            json.WriteString("unresolved", quantity.Unresolved);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    public static void WriteInferredDates(Utf8JsonWriter json, IReadOnlyList<InferredDate> dates, Positions positions)
    {
        json.WriteStartArray("inferred_dates");
        foreach (var date in dates)
        {
            json.WriteStartObject();
            json.WriteString("value", date.Value);
            json.WriteString("ground", Wording.Of(date.Ground));
            json.WriteStartArray("evidence");
            foreach (var span in date.Evidence)
            {
                json.WriteStartObject();
                RecordJson.WriteRange(json, positions.Of(span));
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    public static void WriteNumber(Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } number) json.WriteNumber(name, number);
        else json.WriteNull(name);
    }

    public static void WriteSpan(Utf8JsonWriter json, string name, TextSpan? span, Positions positions)
    {
        if (span is not { } range)
        {
            json.WriteNull(name);
            return;
        }
        json.WriteStartObject(name);
        RecordJson.WriteRange(json, positions.Of(range));
        json.WriteEndObject();
    }
}
