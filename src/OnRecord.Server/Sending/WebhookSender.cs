using System.Globalization;
using System.Net;
using OnRecord.Language;
using OnRecord.Ledger.Users;
using OnRecord.Server.Adding;

namespace OnRecord.Server.Sending;

/// <summary>
/// Posts deliveries, signed, to addresses that people gave, by the same guard as pages are fetched. No redirect is followed, and
/// nothing of the answer but its status is looked at: what a receiver says comes to nobody's eyes.
/// </summary>
internal sealed class WebhookSender : IDisposable
{
    private const int LargestHead = 16;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly HttpClient client;
    private readonly TimeProvider time;

    /// <param name="time">The clock.</param>
    /// <param name="mayConnect">Which addresses may be connected to.</param>
    public WebhookSender(TimeProvider time, Func<IPAddress, bool> mayConnect)
    {
        this.time = time;
        var handler = PublicConnection.Handler(mayConnect, WebhookAddress.Within);
        handler.AllowAutoRedirect = false;
        handler.MaxResponseHeadersLength = LargestHead;
        client = new HttpClient(handler) { Timeout = Patience };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("OnRecord");
    }

    /// <summary>Tries to deliver, once.</summary>
    public async Task<Receipt> Send(DueDelivery delivery, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, delivery.Address) { Content = new ReadOnlyMemoryContent(delivery.Body) };
        request.Content.Headers.ContentType = new("application/json");
        var sent = time.GetUtcNow();
        request.Headers.Add("webhook-id", delivery.Id);
        request.Headers.Add("webhook-timestamp", sent.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        request.Headers.TryAddWithoutValidation("webhook-signature", Signature.Of(delivery.Id, sent, delivery.Body.Span, delivery.Secrets));
        try
        {
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return answer.IsSuccessStatusCode ? Receipt.Taken : Refused(answer.StatusCode);
        }
        catch (HttpRequestException error) when (error.InnerException is OnRecordException inner)
        {
            return new Receipt($"{inner.Code} {inner.Message}");
        }
        catch (HttpRequestException error)
        {
            return NotTaken(error.HttpRequestError switch
            {
                HttpRequestError.NameResolutionError => "its name leads nowhere",
                HttpRequestError.SecureConnectionError => "its certificate is not one to be trusted, or it speaks no TLS",
                _ => "it could not be reached",
            });
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return NotTaken("it did not answer within 10 seconds");
        }
    }

    public void Dispose() => client.Dispose();

    private static Receipt Refused(HttpStatusCode status) => status == HttpStatusCode.Gone
        ? NotTaken("it answered 410, that it is there no more, so the webhook is held back") with { IsGone = true }
        : NotTaken($"it answered {((int)status).ToString(CultureInfo.InvariantCulture)}{((int)status is >= 300 and < 400 ? ", and no redirect is followed" : "")}");

    private static Receipt NotTaken(string why) => new($"{DiagnosticCodes.NotDelivered} The receiver did not take it: {why}.");
}
