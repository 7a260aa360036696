using System.Text.Encodings.Web;
using System.Text.Json;
using OnRecord.Language;

namespace OnRecord.Server.Rest;

/// <summary>Answers in JSON.</summary>
internal static class JsonAnswer
{
    // An answer is read by programs as JSON, and a browser is told that it is nothing else.
    internal static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const string Type = "application/json; charset=utf-8";

    /// <summary>Sends what is written, whole.</summary>
    public static Task Send(HttpContext context, Action<Utf8JsonWriter> write, int status = StatusCodes.Status200OK, string type = Type)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options)) write(json);
        return Send(context, bytes, status, type);
    }

    public static async Task Send(HttpContext context, MemoryStream bytes, int status = StatusCodes.Status200OK, string type = Type)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        context.Response.ContentLength = bytes.Length;
        bytes.Position = 0;
        await bytes.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    /// <summary>Says what went wrong as problem details (RFC 9457), with the diagnostic code.</summary>
    public static Task Problem(HttpContext context, OnRecordException error) => Problem(context, Errors.StatusOf(error.Code), error.Code, error.Message);

    public static Task NotFound(HttpContext context) => Problem(context, StatusCodes.Status404NotFound, DiagnosticCodes.NotInLedger, "Nothing in this ledger has that identifier.");

    private static Task Problem(HttpContext context, int status, string code, string message) => Send(
        context,
        json =>
        {
            json.WriteStartObject();
            json.WriteString("type", $"urn:onrecord:{code}");
            json.WriteString("title", Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status));
            json.WriteNumber("status", status);
            json.WriteString("detail", message);
            json.WriteString("code", code);
            json.WriteEndObject();
        },
        status,
        "application/problem+json; charset=utf-8");
}
