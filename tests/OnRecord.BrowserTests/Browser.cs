using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(OnRecord.BrowserTests.Browser))]

namespace OnRecord.BrowserTests;

/// <summary>Debian's Chromium, started once for all tests. Where there is none, the tests are skipped and say so.</summary>
public sealed class Browser : IAsyncLifetime
{
    private const string Executable = "/usr/bin/chromium";

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Executable)) return;
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Executable,
            // The sandbox of the browser asks for rights that a container does not give; only our own pages are opened.
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>A window with nothing kept from others.</summary>
    /// <param name="width">Its width in CSS pixels.</param>
    /// <param name="hasScripts">Whether scripts run.</param>
    /// <param name="isDark">Whether the reader asked for dark pages.</param>
    public async Task<Window> Open(int width = 1280, bool hasScripts = true, bool isDark = false)
    {
        Assert.SkipWhen(browser is null, $"There is no {Executable}. Install it: apt-get install chromium");
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = width < 600 ? 844 : 900 },
            JavaScriptEnabled = hasScripts,
            ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light,
            AcceptDownloads = true,
        });
        return new Window(context, await context.NewPageAsync());
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }
}
