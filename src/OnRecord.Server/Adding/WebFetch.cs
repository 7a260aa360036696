using System.Net;
using OnRecord.Language;

namespace OnRecord.Server.Adding;

/// <summary>Fetches a page from an address that a person gave, and never from a network that only the server reaches: see <see cref="PublicConnection"/>.</summary>
internal sealed class WebFetch : IDisposable
{
    private const int LargestPage = 8 * 1024 * 1024;
    private const int MostRedirects = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly HttpClient client;

    public WebFetch()
        : this(PublicAddress.Is)
    {
    }

    /// <summary>With another rule of which addresses may be connected to: tests fetch from this machine.</summary>
    internal WebFetch(Func<IPAddress, bool> mayConnect)
    {
        var handler = PublicConnection.Handler(mayConnect, host => Refused(host, "it does not lead to the public internet. Fetch the page yourself and paste its text"));
        handler.AllowAutoRedirect = true;
        handler.MaxAutomaticRedirections = MostRedirects;
        handler.AutomaticDecompression = DecompressionMethods.All;
        client = new HttpClient(handler) { Timeout = Patience, MaxResponseContentBufferSize = LargestPage };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("OnRecord");
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html, text/plain;q=0.9");
    }

    /// <summary>The document at the address.</summary>
    /// <exception cref="OnRecordException">OR7004: it is not fetched, or could not be. OR1003, OR1004, OR1006: what came is not read.</exception>
    public async Task<RawDocument> Fetch(string address, DateOnly? published, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.UserInfo.Length > 0)
            throw Refused(address, "it is no address of a page. Give one that begins with https:// and has no user name in it");
        try
        {
            using var answer = await client.GetAsync(uri, cancellationToken);
            if (!answer.IsSuccessStatusCode) throw Refused(address, $"its server answered {((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture)}. Look at it in a browser, and paste its text if it is there{(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone ? ". What was read of it before stays in the record" : "")}");
            var type = answer.Content.Headers.ContentType;
            if (type?.MediaType is { } media && media is not ("text/html" or "text/plain" or "application/xhtml+xml")) throw Refused(address, $"it is of the type {media}. Give the address of a page or a text");
            var bytes = await answer.Content.ReadAsByteArrayAsync(cancellationToken);
            var charset = type?.CharSet?.Trim('"');
            return Ingest.Intake.Take(uri.AbsoluteUri, bytes, published, uri, string.IsNullOrEmpty(charset) ? null : charset);
        }
        catch (HttpRequestException error) when (error.InnerException is OnRecordException inner)
        {
            throw inner;
        }
        catch (HttpRequestException error)
        {
            throw new OnRecordException(DiagnosticCodes.NotFetched, $"'{address}' could not be fetched: {error.Message.TrimEnd('.')}. Look at it in a browser, and paste its text.", error);
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            throw new OnRecordException(DiagnosticCodes.NotFetched, $"'{address}' could not be fetched: it did not answer within {Patience.TotalSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture)} seconds. Try again later, or paste its text.", error);
        }
    }

    public void Dispose() => client.Dispose();

    private static OnRecordException Refused(string address, string why) => new(DiagnosticCodes.NotFetched, $"'{address}' is not fetched: {why}.");
}
