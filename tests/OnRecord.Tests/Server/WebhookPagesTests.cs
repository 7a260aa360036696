using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using OnRecord.Language;
using OnRecord.Ledger.Users;
using OnRecord.Server;
using OnRecord.Tests.Ledger;

namespace OnRecord.Tests.Server;

/// <summary>What users do with their webhooks, by pages and by REST; and that nobody does it with those of others.</summary>
public sealed partial class WebhookPagesTests(GuardedRecord served) : IClassFixture<GuardedRecord>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_webhook_is_made_tested_held_back_exchanged_and_removed_on_its_page()
    {
        await using var receiver = await Receiver.Start();
        await using var local = await ServedRecord.Of(hasLocalWebhooks: true, SampleReadings.Harbour());
        var search = await Saved(local);
        var made = await Post(local, $"/searches/{search}/webhooks", HttpStatusCode.OK, new KeyValuePair<string, string>("address", receiver.Address.OriginalString));
        made.Should().Contain(receiver.Address.OriginalString);
        var secret = SecretIn(made);
        secret.Should().NotBeEmpty();
        var page = "/webhooks/" + WebhookLink().Match(await local.Get($"/searches/{search}/webhooks")).Groups["id"].Value;
        WebUtility.HtmlDecode(await local.Get(page)).Should().Contain("goes on").And.NotContain(secret, "it is shown once");

        await Post(local, page + "/test", HttpStatusCode.SeeOther);
        receiver.Status = 500;
        await Post(local, page + "/test", HttpStatusCode.SeeOther);
        (await local.Get(page)).Should().Contain("delivered").And.Contain("answered 500").And.Contain("Try again");
        receiver.Messages.Should().HaveCount(2);
        receiver.Messages[0].Body.Should().Contain("\"type\":\"test\"");
        await Post(local, page + "/pause", HttpStatusCode.SeeOther);
        (await local.Get(page)).Should().Contain("is held back");
        await Post(local, page + "/resume", HttpStatusCode.SeeOther);
        SecretIn(await Post(local, page + "/secret", HttpStatusCode.OK)).Should().NotBeEmpty().And.NotBe(secret);
        await Post(local, page + "/remove", HttpStatusCode.SeeOther);
        await local.Get(page, 404);
        (await Post(local, $"/searches/{search}/webhooks", HttpStatusCode.BadRequest, new KeyValuePair<string, string>("address", "http://10.0.0.1/"))).Should().Contain("role=\"alert\"");
    }

    [Fact]
    public async Task Programs_do_the_same()
    {
        await using var receiver = await Receiver.Start();
        await using var local = await ServedRecord.Of(hasLocalWebhooks: true, SampleReadings.Harbour());
        var search = (await Json(local, HttpMethod.Post, "/api/searches", 201, """{"name":"harbours","query":"q=harbour"}""")).GetProperty("id").GetString()!;
        var made = await Json(local, HttpMethod.Post, "/api/webhooks", 201, $$"""{"search":"{{search}}","address":"{{receiver.Address}}"}""");
        var address = "/api/webhooks/" + made.GetProperty("id").GetString();
        made.GetProperty("secret").GetString().Should().StartWith("whsec_");
        (await Json(local, HttpMethod.Get, address, 200)).TryGetProperty("secret", out _).Should().BeFalse();
        (await Json(local, HttpMethod.Post, address + "/secret", 200)).GetProperty("secret").GetString().Should().NotBe(made.GetProperty("secret").GetString());
        (await Json(local, new HttpMethod("PATCH"), address, 200, """{"paused":true}""")).GetProperty("paused").GetBoolean().Should().BeTrue();
        receiver.Status = 302;
        var failed = await Json(local, HttpMethod.Post, address + "/test", 200);
        failed.GetProperty("state").GetString().Should().Be("failed", "a test is tried once");
        failed.GetProperty("reason").GetString().Should().StartWith(DiagnosticCodes.NotDelivered);
        receiver.Status = 200;
        var again = await Json(local, HttpMethod.Post, $"{address}/deliveries/{failed.GetProperty("id").GetString()}/again", 200);
        again.GetProperty("state").GetString().Should().Be("delivered");
        (await Json(local, HttpMethod.Get, address + "/deliveries", 200)).GetProperty("items").GetArrayLength().Should().Be(1);
        (await Json(local, HttpMethod.Get, "/api/webhooks", 200)).GetProperty("items").GetArrayLength().Should().Be(1);
        (await Json(local, HttpMethod.Post, "/api/webhooks", 422, $$"""{"search":"{{search}}","address":"https://10.0.0.1/"}""")).GetProperty("code").GetString().Should().Be(DiagnosticCodes.WebhookRefused);
        (await Json(local, HttpMethod.Post, "/api/webhooks", 400, "{")).GetProperty("code").GetString().Should().Be(DiagnosticCodes.Usage);
        await Json(local, HttpMethod.Post, "/api/webhooks", 400, "[]");
        await Json(local, HttpMethod.Post, "/api/webhooks", 404, """{"search":"0000","address":"https://example.org/"}""");
        await Json(local, HttpMethod.Delete, "/api/searches/" + search, 204);
        await Json(local, HttpMethod.Get, address, 404);
    }

    [Fact]
    public async Task The_webhook_of_another_is_not_there()
    {
        var (rita, vera) = ("Authorization: Bearer " + served.TokenOf(Role.Reader), "Authorization: Bearer " + served.TokenOf(Role.Administrator));
        var search = await Made("/api/searches", new { name = "harbours", query = "q=harbour" });
        var webhook = await Made("/api/webhooks", new { search, address = "https://example.org/hook" });

        foreach (var (method, path) in served.Routes.Where(route => route.Contains("/webhooks/{id}", StringComparison.Ordinal) || route.Contains("/searches/{id}", StringComparison.Ordinal)).Select(route => (new HttpMethod(route.Split(' ')[0]), route.Split(' ')[1])))
        {
            var address = path.Replace("{id}", path.Contains("/searches/", StringComparison.Ordinal) ? search : webhook, StringComparison.Ordinal).Replace("{delivery}", "msg_0", StringComparison.Ordinal);
            using HttpContent? content = method == HttpMethod.Get || method == HttpMethod.Delete ? null : path.StartsWith("/api", StringComparison.Ordinal) ? JsonContent.Create(new { paused = true }) : new FormUrlEncodedContent([new("address", "https://example.org/other")]);
            using var answer = await served.Send(method, address, content, vera);
            answer.StatusCode.Should().Be(HttpStatusCode.NotFound, $"{method} {address}");
        }
        using (var list = await served.Send(HttpMethod.Get, "/api/webhooks", null, vera)) (await list.Content.ReadAsStringAsync(Token)).Should().NotContain(webhook);
        using (var foreign = JsonContent.Create(new { search, address = "https://example.org/other" }))
        using (var refused = await served.Send(HttpMethod.Post, "/api/webhooks", foreign, vera)) refused.StatusCode.Should().Be(HttpStatusCode.NotFound);
        using var own = await served.Send(HttpMethod.Get, "/api/webhooks/" + webhook, null, rita);
        (await own.Content.ReadAsStringAsync(Token)).Should().Contain("\"paused\":false").And.NotContain("whsec_");

        async Task<string> Made(string address, object body)
        {
            using var content = JsonContent.Create(body);
            using var answer = await served.Send(HttpMethod.Post, address, content, rita);
            answer.StatusCode.Should().Be(HttpStatusCode.Created);
            return (await answer.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("id").GetString()!;
        }
    }

    [Fact]
    public async Task Whom_is_removed_is_told_nothing_more()
    {
        await using var sendings = new Sendings();
        await using var receiver = await Receiver.Start();
        using (var users = UserFile.Open(sendings.Ledger.File, sendings.Time)) users.Add(Sendings.User, Role.Reader, GuardedRecord.Password);
        await sendings.Watch("q=harbour", receiver.Address);
        sendings.Ledger.Record(SampleReadings.Harbour());

        using (var users = UserFile.Open(sendings.Ledger.File, sendings.Time)) users.Remove(Sendings.User);
        await sendings.Round();

        receiver.Messages.Should().BeEmpty();
        sendings.Belongings.Webhooks.Of(Sendings.User).Should().BeEmpty();
    }

    [Fact]
    public async Task Webhooks_to_this_machine_are_not_for_those_who_sign_in()
    {
        using var folder = new LedgerFolder();
        using (var users = UserFile.Open(folder.File, StillTime.Noon)) users.Add("vera", Role.Administrator, GuardedRecord.Password);
        var options = ServedRecord.Options(folder.File, hasLocalWebhooks: true);

        var start = () => RecordServer.Start(new ServerOptions { Ledger = options.Ledger, Addresses = options.Addresses, Site = new Uri(GuardedRecord.Site), HasLocalWebhooks = true, Models = options.Models, Program = options.Program, User = options.User, Time = options.Time }, Token);

        (await start.Should().ThrowAsync<OnRecordException>()).Which.Message.Should().Contain("--local-webhooks");
    }

    private static async Task<string> Saved(ServedRecord served)
    {
        await Post(served, "/searches", HttpStatusCode.SeeOther, new("name", "harbours"), new("query", "q=harbour"));
        return SearchLink().Match(await served.Get("/searches")).Groups["id"].Value;
    }

    private static async Task<string> Post(ServedRecord served, string address, HttpStatusCode status, params KeyValuePair<string, string>[] fields)
    {
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await served.Client.PostAsync(new Uri(address, UriKind.Relative), form, Token);
        var body = await answer.Content.ReadAsStringAsync(Token);
        answer.StatusCode.Should().Be(status, $"{address} answered {body}");
        return body;
    }

    private static async Task<JsonElement> Json(ServedRecord served, HttpMethod method, string address, int status, string? body = null)
    {
        using var content = body is null ? null : new StringContent(body);
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative)) { Content = content };
        using var answer = await served.Client.SendAsync(request, Token);
        var text = await answer.Content.ReadAsStringAsync(Token);
        ((int)answer.StatusCode).Should().Be(status, $"{address} answered {text}");
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }

    // A page writes a plus as an entity.
    private static string SecretIn(string page) => Secret().Match(WebUtility.HtmlDecode(page)).Value;

    [GeneratedRegex("whsec_[A-Za-z0-9+/=]+", RegexOptions.None, 1000)]
    private static partial Regex Secret();

    [GeneratedRegex("href=\"/webhooks/(?<id>[0-9a-f]{16})\"", RegexOptions.None, 1000)]
    private static partial Regex WebhookLink();

    [GeneratedRegex("href=\"/searches/(?<id>[0-9a-f]{16})\"", RegexOptions.None, 1000)]
    private static partial Regex SearchLink();
}
