using System.Text.Json;
using System.Text.RegularExpressions;
using OnRecord.Ledger;
using OnRecord.Models.English;
using OnRecord.Pipelines;
using OnRecord.Tests.Check;
using OnRecord.Tests.Interpret.Threads;
using OnRecord.Tests.Ledger;

namespace OnRecord.Tests.Server;

public sealed partial class ThreadPagesTests
{
    private const string Script = "<script>alert('x')</script>";

    private static readonly DateOnly Day = new(2019, 4, 3);

    [Fact]
    public async Task A_pledge_is_shown_with_its_frame_and_held_against_figures_member_by_member()
    {
        await using var served = await ServedRecord.Of(Alliance());
        var link = Pledge().Match(await served.Get("/pledges")).Groups["to"].Value;

        var page = await served.Get(link);

        page.Should().Contain("the members, one by one").And.Contain("<svg").And.Contain("SIPRI");
        page.Should().Contain("""<th scope="row">Germany</th>""").And.Contain("""<th scope="row">Estonia</th>""");
        MemberLine().Count(page).Should().BeGreaterThan(20, "there is a line for each member of whom there are figures");
        Caption().Match(page).Groups["bound"].Value.Should().Be("29", "those that joined later are drawn and not counted");
        page.Should().Contain("state pending").And.Contain("31 Dec 2024");
        (await served.Get("/")).Should().Contain("Pledges falling due").And.Contain(link);
        (await served.Get("/pledges?status=withdrawn")).Should().Contain("0 pledges");
        await served.Get("/pledges?status=broken", 400);
        await served.Get("/pledges/p0000000000", 404);
    }

    [Fact]
    public async Task A_program_is_given_the_pledge_with_its_findings()
    {
        await using var served = await ServedRecord.Of(Alliance());
        using var pledges = JsonDocument.Parse(await served.Get("/api/pledges?who=nato"));
        var id = pledges.RootElement.GetProperty("items").EnumerateArray().Should().ContainSingle().Subject.GetProperty("id").GetString();

        using var pledge = JsonDocument.Parse(await served.Get($"/api/pledges/{id}"));

        pledge.RootElement.GetProperty("target").GetDecimal().Should().Be(2);
        pledge.RootElement.GetProperty("findings").EnumerateArray().Should().NotBeEmpty();
        pledge.RootElement.GetProperty("steps")[0].GetProperty("citation").GetProperty("words").GetString().Should().NotBeEmpty();
        pledges.RootElement.GetProperty("next").ValueKind.Should().Be(JsonValueKind.Null);
        await served.Get("/api/pledges/p0000000000", 404);
        await served.Get("/api/disputes/d0000000000", 404);
        await served.Get("/api/pledges?status=broken", 400);
    }

    [Fact]
    public async Task What_a_person_found_stands_beside_what_the_machine_finds()
    {
        await using var served = await ServedRecord.Of(Alliance());
        using (var ledger = served.Ledger.Write())
        {
            var citation = ledger.Threads().All.Pledges.Single().Steps[0].Citation;
            ledger.Decide(new CheckDecision { Document = citation.Document, Span = citation.Span, Item = citation.Item, Verdict = FindingVerdict.Partly, Machine = FindingVerdict.NotYetDue, Reviewer = "vera", Note = Script });
        }
        var link = Pledge().Match(await served.Get("/pledges")).Groups["to"].Value;

        (await served.Get(link)).Should().Contain("<strong>partly</strong> by vera").And.Contain("&lt;script&gt;").And.NotContain("<script>alert");
    }

