using System.Globalization;
using System.Text.Json;
using OnRecord.Ledger;
using OnRecord.Ledger.Users;
using OnRecord.Server.Rest;

namespace OnRecord.Server.Sending;

/// <summary>What a webhook is sent, in the shape that Standard Webhooks proposes: <c>type</c>, <c>timestamp</c>, <c>data</c>.</summary>
internal static class WebhookBody
{
    /// <summary>A message of new statements.</summary>
    /// <param name="search">The search that they match.</param>
    /// <param name="rows">The statements; none for a test.</param>
    /// <param name="site">Where people see the record, without a slash at its end.</param>
    /// <param name="made">When.</param>
    public static byte[] Of(SavedSearch search, IReadOnlyList<StatementRow> rows, string site, DateTimeOffset made)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, JsonAnswer.Options))
        {
            json.WriteStartObject();
            json.WriteString("type", rows.Count == 0 ? "test" : "statements.matched");
            json.WriteString("timestamp", made.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            json.WriteStartObject("data");
            json.WriteStartObject("search");
            json.WriteString("id", search.Id);
            json.WriteString("name", search.Name);
            json.WriteString("query", search.Query);
            json.WriteString("link", $"{site}/searches/{search.Id}");
            json.WriteEndObject();
            json.WriteStartArray("items");
            foreach (var row in rows)
            {
                json.WriteStartObject();
                json.WriteString("citation", site + StatementJson.LinkOf(row));
                json.WritePropertyName("statement");
                StatementJson.Write(json, row);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return bytes.ToArray();
    }
}
