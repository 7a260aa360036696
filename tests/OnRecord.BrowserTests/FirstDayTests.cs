using System.Diagnostics;
using Microsoft.Playwright;

namespace OnRecord.BrowserTests;

/// <summary>What somebody does on the first day: add articles, find a pledge, follow a dispute, correct a speaker, take the record along.</summary>
public sealed class FirstDayTests(Browser browser)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_article_goes_in_and_a_corrected_record_comes_out(bool hasScripts)
    {
        await using var window = await browser.Open(hasScripts: hasScripts);
        await using var site = new OwnSite();
        await site.InitializeAsync();
        var page = window.Page;

        // Added by its text, and watched until it is read.
        await page.GotoAsync(new Uri(site.Address, "/add").ToString());
        await page.GetByLabel("The whole text, with its headline first").FillAsync(await File.ReadAllTextAsync(Repository.Path("samples/river-treaty-charge.txt"), TestContext.Current.CancellationToken));
        await page.GetByLabel("The day, where you know it").FillAsync("2024-02-14");
        await page.GetByRole(AriaRole.Button, new() { Name = "Read it" }).ClickAsync();
        await Land(page, hasScripts);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Meldin says Torvia broke the river treaty");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Lena Bruck");

        // Its pledge is found by search.
        await page.GetByLabel("Search what was said").First.FillAsync("raise spending on flood defences");
        await page.GetByLabel("Search what was said").First.PressAsync("Enter");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("at least 2 percent of gross domestic product by 2032");
        await page.GetByRole(AriaRole.Link, new() { Name = "Pledges", Exact = true }).ClickAsync();
        await page.Locator("main a[href^='/pledges/']").First.ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("2032");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Meldin");

        // The dispute: charge, denial and counter-charge on one page.
        await page.GetByRole(AriaRole.Link, new() { Name = "Disputes", Exact = true }).ClickAsync();
        await page.Locator("main a[href^='/disputes/']").First.ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Ford Treaty");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Torvia denied the charge");

        // A speaker is corrected in review.
        await page.GetByRole(AriaRole.Link, new() { Name = "Review", Exact = true }).ClickAsync();
        await page.GetByLabel("Speaker").FillAsync("Ministry of Water of Meldin");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the correction" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("1 corrected");

        // The export has the correction beside what was read.
        using var client = new HttpClient { BaseAddress = site.Address };
        var export = await client.GetStringAsync(new Uri("/search.csv", UriKind.Relative), TestContext.Current.CancellationToken);
        export.Should().Contain(",corrected,").And.Contain("Ministry of Water of Meldin").And.Contain("vera");
        window.Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task Review_is_done_by_keys_alone()
    {
        await using var window = await browser.Open();
        await using var site = new OwnSite();
        await site.InitializeAsync();
        await site.Add(Repository.Path("samples/summit-spending-pledge.txt"));
        var page = window.Page;
        await page.GotoAsync(new Uri(site.Address, "/review").ToString());

        await Press(page, "c");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("1 confirmed");
        await Press(page, "x");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("1 rejected");
        await Go(page, "j", "**/review?place=2");
        await Go(page, "k", "**/review?place=1");
        await Go(page, "j", "**/review?place=2");
        await Press(page, "e");
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync("Pia Westergaard, leader of the United Opposition");
        // Enter in a field confirms nothing: only a key or a button decides.
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("0 corrected");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("s");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("1 confirmed, 1 corrected, 1 rejected");
        window.Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task Words_marked_in_the_text_are_taken_as_what_is_said()
    {
        await using var window = await browser.Open();
        await using var site = new OwnSite();
        await site.InitializeAsync();
        await site.Add(Repository.Path("samples/river-treaty-charge.txt"));
        var page = window.Page;
        await page.GotoAsync(new Uri(site.Address, "/review").ToString());
        var paragraph = page.Locator(".excerpt p").Last;
        var words = (await paragraph.InnerTextAsync()).Trim();

        // Three presses mark a paragraph.
        await paragraph.ClickAsync(new LocatorClickOptions { ClickCount = 3, Position = new Position { X = 4, Y = 12 } });
        await Press(page, "w");

        (await page.Locator("#content").InputValueAsync()).Should().Be(words);
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("s");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("1 corrected");
        window.Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task An_article_leads_to_its_pledges_and_disputes()
    {
        await using var window = await browser.Open();
        await using var site = new OwnSite();
        await site.InitializeAsync();
        await site.Add(Repository.Path("samples/river-treaty-charge.txt"), "2029-02-14");
        var page = window.Page;
        await page.GotoAsync(new Uri(site.Address, "/search?q=gates").ToString());
        await page.Locator(".statement blockquote a").First.ClickAsync();

        await page.Locator(".record a[href^='/pledges/']").Filter(new() { HasText = "2 percent" }).First.ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("at least 2 percent of GDP");
        await page.GoBackAsync();
        await page.Locator(".record a[href^='/disputes/']").Filter(new() { HasText = "Meldin against Torvia" }).First.ClickAsync();
        await Assertions.Expect(page.Locator("figure.graph svg .arrow").First).ToBeAttachedAsync();
        await Assertions.Expect(page.Locator(".timeline")).ToContainTextAsync("denial");
    }

    // A key does nothing before the page's script has run.
    private static async Task Press(IPage page, string key)
    {
        await page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
        await page.Keyboard.PressAsync(key);
    }

    // On a slow machine a key may come before the page listens, and is pressed again, as a person would; where it has led on, one waits.
    private static async Task Go(IPage page, string key, string address)
    {
        var from = page.Url;
        for (var tries = 0; ; tries++)
        {
            if (page.Url == from) await Press(page, key);
            try
            {
                await page.WaitForURLAsync(address, new PageWaitForURLOptions { Timeout = 15_000 });
                return;
            }
            catch (TimeoutException) when (tries < 4)
            {
            }
        }
    }

    // With scripts the page goes on by itself; without, by its links.
    private static async Task Land(IPage page, bool hasScripts)
    {
        for (var clock = Stopwatch.StartNew(); !hasScripts && clock.Elapsed < TimeSpan.FromMinutes(1) && !page.Url.Contains("/documents/", StringComparison.Ordinal);)
        {
            var article = page.GetByRole(AriaRole.Link, new() { Name = "See the article" });
            if (await article.CountAsync() > 0) await article.ClickAsync();
            else await page.GetByRole(AriaRole.Link, new() { Name = "Look again" }).ClickAsync();
        }
        await page.WaitForURLAsync("**/documents/**", new PageWaitForURLOptions { Timeout = 60_000 });
    }
}
