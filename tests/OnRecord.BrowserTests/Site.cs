[assembly: AssemblyFixture(typeof(OnRecord.BrowserTests.Site))]

namespace OnRecord.BrowserTests;

/// <summary>A record of the samples, served on a free port of this machine, made once and changed by no test.</summary>
public sealed class Site : IAsyncLifetime
{
    private readonly OwnSite site = new();

    /// <summary>Where it is.</summary>
    public Uri Address => site.Address;

    /// <summary>The pages of the record, one of each kind, with their names.</summary>
    public IReadOnlyDictionary<string, string> Pages { get; private set; } = new Dictionary<string, string>();

    public async ValueTask InitializeAsync()
    {
        await site.InitializeAsync();
        foreach (var (name, published) in ((string, string)[])[("summit-spending-pledge.txt", "2020-06-18"), ("river-treaty-charge.txt", "2024-02-14"), ("river-treaty-ten-months-on.txt", "2024-12-12"), ("port-strike.html", ""), ("range-treaty-accusation.html", "")])
        {
            await site.Add(Path.Combine(Repository.Root, "samples", name), published);
        }
        using var client = new HttpClient { BaseAddress = Address };
        var statements = await client.GetStringAsync("/search?q=treaty");
        await Post(client, "/searches", new("name", "Treaty"), new("query", "q=treaty"));
        var webhooks = First(await client.GetStringAsync("/searches"), "/searches/[0-9a-f]+/webhooks");
        // Nothing is recorded any more, so nothing is sent to it.
        await Post(client, webhooks, new KeyValuePair<string, string>("address", "https://example.org/a/receiver/with/a/long/address?key=0123456789"));
        Pages = new Dictionary<string, string>
        {
            ["overview"] = "/",
            ["search"] = "/search?q=treaty",
            ["article"] = First(statements, "/documents/[0-9a-f]+"),
            ["speakers"] = "/actors",
            ["speaker"] = First(await client.GetStringAsync("/actors"), "/actors/[^\"?]+"),
            ["pledges"] = "/pledges",
            ["pledge"] = First(await client.GetStringAsync("/pledges"), "/pledges/[^\"?#]+"),
            ["disputes"] = "/disputes",
            ["dispute"] = First(await client.GetStringAsync("/disputes"), "/disputes/[^\"?#]+"),
            ["subject"] = First(await client.GetStringAsync("/disputes"), "/subjects/[^\"?#]+"),
            ["claims"] = "/claims",
            ["claim"] = First(await client.GetStringAsync("/claims"), "/claims/c[^\"?#]+"),
            ["compare"] = "/compare",
            ["compared"] = "/compare?a=Lena%20Bruck&b=Ivo%20Marn",
            ["review-done"] = "/review?place=100000",
            ["search-nothing"] = "/search?q=zzzzzz",
            ["outlets"] = "/outlets",
            ["outlet"] = First(await client.GetStringAsync("/outlets"), "/outlets/[^\"?]+"),
            ["add"] = "/add",
            ["review"] = "/review",
            ["runs"] = "/runs",
            ["accuracy"] = "/accuracy",
            ["searches"] = "/searches",
            ["webhooks"] = webhooks,
            ["webhook"] = First(await client.GetStringAsync(webhooks), "/webhooks/[0-9a-f]+"),
            ["not-found"] = "/nothing-here",
        };
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private static async Task Post(HttpClient client, string address, params KeyValuePair<string, string>[] fields)
    {
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await client.PostAsync(new Uri(address, UriKind.Relative), form);
        answer.IsSuccessStatusCode.Should().BeTrue(address);
    }

    private static string First(string page, string pattern)
    {
        var main = page[page.IndexOf("<main", StringComparison.Ordinal)..];
        var match = System.Text.RegularExpressions.Regex.Match(main, $"href=\"({pattern})");
        match.Success.Should().BeTrue($"a link like {pattern} must stand on the page:\n{main}");
        return System.Net.WebUtility.HtmlDecode(match.Groups[1].Value);
    }
}
