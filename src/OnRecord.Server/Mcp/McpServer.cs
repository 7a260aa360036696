using System.Text.Json;
using OnRecord.Language;
using OnRecord.Server.Adding;
using OnRecord.Server.Rest;
using OnRecord.Server.Search;

namespace OnRecord.Server.Mcp;

/// <summary>
/// Answers messages of the Model Context Protocol: JSON-RPC 2.0 with tools that only read. It holds nothing of a session,
/// so that one serves every client, over HTTP and over the standard streams alike.
/// </summary>
internal sealed class McpServer(ServerOptions options, Record record, CatalogueKeeper catalogue, ReadingDesk desk)
{
    // The newest first: a client that asks for one we do not know is offered it.
    private static readonly string[] Versions = ["2025-06-18", "2025-03-26", "2024-11-05"];

    private const string Instructions =
        "The record of who said what in political news. Every statement was read by a machine unless its state says that a person confirmed or corrected it; rejected ones are said to be rejected. Each answer begins with the citation of each statement and the link to its words in the archived source: cite those.";

    private readonly McpTools tools = new(record, catalogue, desk);

    /// <summary>The answer to a message as one line of JSON; null where it asks for none.</summary>
    /// <param name="message">The message in UTF-8.</param>
    /// <param name="site">Where the pages are, as <c>http://host:port</c>.</param>
    /// <param name="cancellationToken">Stops the answering.</param>
    public async Task<byte[]?> Answer(ReadOnlyMemory<byte> message, string site, CancellationToken cancellationToken)
    {
        JsonDocument parsed;
        try
        {
            parsed = JsonDocument.Parse(message);
        }
        catch (JsonException)
        {
            return Error(default, -32700, "The message is not JSON.");
        }
        using (parsed)
        {
            var root = parsed.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("method", out var name) || name.ValueKind != JsonValueKind.String)
                return Error(default, -32600, "The message is no request. Send one object with a method.");
            if (!root.TryGetProperty("id", out var id)) return null;
            var parameters = root.TryGetProperty("params", out var given) && given.ValueKind == JsonValueKind.Object ? given : default;
            return name.GetString() switch
            {
                "initialize" => Result(id, json => Initialize(json, parameters)),
                "ping" => Result(id, _ => { }),
                "tools/list" => Result(id, McpTools.Describe),
                "tools/call" => await Call(id, parameters, site, cancellationToken),
                var other => Error(id, -32601, $"There is no method '{other}'."),
            };
        }
    }

    private void Initialize(Utf8JsonWriter json, JsonElement parameters)
    {
        var asked = Text(parameters, "protocolVersion");
        json.WriteString("protocolVersion", Versions.Contains(asked) ? asked : Versions[0]);
        json.WriteStartObject("capabilities");
        json.WriteStartObject("tools");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartObject("serverInfo");
        json.WriteString("name", "onrecord");
        json.WriteString("title", "OnRecord");
        json.WriteString("version", options.Program);
        json.WriteEndObject();
        json.WriteString("instructions", Instructions);
    }

    private async Task<byte[]> Call(JsonElement id, JsonElement parameters, string site, CancellationToken cancellationToken)
    {
        var name = Text(parameters, "name");
        if (name is null || !McpTools.Has(name)) return Error(id, -32602, $"There is no tool '{name}'. tools/list names them.");
        var arguments = parameters.TryGetProperty("arguments", out var given) && given.ValueKind == JsonValueKind.Object ? given : default;
        try
        {
            return ToolResult(id, await tools.Call(name, arguments, site, cancellationToken), isError: false);
        }
        catch (OnRecordException error)
        {
            // An error of the tool is an answer: the model reads it and can ask better.
            return ToolResult(id, $"{error.Code}: {error.Message}", isError: true);
        }
    }

    private static byte[] ToolResult(JsonElement id, string text, bool isError) => Result(id, json =>
    {
        json.WriteStartArray("content");
        json.WriteStartObject();
        json.WriteString("type", "text");
        json.WriteString("text", text);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteBoolean("isError", isError);
    });

    private static byte[] Result(JsonElement id, Action<Utf8JsonWriter> write) => Message(id, json =>
    {
        json.WriteStartObject("result");
        write(json);
        json.WriteEndObject();
    });

    private static byte[] Error(JsonElement id, int code, string message) => Message(id, json =>
    {
        json.WriteStartObject("error");
        json.WriteNumber("code", code);
        json.WriteString("message", message);
        json.WriteEndObject();
    });

    private static byte[] Message(JsonElement id, Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, JsonAnswer.Options))
        {
            json.WriteStartObject();
            json.WriteString("jsonrpc", "2.0");
            json.WritePropertyName("id");
            if (id.ValueKind is JsonValueKind.String or JsonValueKind.Number) id.WriteTo(json);
            else json.WriteNullValue();
            write(json);
            json.WriteEndObject();
        }
        return bytes.ToArray();
    }

    private static string? Text(JsonElement parameters, string name) =>
        parameters.ValueKind == JsonValueKind.Object && parameters.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
