using System.Globalization;
using OnRecord.Ingest;
using OnRecord.Language;

namespace OnRecord.Server.Rest;

/// <summary>A document that is the body of a request: a text or a page, by its content type.</summary>
internal static class BodyDocument
{
    /// <exception cref="OnRecordException">OR9001, OR1003 to OR1006: the body is none that is read.</exception>
    public static async Task<RawDocument> Read(HttpContext context)
    {
        var type = Microsoft.Net.Http.Headers.MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var given) ? given : null;
        var extension = type?.MediaType.Value switch
        {
            "text/plain" => ".txt",
            "text/html" or "application/xhtml+xml" => ".html",
            var other => throw new OnRecordException(DiagnosticCodes.UnsupportedKind, $"A body of the type '{other ?? "none"}' is not read. Send text/plain or text/html."),
        };
        var parameters = context.Request.Query;
        var url = parameters["url"].ToString() is { Length: > 0 } written
            ? Uri.TryCreate(written, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : throw new OnRecordException(DiagnosticCodes.Usage, $"'url' takes a web address, and '{written}' is none.")
            : null;
        var published = parameters["published"].ToString() is { Length: > 0 } day
            ? DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var known) ? known : throw new OnRecordException(DiagnosticCodes.Usage, $"'published' takes a day as YYYY-MM-DD, and '{day}' is none.")
            : (DateOnly?)null;
        var name = parameters["name"].ToString() is { Length: > 0 } called ? Path.ChangeExtension(Path.GetFileName(called), extension) : "sent" + extension;
        return Intake.Take(url?.AbsoluteUri is { } at ? at : name, await Bytes(context), published, url, type!.Charset.HasValue ? type.Charset.Value : null);
    }

    /// <summary>The body, no longer than the server takes.</summary>
    /// <exception cref="OnRecordException">OR1005: it is longer.</exception>
    public static async Task<byte[]> Bytes(HttpContext context)
    {
        try
        {
            using var bytes = new MemoryStream();
            await context.Request.Body.CopyToAsync(bytes, context.RequestAborted);
            return bytes.ToArray();
        }
        catch (BadHttpRequestException error) when (error.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw new OnRecordException(DiagnosticCodes.TooLarge, "The body is larger than 8 MB. Send one document at a time.", error);
        }
    }
}
