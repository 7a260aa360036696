using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using OnRecord.Ledger;
using OnRecord.Tests.Cli;
using OnRecord.Tests.Ledger;

namespace OnRecord.Tests.Server;

public sealed class RestApiTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_route_is_described_and_every_description_has_a_route()
    {
        await using var served = await ServedRecord.Of(SampleReadings.Harbour());
        using var description = JsonDocument.Parse(await served.Get("/openapi/v1.json"));

        description.RootElement.GetProperty("openapi").GetString().Should().StartWith("3.1");
        var described = description.RootElement.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(method => $"{method.Name.ToUpperInvariant()} {path.Name}"));
        served.Routes.Where(route => route.Contains(" /api", StringComparison.Ordinal) || route.Contains("/search.", StringComparison.Ordinal) || route.Contains("/quotes", StringComparison.Ordinal))
            .Should().BeEquivalentTo(described);
    }

    [Fact]
    public async Task Every_operation_and_every_page_stands_in_the_reference()
    {
        await using var served = await ServedRecord.Of();
        var reference = Repository.Read("docs/reference/rest.md") + Repository.Read("docs/reference/pages.md");

        served.Routes.Select(route => route.Split(' ')[1]).Where(path => !path.Contains("**", StringComparison.Ordinal) && !reference.Contains($"`{path}`", StringComparison.Ordinal)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_statement_keeps_its_identifier_and_its_words()
    {
        await using var served = await ServedRecord.Of(SampleReadings.Harbour());
        using var page = JsonDocument.Parse(await served.Get("/api/statements?q=harbour"));

        var statement = page.RootElement.GetProperty("items").EnumerateArray().Should().ContainSingle().Which;
        var words = statement.GetProperty("content")[0];
        (await served.Get($"/api/documents/{statement.GetProperty("document").GetProperty("sha256").GetString()}/text"))[words.GetProperty("start").GetInt32()..words.GetProperty("end").GetInt32()]
            .Should().Be(words.GetProperty("words").GetString());
        using var one = JsonDocument.Parse(await served.Get($"/api/statements/{statement.GetProperty("id").GetString()}"));
        one.RootElement.GetRawText().Should().Be(statement.GetRawText());
        (await served.Get(statement.GetProperty("link").GetString()!.Split('#')[0])).Should().Contain("id=\"a1\"");
    }

    [Fact]
    public async Task Pages_are_followed_to_the_end_without_a_gap()
    {
        await using var served = await ServedRecord.Of([.. Enumerable.Range(0, 5).Select(n => SampleReadings.Numbered(n, 9))]);
        var seen = new List<string>();

        for (var address = "/api/statements?size=7&q=bridge"; address is not null;)
        {
            using var page = JsonDocument.Parse(await served.Get(address));
            seen.AddRange(page.RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!));
            address = page.RootElement.GetProperty("next").GetString();
        }

        seen.Should().HaveCount(45).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task An_answer_that_is_known_is_not_sent_again_until_something_is_recorded()
    {
        await using var served = await ServedRecord.Of(SampleReadings.Harbour());
        using var first = await served.Client.GetAsync(new Uri("/api/statements", UriKind.Relative), Token);

        (await Ask()).Should().Be(HttpStatusCode.NotModified);
        served.Ledger.Record(SampleReadings.Numbered(1, 1));
        (await Ask()).Should().Be(HttpStatusCode.OK);

        async Task<HttpStatusCode> Ask()
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/statements");
            request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            using var answer = await served.Client.SendAsync(request, Token);
            return answer.StatusCode;
        }
    }

    [Theory]
    [InlineData("/api/statements?since=yesterday", 400, "OR9001")]
    [InlineData("/api/statements?size=501", 400, "OR9001")]
    [InlineData("/api/statements/1-a99", 404, "OR5009")]
    [InlineData("/api/statements/x", 404, "OR5009")]
    [InlineData("/api/documents/00000000", 404, "OR5009")]
    [InlineData("/search.csv?kind=loud", 400, "OR9001")]
    [InlineData("/search.atom?until=2024-02-30", 400, "OR9001")]
    [InlineData("/quotes", 400, "OR9001")]
    public async Task What_goes_wrong_is_a_problem_with_a_code(string address, int status, string code)
    {
        await using var served = await ServedRecord.Of(SampleReadings.Harbour());

        using var answer = await served.Client.GetAsync(new Uri(address, UriKind.Relative), Token);

        ((int)answer.StatusCode).Should().Be(status);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Token));
        problem.RootElement.GetProperty("code").GetString().Should().Be(code);
    }

    [Fact]
    public async Task Exports_have_every_match_and_no_formula()
    {
        var text = "=cmd()\n\n\"It was built,\" =Sum said.\n";
        var formula = SampleReadings.Empty("news/=a.txt", text, new DateOnly(2024, 3, 4)) with
        {
            Entities = [new Entity { Id = "e1", Name = "=Sum", Type = EntityType.Person, Mentions = [] }],
            Attributions = [new Attribution { Id = "a1", Kind = AttributionKind.Direct, Source = [], Cue = [], Content = [SampleReadings.Of(text, "\"It was built,\"")], Confidence = 1, Speaker = "e1" }],
        };
        await using var served = await ServedRecord.Of([.. Enumerable.Range(0, 70).Select(n => SampleReadings.Numbered(n, 9)), formula]);

        var csv = await served.Get("/search.csv");
        csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Should().HaveCount(1 + (70 * 9) + 1);
        csv.Should().Contain("\"'=Sum\"").And.NotContain(",=Sum");
        (await served.Get("/search.jsonl?q=bridge")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().HaveCount(630).And.AllSatisfy(line => JsonDocument.Parse(line).Dispose());
        (await served.Get("/search.annotations.jsonl?q=built")).Should().Contain("\"exact\":\"\\\"It was built,\\\"\"");
    }

    [Fact]
    public async Task Quotations_go_out_an_article_a_line_with_the_words_around_them()
    {
        await using var served = await ServedRecord.Of([SampleReadings.Harbour(), .. Enumerable.Range(0, 60).Select(n => SampleReadings.Numbered(n, 9)), SampleReadings.Harbour("again.txt", text: "Once more.\n\n" + SampleReadings.Text)]);

        var lines = (await served.Get("/search.quotations.jsonl")).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        lines.Should().HaveCount(2, "articles of indirect statements alone have no quotations");
        using var article = JsonDocument.Parse(lines[1]);
        article.RootElement.GetProperty("date").GetString().Should().Be("2024-03-04T00:00:00Z");
        var quotes = article.RootElement.GetProperty("quotes").EnumerateArray().ToList();
        quotes.Select(quote => quote.GetProperty("quote").GetString()).Should().Equal("\"The harbour will open in May,\"", "that its members had blocked the pier … the minister's figures \"invented\"", "\"invented\"");
        SampleReadings.Text.Should().StartWith(quotes[0].GetProperty("pre").GetString() + quotes[0].GetProperty("quote").GetString() + quotes[0].GetProperty("post").GetString()!);
        quotes[0].GetProperty("speaker").GetString().Should().Be("Marie Dübois");
        await served.Get("/search.quotations.jsonl?kind=loud", 400);
    }

    [Fact]
    public async Task The_ledger_goes_out_as_parquet_by_its_own_type()
    {
        await using var served = await ServedRecord.Of(SampleReadings.Harbour());

        using var answer = await served.Client.GetAsync(new Uri("/api/export/parquet", UriKind.Relative), Token);

        answer.Content.Headers.ContentType!.ToString().Should().Be("application/vnd.apache.parquet");
        var bytes = await answer.Content.ReadAsByteArrayAsync(Token);
        bytes[..4].Should().Equal("PAR1"u8.ToArray());
        bytes[^4..].Should().Equal("PAR1"u8.ToArray());
    }

    [Fact]
    public async Task Feeds_are_well_formed()
    {
        await using var served = await ServedRecord.Of(SampleReadings.Harbour());

        var atom = XDocument.Parse(await served.Get("/search.atom?q=harbour"));
        atom.Root!.Elements(XName.Get("entry", "http://www.w3.org/2005/Atom")).Should().ContainSingle();
        using var feed = JsonDocument.Parse(await served.Get("/search.json?q=harbour"));
        feed.RootElement.GetProperty("items").GetArrayLength().Should().Be(1);
    }

    [Fact]
    public async Task Quotations_are_in_the_shape_of_citron()
    {
        await using var served = await ServedRecord.Of();
        using var get = JsonDocument.Parse(await served.Get($"/quotes?text={Uri.EscapeDataString(Newsroom.Article)}"));
        using var posted = await served.Client.PostAsync(new Uri("/quotes", UriKind.Relative), new FormUrlEncodedContent([new("text", Newsroom.Article)]), Token);

        (await posted.Content.ReadAsStringAsync(Token)).Should().Be(get.RootElement.GetRawText());
        var quote = get.RootElement.GetProperty("quotes")[0];
        var content = quote.GetProperty("contents")[0];
        Newsroom.Article[content.GetProperty("start").GetInt32()..content.GetProperty("end").GetInt32()].Should().Be(content.GetProperty("text").GetString());
        quote.GetProperty("cue").GetProperty("text").GetString().Should().Be("said");
        (await served.Get("/api/ledger")).Should().Contain("\"documents\":0", "nothing is recorded");
    }

    [Fact]
    public async Task A_document_that_is_sent_is_read_and_recorded_once()
    {
        await using var served = await ServedRecord.Of();

        using var first = await Send();
        using var second = await Send();

        first.StatusCode.Should().Be(HttpStatusCode.Created);
        (await first.Content.ReadAsStringAsync(Token)).Should().Contain("\"is_new\":true");
        (await second.Content.ReadAsStringAsync(Token)).Should().Contain("\"is_new\":false");
        (await served.Get(first.Headers.Location!.OriginalString)).Should().Contain("\"schema\":\"onrecord/1\"").And.Contain("\"published\":\"2024-03-04\"");

        Task<HttpResponseMessage> Send() => served.Client.PostAsync(new Uri("/api/documents?name=harbour&published=2024-03-04", UriKind.Relative), new StringContent(Newsroom.Article, Encoding.UTF8, "text/plain"), Token);
    }

    [Fact]
    public async Task Bodies_that_cannot_be_read_are_refused()
    {
        await using var served = await ServedRecord.Of();

        (await Send([1, 2, 0, 3], "text/plain")).Should().Be(HttpStatusCode.UnprocessableEntity);
        (await Send([], "text/plain")).Should().Be(HttpStatusCode.UnprocessableEntity);
        (await Send("{}"u8.ToArray(), "application/json")).Should().Be(HttpStatusCode.UnprocessableEntity);
        (await Send(new byte[9 * 1024 * 1024], "text/plain")).Should().Be(HttpStatusCode.RequestEntityTooLarge);

        async Task<HttpStatusCode> Send(byte[] body, string type)
        {
            using var content = new ByteArrayContent(body);
            content.Headers.ContentType = new MediaTypeHeaderValue(type);
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/documents") { Content = content };
            request.Headers.ExpectContinue = true;
            using var answer = await served.Client.SendAsync(request, Token);
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task The_whole_ledger_is_sent_in_every_form_that_the_command_line_writes()
    {
        await using var served = await ServedRecord.Of(SampleReadings.Harbour());
        foreach (var (form, type) in LedgerExport.Forms)
        {
            using var answer = await served.Client.GetAsync(new Uri($"/api/export/{form}", UriKind.Relative), TestContext.Current.CancellationToken);
            var sent = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            using var written = new MemoryStream();
            using (var ledger = served.Ledger.Read()) LedgerExport.Write(ledger, form, written, cancellationToken: TestContext.Current.CancellationToken);

            answer.Content.Headers.ContentType!.MediaType.Should().Be(type);
            sent.Should().Be(System.Text.Encoding.UTF8.GetString(written.ToArray()));
        }
        (await served.Get("/api/export/papyrus", 400)).Should().Contain("OR9001").And.Contain("w3c");
    }
}
