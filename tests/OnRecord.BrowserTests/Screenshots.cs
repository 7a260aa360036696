using Microsoft.Playwright;

namespace OnRecord.BrowserTests;

/// <summary>Takes the pictures of the documentation: <c>./screenshots</c>. Run by name alone.</summary>
public sealed class Screenshots(Browser browser, Site site)
{
    [Fact(Explicit = true)]
    public async Task Are_taken_of_every_page()
    {
        var folder = Repository.Path("docs/pages");
        Directory.CreateDirectory(folder);
        foreach (var (name, address) in site.Pages.Where(page => page.Key is not ("not-found" or "review-done" or "search-nothing")))
        {
            foreach (var (width, suffix) in ((int, string)[])[(1280, "wide"), (390, "phone")])
            {
                await using var window = await browser.Open(width);
                await window.Page.GotoAsync(new Uri(site.Address, address).ToString(), new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
                await window.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}-{suffix}.jpg"), Type = ScreenshotType.Jpeg, Quality = 60, FullPage = false });
            }
        }
    }
}
