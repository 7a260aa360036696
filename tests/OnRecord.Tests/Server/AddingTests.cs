using System.Net;
using OnRecord.Knowledge;
using OnRecord.Language;
using OnRecord.Server.Adding;
using OnRecord.Tests.Cli;

namespace OnRecord.Tests.Server;

public sealed class AddingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_pasted_text_is_read_stage_by_stage_and_found()
    {
        await using var served = await ServedRecord.Of();
        using var form = new MultipartFormDataContent { { new StringContent(Newsroom.Article.ReplaceLineEndings("\r\n")), "text" }, { new StringContent("2024-03-04"), "published" }, { new StringContent(""), "address" } };

        using var begun = await served.Client.PostAsync(new Uri("/add", UriKind.Relative), form, Token);

        begun.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        var page = await Finished(served, begun.Headers.Location!.OriginalString);
        page.Should().Contain(">Recording</li>").And.MatchRegex("Statements found: [1-9]").And.NotContain("Look again");
        page.Should().NotContain(">Chain<").And.NotContain(">Interpret<", "a stage is told in plain words");
        (await served.Get("/search?q=harbour")).Should().Contain("opens in May,");
    }

    [Fact]
    public async Task Facts_added_while_it_serves_are_known_to_what_is_read_next()
    {
        await using var served = await ServedRecord.Of();
        await Add(served, "Harbour\n\nAnna Sjoholt said the harbour would open.");
        using (var ledger = served.Ledger.Write()) ledger.Add(AddedFacts.Read("mayors.csv", "key,name,aliases,prominent\nperson:anna-sjoholt,Anna Sjoholt-Dahl,Anna Sjoholt,yes"));

        await Add(served, "Road\n\nAnna Sjoholt said the road would open.");

        using var record = served.Ledger.Read();
        record.Speakers().Select(s => s.Key).Should().BeEquivalentTo("Anna Sjoholt", "person:anna-sjoholt");
    }

    [Fact]
    public async Task A_file_is_called_by_its_name_alone()
    {
        await using var served = await ServedRecord.Of();
        using var form = new MultipartFormDataContent { { new StringContent(Newsroom.Article), "file", "../../etc/harbour.txt" } };

        using var begun = await served.Client.PostAsync(new Uri("/add", UriKind.Relative), form, Token);

        (await Finished(served, begun.Headers.Location!.OriginalString)).Should().Contain("Read harbour.txt");
    }

    [Theory]
    [InlineData("", "", "Nothing was given")]
    [InlineData("A text.", "https://example.org/", "More than one thing")]
    [InlineData("", "file:///etc/passwd", "it is no address of a page")]
    [InlineData("", "http://127.0.0.1/", "does not lead to the public internet")]
    public async Task A_form_that_gives_nothing_to_read_says_so(string text, string address, string why)
    {
        await using var served = await ServedRecord.Of();
        using var form = new MultipartFormDataContent { { new StringContent(text), "text" }, { new StringContent(address), "address" } };

        using var answer = await served.Client.PostAsync(new Uri("/add", UriKind.Relative), form, Token);

        ((int)answer.StatusCode).Should().BeInRange(400, 422);
        (await answer.Content.ReadAsStringAsync(Token)).Should().Contain(why);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site", false)]
    [InlineData("Sec-Fetch-Site", "same-site", false)]
    [InlineData("Sec-Fetch-Site", "same-origin", true)]
    [InlineData("Origin", "https://evil.example", false)]
    [InlineData("Origin", "null", false)]
    [InlineData("X-Nothing", "at all", true)]
    public async Task A_page_of_another_site_changes_nothing(string header, string value, bool isTaken)
    {
        await using var served = await ServedRecord.Of();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/add") { Content = new MultipartFormDataContent { { new StringContent("Text."), "text" } } };
        request.Headers.Add(header, value);

        using var answer = await served.Client.SendAsync(request, Token);

        answer.StatusCode.Should().Be(isTaken ? HttpStatusCode.SeeOther : HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_name_of_somebody_else_that_leads_here_is_not_answered()
    {
        await using var served = await ServedRecord.Of();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = "evil.example";

        using var answer = await served.Client.SendAsync(request, Token);

        answer.StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/")]
    [InlineData("http://localhost:1/")]
    [InlineData("http://2130706433:1/")]
    [InlineData("http://0x7f.1:1/")]
    [InlineData("http://[::1]:1/")]
    [InlineData("http://[::ffff:127.0.0.1]:1/")]
    [InlineData("http://10.1.2.3/")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://[fd00::1]/")]
    [InlineData("http://[64:ff9b::7f00:1]/")]
    [InlineData("http://0.0.0.0:1/")]
    public async Task An_address_within_is_not_connected_to(string address)
    {
        using var fetch = new WebFetch();

        var act = () => fetch.Fetch(address, null, Token);

        (await act.Should().ThrowAsync<OnRecordException>()).Which.Message.Should().Contain("does not lead to the public internet");
    }

    [Fact]
    public async Task A_redirect_is_checked_like_the_first_address()
    {
        await using var site = await LocalSite.Start(context =>
        {
            context.Response.Redirect("http://127.0.0.2:1/secret");
            return Task.CompletedTask;
        });
        // The first address is let through, as one on the internet would be; the one redirected to is not.
        using var fetch = new WebFetch(address => address.Equals(IPAddress.Loopback));

        var act = () => fetch.Fetch(site.Address, null, Token);

        (await act.Should().ThrowAsync<OnRecordException>()).Which.Message.Should().Contain("127.0.0.2").And.Contain("does not lead to the public internet");
    }

    [Fact]
    public async Task A_page_that_is_fetched_keeps_its_address_and_charset()
    {
        await using var site = await LocalSite.Start(async context =>
        {
            context.Response.ContentType = "text/html; charset=iso-8859-1";
            await context.Response.Body.WriteAsync("<!doctype html><p>caf\u00e9</p>".Select(c => (byte)c).ToArray());
        });
        using var fetch = new WebFetch(IPAddress.IsLoopback);

        var raw = await fetch.Fetch(site.Address + "a/page", new DateOnly(2024, 3, 4), Token);

        raw.Url!.AbsoluteUri.Should().Be(site.Address + "a/page");
        raw.DeclaredCharset.Should().Be("iso-8859-1");
        raw.Form.Should().Be(DocumentForm.Html);
    }

    [Theory]
    [InlineData(404, "text/html", "answered 404")]
    [InlineData(200, "application/zip", "application/zip")]
    public async Task What_is_no_page_is_not_kept(int status, string type, string why)
    {
        await using var site = await LocalSite.Start(context =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = type;
            return Task.CompletedTask;
        });
        using var fetch = new WebFetch(IPAddress.IsLoopback);

        var act = () => fetch.Fetch(site.Address, null, Token);

        (await act.Should().ThrowAsync<OnRecordException>()).Which.Message.Should().Contain(why);
    }

    private static async Task Add(ServedRecord served, string text)
    {
        using var form = new MultipartFormDataContent { { new StringContent(text), "text" }, { new StringContent("2024-03-04"), "published" } };
        using var begun = await served.Client.PostAsync(new Uri("/add", UriKind.Relative), form, Token);
        await Finished(served, begun.Headers.Location!.OriginalString);
    }

    private static async Task<string> Finished(ServedRecord served, string address)
    {
        while (true)
        {
            var page = await served.Get(address);
            if (!page.Contains("Look again", StringComparison.Ordinal)) return page;
            await Task.Delay(50, Token);
        }
    }
}
