using Microsoft.Playwright;

namespace OnRecord.BrowserTests;

/// <summary>A window of the browser, which hears what its pages complain about.</summary>
public sealed class Window : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly List<string> complaints = [];

    public Window(IBrowserContext context, IPage page)
    {
        this.context = context;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") complaints.Add($"{page.Url}: {message.Text}");
        };
        page.PageError += (_, error) => complaints.Add($"{page.Url}: {error}");
        page.RequestFailed += (_, request) =>
        {
            // A way to another page that a second key, pressed before the first had its effect, has replaced is no fault of the page.
            if (request is { IsNavigationRequest: true, Failure: "net::ERR_ABORTED" }) return;
            complaints.Add($"{page.Url}: {request.Url} failed: {request.Failure}");
        };
    }

    public IPage Page { get; }

    /// <summary>What the console showed: errors of scripts, what the content security policy refused, what could not be fetched.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    public ValueTask DisposeAsync() => context.DisposeAsync();
}
