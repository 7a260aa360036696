using System.Text.RegularExpressions;
using OnRecord.Language;
using OnRecord.Server;
using OnRecord.Tests.Ledger;

namespace OnRecord.Tests.Server;

public sealed partial class WebPagesTests
{
    private const string Script = "<script>alert('x')</script>";

    public static TheoryData<string> Addresses =>
        ["/", "/search", "/search?q=harbour", "/actors", "/actors/Marie%20D%C3%BCbois", "/outlets", "/outlets/The%20Lyon%20Courier", "/runs", "/accuracy"];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Every_page_says_what_a_browser_must_not_do(string address)
    {
        await using var served = await ServedRecord.Of(SampleReadings.Harbour());

        using var answer = await served.Client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

        answer.EnsureSuccessStatusCode();
        answer.Headers.GetValues("Content-Security-Policy").Single().Should().StartWith("default-src 'none'").And.NotContain("unsafe");
        answer.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        answer.Headers.GetValues("X-Frame-Options").Should().Equal("DENY");
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        page.Should().NotContain(" style=", "the policy lets no style stand in a page").And.NotContain(" onclick", "nor a script");
        Heading().Count(page).Should().Be(1, "a page has one first heading");
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Every_link_of_a_page_leads_to_a_page(string address)
    {
        await using var served = await ServedRecord.Of(SampleReadings.Harbour());

        var page = await served.Get(address);

        foreach (var link in Local().Matches(page).Select(match => System.Net.WebUtility.HtmlDecode(match.Groups["to"].Value)).Distinct()) await served.Get(link);
    }

    [Fact]
    public async Task An_article_has_its_marks_and_its_record_linked_both_ways()
    {
        await using var served = await ServedRecord.Of(SampleReadings.Harbour());
        var sha256 = SampleReadings.Harbour().Raw.Sha256;

        var page = await served.Get($"/documents/{sha256[..12]}");

        page.Should().Contain("""<a class="content s0" href="#r-a1" id="a1">&quot;The harbour will open in May,&quot;</a>""");
        page.Should().Contain("""<li id="r-a1" class="s0">""").And.Contain("""<a href="#a1">""");
        page.Should().MatchRegex("""<p class="furniture" ?><span class="furniture">Share this story""");
        page.Should().Contain("Speaker not resolved: no source");
    }

    [Fact]
    public async Task Script_in_titles_names_and_words_is_words()
    {
        var text = $"{Script}\n\n\"{Script}\" said {Script}.\n";
        var reading = SampleReadings.Empty($"news/{Script}.txt", text, new DateOnly(2024, 3, 4));
        var said = SampleReadings.Of(text, $"\"{Script}\"");
        reading = reading with
        {
            Entities = [new Entity { Id = "e1", Name = Script, Type = EntityType.Person, Mentions = [] }],
            Attributions = [new Attribution { Id = "a1", Kind = AttributionKind.Direct, Source = [], Cue = [], Content = [said], Confidence = 1, Speaker = "e1" }],
        };
        await using var served = await ServedRecord.Of(reading);
        var escaped = Uri.EscapeDataString(Script);

        foreach (var address in new[] { "/", "/search", $"/search?q={escaped}&speaker={escaped}", $"/actors?name={escaped}", $"/actors/{escaped}", $"/documents/{reading.Raw.Sha256}", "/actors" })
        {
            (await served.Get(address)).Should().NotContain("<script>alert").And.Contain("&lt;script&gt;alert");
        }
        (await served.Get($"/{escaped}", 404)).Should().NotContain("<script>alert");
        (await served.Get($"/search?since={escaped}", 400)).Should().NotContain("<script>alert").And.Contain("OR9001");
    }

    [Fact]
    public async Task The_next_page_goes_on_where_the_last_ended()
    {
        await using var served = await ServedRecord.Of([.. Enumerable.Range(0, 6).Select(n => SampleReadings.Numbered(n, 10))]);
        var seen = new List<string>();

        for (string? address = "/search?q=bridge"; address is not null;)
        {
            var page = await served.Get(address);
            seen.AddRange(Statement().Matches(page).Select(match => match.Groups["to"].Value));
            address = Next().Match(page) is { Success: true } next ? System.Net.WebUtility.HtmlDecode(next.Groups["to"].Value) : null;
        }

        seen.Should().HaveCount(60).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task A_page_follows_what_another_process_records()
    {
        await using var served = await ServedRecord.Of(SampleReadings.Numbered(1, 2));
        (await served.Get("/actors")).Should().NotContain("Marie Dübois");

        served.Ledger.Record(SampleReadings.Harbour());

        (await served.Get("/actors")).Should().Contain("Marie Dübois").And.Contain("Speaker0");
    }

    [Fact]
    public async Task What_is_not_there_is_not_found_and_what_cannot_be_asked_is_refused()
    {
        await using var served = await ServedRecord.Of(SampleReadings.Harbour());

        await served.Get("/documents/0123456789abcdef", 404);
        await served.Get("/documents/..%2f..%2fetc%2fpasswd", 404);
        await served.Get("/assets/../../etc/passwd", 404);
        await served.Get("/actors/Nobody", 404);
        await served.Get("/search?kind=loud", 400);
        await served.Get("/search?before=0", 400);
        await served.Get("/search?q=a&q=b", 400);
        await served.Get($"/search?q={new string('a', 501)}", 400);
    }

    [Fact]
    public async Task The_style_sheet_is_kept_for_good_under_the_hash_of_its_content()
    {
        await using var served = await ServedRecord.Of();
        var path = Regex.Match(await served.Get("/"), "href=\"(?<to>/assets/[0-9a-f]{12}/site.css)\"").Groups["to"].Value;

        using var answer = await served.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        answer.EnsureSuccessStatusCode();
        answer.Headers.CacheControl!.ToString().Should().Be("public, max-age=31536000, immutable");
    }

    [Fact]
    public async Task An_empty_ledger_says_how_to_fill_it()
    {
        await using var served = await ServedRecord.Of();

        (await served.Get("/")).Should().Contain("The record is empty");
    }

    [Theory]
    [InlineData("http://0.0.0.0:0", DiagnosticCodes.NoAdministrator)]
    [InlineData("http://[::]:0", DiagnosticCodes.NoAdministrator)]
    [InlineData("http://192.0.2.1:80", DiagnosticCodes.NoAdministrator)]
    [InlineData("localhost", DiagnosticCodes.CannotListen)]
    [InlineData("ftp://127.0.0.1", DiagnosticCodes.CannotListen)]
    public async Task An_address_that_others_reach_is_refused(string address, string code)
    {
        using var folder = new LedgerFolder();

        var start = () => RecordServer.Start(ServedRecord.Options(folder.File, address));

        (await start.Should().ThrowAsync<OnRecordException>()).Which.Code.Should().Be(code);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named()
    {
        await using var served = await ServedRecord.Of();
        var taken = served.Client.BaseAddress!.ToString().TrimEnd('/');

        var start = () => RecordServer.Start(ServedRecord.Options(served.Ledger.File, taken));

        (await start.Should().ThrowAsync<OnRecordException>()).Which.Message.Should().Contain(taken).And.Contain("--urls");
    }

    [GeneratedRegex("<h1[ >]", RegexOptions.None, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex("(?:href|action)=\"(?<to>/[^\"#]*)", RegexOptions.None, 1000)]
    private static partial Regex Local();

    [GeneratedRegex("<blockquote><a href=\"(?<to>[^\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Statement();

    [GeneratedRegex("<a rel=\"next\" href=\"(?<to>[^\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Next();
}
