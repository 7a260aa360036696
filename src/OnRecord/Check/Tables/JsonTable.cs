using System.Text.Json;
using OnRecord.Language;

namespace OnRecord.Check.Tables;

/// <summary>
/// Reads an array of objects, one a row: of a country with its years, or of a country, a year and a figure. It may stand
/// alone, as a property of an object that describes it, or after a page's description as the World Bank's service answers.
/// </summary>
internal static class JsonTable
{
    private const int Deepest = 16;

    /// <exception cref="OnRecordException">OR6101: it is no JSON, or has no array of objects.</exception>
    public static RawTable Read(string name, string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = Deepest });
            var said = new Dictionary<string, string>(StringComparer.Ordinal);
            var rows = RowsOf(json.RootElement, said) ?? throw SeriesErrors.NoTable(name, "has no array of objects, one a row. Give each row as {\"country\": …, \"year\": …, \"value\": …}");
            return Table(rows, said);
        }
        catch (JsonException error)
        {
            throw SeriesErrors.NoTable(name, FormattableString.Invariant($"is no JSON, at line {(error.LineNumber ?? 0) + 1}. Correct it there"));
        }
    }

    private static JsonElement? RowsOf(JsonElement root, Dictionary<string, string> said)
    {
        if (root.ValueKind == JsonValueKind.Array)
        {
            if (root.GetArrayLength() == 2 && root[1].ValueKind == JsonValueKind.Array) return RowsOf(root[1], said);
            return root.GetArrayLength() > 0 && root.EnumerateArray().All(row => row.ValueKind == JsonValueKind.Object) ? root : null;
        }
        if (root.ValueKind != JsonValueKind.Object) return null;
        JsonElement? rows = null;
        foreach (var property in root.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.String) said[property.Name.ToLowerInvariant()] = property.Value.GetString()!;
            else if (property.Value.ValueKind == JsonValueKind.Array) rows ??= RowsOf(property.Value, said);
        }
        return rows;
    }

    private static RawTable Table(JsonElement objects, Dictionary<string, string> said)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        var rows = new List<TableCell[]>();
        foreach (var row in objects.EnumerateArray())
        {
            var cells = new List<TableCell>(columns.Count);
            foreach (var (column, value) in Pairs(row))
            {
                if (!columns.TryGetValue(column, out var index)) columns.Add(column, index = columns.Count);
                while (cells.Count <= index) cells.Add(new TableCell(""));
                cells[index] = new TableCell(TextOf(value));
            }
            rows.Add([.. cells]);
        }
        // The header is row 0, so that the first object is row 1.
        return new RawTable { Rows = [columns.Keys.Select(column => new TableCell(column)).ToArray(), .. rows], Said = said, FirstNumber = 0 };
    }

    // {"country": {"id": "DE", "value": "Germany"}} gives two columns, "country" and "country code".
    private static IEnumerable<(string Column, JsonElement Value)> Pairs(JsonElement row)
    {
        foreach (var property in row.EnumerateObject())
        {
            if (property.Value.ValueKind != JsonValueKind.Object)
            {
                yield return (property.Name, property.Value);
                continue;
            }
            if (property.Value.TryGetProperty("value", out var value)) yield return (property.Name, value);
            if (property.Value.TryGetProperty("id", out var id)) yield return (property.Name + " code", id);
        }
    }

    // Numbers as they are written: 2.10 has two decimals.
    private static string TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.String => value.GetString()!.Trim(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => "",
    };
}
