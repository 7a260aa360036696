using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace OnRecord.BrowserTests;

/// <summary>Every page, as different people meet it.</summary>
public sealed class PageTests(Browser browser, Site site)
{
    // Levels A and AA of WCAG 2.0 to 2.2.
    private static readonly AxeRunOptions Levels = new() { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] } };

    public static TheoryData<string> Names =>
    [
        "overview", "search", "article", "speakers", "speaker", "pledges", "pledge", "disputes", "dispute", "subject", "claims", "claim", "compare", "outlets", "outlet",
        "add", "review", "runs", "accuracy", "searches", "webhooks", "webhook", "not-found", "compared", "review-done", "search-nothing",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Has_no_barrier_in_light_and_dark_wide_and_narrow(string name)
    {
        foreach (var (width, isDark) in ((int, bool)[])[(1280, false), (1280, true), (390, false)])
        {
            await using var window = await browser.Open(width, isDark: isDark);
            await Go(window, name);
            var found = await window.Page.RunAxe(Levels);
            found.Violations.Should().BeEmpty(string.Join("\n", found.Violations.Select(v => $"{v.Id}: {v.Help}: {string.Join("; ", v.Nodes.Take(3).Select(n => n.Html))}")));
            window.Complaints.Where(c => name != "not-found" || !c.Contains("404", StringComparison.Ordinal)).Should().BeEmpty();
            var overflow = await window.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            overflow.Should().BeLessThanOrEqualTo(0, $"{name} must not scroll sideways at {width} pixels");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Says_the_same_without_scripts(string name)
    {
        await using var with = await browser.Open();
        await using var without = await browser.Open(hasScripts: false);
        await Go(with, name);
        await Go(without, name);
        // Words are taken from what is marked by a script alone: its buttons are not there without it.
        await with.Page.EvaluateAsync("document.querySelectorAll('[data-take]').forEach(button => button.hidden = true)");
        (await without.Page.Locator("main").InnerTextAsync()).Should().Be(await with.Page.Locator("main").InnerTextAsync());
    }

    [Theory]
    [InlineData("overview")]
    [InlineData("search")]
    [InlineData("article")]
    [InlineData("review")]
    public async Task Is_reached_by_keyboard_from_the_first_key_on(string name)
    {
        await using var window = await browser.Open();
        await Go(window, name);
        await window.Page.Keyboard.PressAsync("Tab");
        (await Focused(window)).Should().Be("Skip to the content");
        (await window.Page.Locator(":focus").EvaluateAsync<bool>("e => { const r = e.getBoundingClientRect(); return r.top >= 0 && r.left >= 0 && r.height > 10; }")).Should().BeTrue("what has the focus is seen");
        await window.Page.Keyboard.PressAsync("Tab");
        (await window.Page.Locator(":focus").EvaluateAsync<bool>("e => { const s = getComputedStyle(e); return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0 || s.boxShadow !== 'none'; }")).Should().BeTrue("the focus has a mark");
    }

    private static async Task<string> Focused(Window window) => (await window.Page.Locator(":focus").InnerTextAsync()).Trim();

    private async Task Go(Window window, string name)
    {
        var answer = await window.Page.GotoAsync(new Uri(site.Address, site.Pages[name]).ToString());
        answer!.Status.Should().Be(name == "not-found" ? 404 : 200);
    }
}
