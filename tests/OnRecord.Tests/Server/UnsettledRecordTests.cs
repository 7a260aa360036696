using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using OnRecord.Check;
using OnRecord.Knowledge;
using OnRecord.Language;
using OnRecord.Models.English;
using OnRecord.Pipelines;
using OnRecord.Server.Adding;
using OnRecord.Tests.Check;
using OnRecord.Tests.Cli;
using OnRecord.Tests.Ledger;

namespace OnRecord.Tests.Server;

/// <summary>What changes under a reader's eyes: nothing breaks, and the page says what happened.</summary>
public sealed partial class UnsettledRecordTests
{
    private const int LargestPage = 150_000;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_article_that_its_source_took_down_is_still_in_the_record()
    {
        var isDown = false;
        await using var site = await LocalSite.Start(context =>
        {
            context.Response.StatusCode = isDown ? 410 : 200;
            context.Response.ContentType = "text/plain";
            return isDown ? Task.CompletedTask : context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(Newsroom.Article), Token).AsTask();
        });
        using var fetch = new WebFetch(IPAddress.IsLoopback);
        var raw = await fetch.Fetch(site.Address, null, Token);
        await using var served = await ServedRecord.Of(StandardPipeline.Create(EnglishModels.Set).Read(raw, cancellationToken: Token));

        isDown = true;
        var again = () => fetch.Fetch(site.Address, null, Token);

        (await again.Should().ThrowAsync<OnRecordException>()).Which.Message.Should().Contain("answered 410").And.Contain("What was read of it before stays in the record");
        var page = await served.Get($"/documents/{raw.Sha256}");
        page.Should().Contain(site.Address).And.Contain("kept in the ledger").And.Contain("may since have changed or gone").And.Contain("opens in May");
        served.Ledger.Verify().FirstBreak.Should().BeNull();
    }

    [Fact]
    public async Task A_ledger_that_another_program_writes_to_is_read_searched_and_decided_about_meanwhile()
    {
        const int Added = 60;
        await using var served = await ServedRecord.Of(SampleReadings.Harbour());
        var address = "/review/" + Identifier().Match(await served.Get("/api/statements")).Groups["id"].Value;
        var writing = Task.Run(
            () =>
            {
                using var ledger = served.Ledger.Write();
                var run = ledger.BeginRun(LedgerFolder.Version());
                for (var i = 0; i < Added; i++) ledger.Append(run, SampleReadings.Numbered(i, 5));
                ledger.EndRun(run, LedgerFolder.Done(Added));
            },
            Token);

        var pages = 0;
        do
        {
            foreach (var page in new[] { "/", "/search?q=bridge", "/actors", "/runs", "/review" }) await served.Get(page);
            if (pages++ == 0)
            {
                using var form = new FormUrlEncodedContent([new("verdict", "confirmed")]);
                using var answer = await served.Client.PostAsync(new Uri(address, UriKind.Relative), form, Token);
                answer.StatusCode.Should().Be(HttpStatusCode.SeeOther);
            }
        }
        while (!writing.IsCompleted);
        await writing;

        (await served.Get("/search?state=confirmed")).Should().Contain("1 statement");
        (await served.Get("/search.csv?q=bridge")).TrimEnd().Split('\n').Should().HaveCount((Added * 5) + 1);
        served.Ledger.Verify().FirstBreak.Should().BeNull();
    }

    [Fact]
    public async Task A_series_that_is_removed_while_its_pledge_is_looked_at_leaves_a_page_that_says_so()
    {
        await using var served = await ServedRecord.Of(CheckStory.Countries(new DateOnly(2019, 4, 3), "state:AUT") with { Pledges = [CheckStory.TwoPercent] });
        using (var ledger = served.Ledger.Write())
        {
            var file = Encoding.UTF8.GetBytes("country,2016,2017,2018\nAustria,0.7,0.8,0.9\n");
            var options = new SeriesOptions { Name = "spending", Measure = "defence spending", Unit = "percent-of-gdp", Source = "A ministry of figures", Retrieved = new DateOnly(2024, 1, 1), Terms = "public domain" };
            ledger.Add(SeriesReader.Read("spending.csv", file, options, WorldKnowledge.Shipped), file);
        }
        var link = Pledge().Match(await served.Get("/pledges")).Groups["to"].Value;
        (await served.Get(link)).Should().Contain("A ministry of figures").And.Contain("<svg");

        using (var ledger = served.Ledger.Write()) ledger.RemoveSeries("spending", "It was revised.");

        var page = await served.Get(link);
        page.Should().NotContain("A ministry of figures").And.Contain("state not-measurable").And.Contain(CheckStory.TwoPercent.Deadline!.Value.Year.ToString(CultureInfo.InvariantCulture));
        page.Should().MatchRegex("class=\"reason\">no (series|figures)", "the page says why it shows no figures any more");
        served.Ledger.Verify().FirstBreak.Should().BeNull();
    }

    [Fact]
    public async Task Ten_thousand_results_are_paged_counted_as_far_as_it_helps_and_exported_whole()
    {
        const int Documents = 50;
        const int Each = 200;
        await using var served = await ServedRecord.Of([.. Enumerable.Range(0, Documents).Select(i => SampleReadings.Numbered(i, Each))]);

        var first = await served.Get("/search?q=bridge");
        first.Should().Contain("More than 400 statements").And.Contain("rel=\"next\"");
        var seen = new HashSet<string>(Places(first), StringComparer.Ordinal);
        var second = await served.Get(WebUtility.HtmlDecode(Next().Match(first).Groups["to"].Value));
        Places(second).Should().NotBeEmpty().And.OnlyContain(place => seen.Add(place), "no statement stands on two pages");
        foreach (var address in new[] { "/search?q=bridge", "/search", "/", "/actors", "/actors/Speaker1", "/review", "/runs" }) Encoding.UTF8.GetByteCount(await served.Get(address)).Should().BeLessThan(LargestPage, address);

        (await served.Get("/search.csv?q=bridge")).TrimEnd().Split('\n').Should().HaveCount((Documents * Each) + 1, "an export has no cap");
    }

    private static List<string> Places(string page) => [.. Place().Matches(page).Select(match => match.Groups["to"].Value)];

    [GeneratedRegex("<blockquote><a href=\"(?<to>/documents/[^\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Place();

    [GeneratedRegex("rel=\"next\" href=\"(?<to>[^\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Next();

    [GeneratedRegex("href=\"(?<to>/pledges/p[0-9a-f]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Pledge();

    [GeneratedRegex("\"id\":\\s*\"(?<id>[0-9]+-a[0-9]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Identifier();
}
