using System.Globalization;
using System.Text;
using OnRecord.Ingest;
using OnRecord.Language;
using OnRecord.Server.Adding;

namespace OnRecord.Server.Web;

/// <summary>What a person gives to be read: a text, a file or an address.</summary>
internal static class AddForm
{
    private const int LongestName = 120;

    /// <summary>The document that the form gives.</summary>
    /// <exception cref="OnRecordException">OR9001, OR1003 to OR1006, OR7004: the form gives none that can be read.</exception>
    public static async Task<RawDocument> Document(HttpContext context, WebFetch fetch)
    {
        if (!context.Request.HasFormContentType) throw Wrong("The form came without its content. Fill it in again.");
        var form = await Form(context);
        var published = Day(form["published"].ToString().Trim());
        var address = form["address"].ToString().Trim();
        var text = form["text"].ToString();
        var file = form.Files.GetFile("file") is { Length: > 0 } given ? given : null;
        var count = new[] { address.Length > 0, text.Trim().Length > 0, file is not null }.Count(isGiven => isGiven);
        if (count == 0) throw Wrong("Nothing was given to read. Paste a text, choose a file or give an address.");
        if (count > 1) throw Wrong("More than one thing was given to read. Give a text, or a file, or an address.");
        if (file is not null) return Intake.Take(NameOf(file.FileName), await Bytes(file, context.RequestAborted), published);
        if (address.Length > 0) return await fetch.Fetch(address, published, context.RequestAborted);
        // A browser sends the line breaks of a text field as CR LF; what a person sees in it is lines.
        return Intake.Take("pasted.txt", Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n")), published);
    }

    private static async Task<IFormCollection> Form(HttpContext context)
    {
        try
        {
            return await context.Request.ReadFormAsync(context.RequestAborted);
        }
        catch (Exception error) when (error is InvalidDataException or BadHttpRequestException)
        {
            throw new OnRecordException(error is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } ? DiagnosticCodes.TooLarge : DiagnosticCodes.Usage, $"The form cannot be read: {error.Message.TrimEnd('.')}. A document may have 8 MB.", error);
        }
    }

    private static async Task<byte[]> Bytes(IFormFile file, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, cancellationToken);
        return bytes.ToArray();
    }

    // The name alone, whatever folders the sender claims it stands in.
    private static string NameOf(string given)
    {
        var name = given[(given.LastIndexOfAny(['/', '\\']) + 1)..].Trim();
        return name.Length == 0 ? "upload" : name.Length > LongestName ? name[^LongestName..] : name;
    }

    private static DateOnly? Day(string written) => written.Length == 0 ? null
        : DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw Wrong($"'{written}' is no day. Give the day of publication as YYYY-MM-DD, or leave it out.");

    private static OnRecordException Wrong(string message) => new(DiagnosticCodes.Usage, message);
}