    [Fact]
    public async Task A_dispute_is_a_graph_a_table_and_its_steps_in_time()
    {
        await using var served = await ServedRecord.Of(Quarrel());
        var list = await served.Get("/disputes");
        var link = Dispute().Match(list).Groups["to"].Value;

        var page = await served.Get(link);

        page.Should().Contain("<svg").And.Contain("class=\"arrow charge\"").And.Contain("class=\"arrow answer\"");
        page.Should().MatchRegex("""(?s)<th scope="row"><a class="name" href="/actors/Arland">Arland</a></th><td>charges</td><td><a class="name" href="/actors/Borland">Borland</a>""");
        page.IndexOf("Borland broke the treaty", StringComparison.Ordinal).Should().BeLessThan(page.IndexOf("it broke nothing", StringComparison.Ordinal));
        (await served.Get("/disputes?who=Nobody")).Should().Contain("0 disputes");
        (await served.Get("/")).Should().Contain("Disputes that moved").And.Contain(link);
        using var disputes = JsonDocument.Parse(await served.Get("/api/disputes"));
        disputes.RootElement.GetProperty("items")[0].GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("move").GetString()).Should().Equal("accusation", "denial");
    }

    [Theory]
    [InlineData("/pledges")]
    [InlineData("/disputes")]
    [InlineData("/claims")]
    [InlineData("/compare?a=Arland&b=Borland&q=treaty")]
    [InlineData("/actors/Borland")]
    public async Task Every_link_of_these_pages_leads_to_a_page(string address)
    {
        await using var served = await ServedRecord.Of(Quarrel(), Alliance());
        var page = await served.Get(address);

        foreach (var link in Local().Matches(page).Select(match => System.Net.WebUtility.HtmlDecode(match.Groups["to"].Value)).Distinct()) await served.Get(link);

        page.Should().NotContain(" style=");
        Heading().Count(page).Should().Be(1);
    }

    [Fact]
    public async Task A_model_is_told_pledges_and_disputes_with_the_citation_first()
    {
        await using var served = await ServedRecord.Of(Quarrel(), Alliance());

        var pledges = await Tool(served, "list_pledges", "{}");
        var checkedPledge = await Tool(served, "check_pledge", $$"""{"id":"{{Regex.Match(pledges, "id (p[0-9a-f]{10})").Groups[1].Value}}"}""");
        var disputes = await Tool(served, "list_disputes", """{"who":"Borland"}""");

        pledges.Should().StartWith("http://127.0.0.1").And.Contain("/pledges/p");
        checkedPledge.Should().StartWith("http://127.0.0.1").And.Contain("Germany: ").And.Contain("Source: ");
        disputes.Should().StartWith("http://127.0.0.1").And.Contain("Arland against Borland").And.Contain("no finding");
        (await Tool(served, "list_disputes", """{"who":"Nobody"}""")).Should().Be("No dispute in this record matches.");
    }

    [Fact]
    public async Task A_claim_is_held_against_the_knowledge_on_its_page_by_rest_and_for_a_model()
    {
        await using var served = await ServedRecord.Of(Members());
        var link = Claim().Match(await served.Get("/claims")).Groups["to"].Value;
        var id = link.Split('/')[^1];
        using (var ledger = served.Ledger.Write())
        {
            var citation = ledger.Threads().All.Claims[0].Reports[0].Citation;
            ledger.Decide(new CheckDecision { Document = citation.Document, Span = citation.Span, Item = citation.Item, Verdict = FindingVerdict.Agrees, Machine = FindingVerdict.Disagrees, Reviewer = "vera", Note = Script });
        }

        var page = await served.Get(link);
        using var claim = JsonDocument.Parse(await served.Get($"/api/claims/{id}"));
        var told = await Tool(served, "check_claim", $$"""{"id":"{{id}}"}""");

        page.Should().Contain("state disagrees").And.Contain("29").And.Contain("<strong>agrees</strong> by vera").And.NotContain("<script>alert");
        claim.RootElement.GetProperty("findings")[0].GetProperty("verdict").GetString().Should().Be("disagrees");
        claim.RootElement.GetProperty("decisions")[0].GetProperty("reviewer").GetString().Should().Be("vera");
        claim.RootElement.GetProperty("link").GetString().Should().Be(link);
        told.Should().StartWith("http://127.0.0.1").And.Contain("disagrees").And.Contain("Found by vera: agrees");
        (await Tool(served, "list_claims", "{}")).Should().StartWith("http://127.0.0.1").And.Contain($"id {id}");
        (await Tool(served, "list_claims", """{"who":"Nobody"}""")).Should().Be("No claim in this record matches.");
        await served.Get("/claims/c0000000000", 404);
        await served.Get("/api/claims/c0000000000", 404);
    }

    [Fact]
    public async Task A_treaty_is_shown_with_its_days_its_parties_and_the_disputes_about_it()
    {
        var reading = new Story("inf", Day, "Arland said that Borland broke the INF Treaty.").Says("Arland", "Borland broke the INF Treaty", EntityType.Place)
            .Alleges(Stance.Accuse, "Arland", "Borland", "Borland broke the INF Treaty", "INF Treaty").Reading;
        await using var served = await ServedRecord.Of(reading with { Entities = [.. reading.Entities.Select(e => e.Name != "INF Treaty" ? e : new Entity { Id = e.Id, Name = e.Name, Type = e.Type, Mentions = e.Mentions, Knowledge = "treaty:inf" })] });

        (await served.Get("/disputes")).Should().Contain("/subjects/treaty%3Ainf");
        var page = await served.Get("/subjects/treaty%3Ainf");

        page.Should().Contain("1987-12-08").And.Contain("2019-08-02").And.Contain("500-5500 km").And.Contain("Russia").And.Contain("United States");
        page.Should().Contain("Arland").And.Contain("Borland broke the INF Treaty");
        (await served.Get("/subjects/treaty%3Anorth-atlantic")).Should().Contain("No statement names it.").And.Contain("Estonia");
        await served.Get("/subjects/treaty%3Anone", 404);
        (await served.Get("/actors/person%3Ajens-stoltenberg", 404)).Should().NotContain("Secretary", "nobody in this record speaks by that key");
    }

    [Fact]
    public async Task Two_speakers_stand_side_by_side()
    {
        await using var served = await ServedRecord.Of(SampleReadings.Harbour());

        var page = await served.Get("/compare?a=person:marie-d&b=ferrymen%27s%20union");

        page.Should().Contain("Marie Dübois").And.Contain("The harbour will open in May").And.Contain("its members had blocked the pier");
        (await served.Get("/compare?a=person:marie-d&b=Nobody&q=harbour")).Should().Contain("0 statements");
    }

    private static Reading Alliance() => CheckStory.Alliance(Day) with { Pledges = [CheckStory.TwoPercent] };

    private static Reading Members()
    {
        const string sentence = "NATO has 31 members.";
        var raw = SampleReadings.Raw("members.txt", System.Text.Encoding.UTF8.GetBytes("Allies meet in Brussels\n\n" + sentence + "\n"));
        var reading = StandardPipeline.Create(EnglishModels.Set).Read(new RawDocument { Path = raw.Path, Bytes = raw.Bytes, Sha256 = raw.Sha256, Form = raw.Form, Published = Day }, TestContext.Current.CancellationToken);
        return reading with { Claims = [new Claim { Id = "c1", Span = SampleReadings.Of(reading.Article!.Text, sentence), Kind = ClaimKind.Quantity, Checkworthy = 1 }] };
    }

    private static Reading Quarrel() => new Story("quarrel", Day, "Arland said that Borland broke the treaty. Borland said that it broke nothing.")
        .Says("Arland", "Borland broke the treaty", EntityType.Place).Says("Borland", "it broke nothing", EntityType.Place)
        .Alleges(Stance.Accuse, "Arland", "Borland", "Borland broke the treaty").Alleges(Stance.Deny, "Borland", "Arland", "it broke nothing", repliesTo: "g1").Reading;

    private static async Task<string> Tool(ServedRecord served, string name, string arguments)
    {
        using var body = new StringContent("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"" + name + "\",\"arguments\":" + arguments + "}}");
        using var answer = await served.Client.PostAsync(new Uri("/mcp", UriKind.Relative), body, TestContext.Current.CancellationToken);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return json.RootElement.GetProperty("result").GetProperty("content")[0].GetProperty("text").GetString()!;
    }

    [GeneratedRegex("href=\"(?<to>/pledges/p[0-9a-f]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Pledge();

    [GeneratedRegex("href=\"(?<to>/claims/c[0-9a-f]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Claim();

    [GeneratedRegex("href=\"(?<to>/disputes/d[0-9a-f]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Dispute();

    [GeneratedRegex(@"(?<met>\d+) of (?<bound>\d+) that are bound", RegexOptions.None, 1000)]
    private static partial Regex Caption();

    [GeneratedRegex("class=\"line ", RegexOptions.None, 1000)]
    private static partial Regex MemberLine();

    [GeneratedRegex("(?:href|action)=\"(?<to>/[^\"#]*)", RegexOptions.None, 1000)]
    private static partial Regex Local();

    [GeneratedRegex("<h1[ >]", RegexOptions.None, 1000)]
    private static partial Regex Heading();
}
