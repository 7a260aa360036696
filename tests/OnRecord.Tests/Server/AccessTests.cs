using System.Net;
using OnRecord.Language;
using OnRecord.Ledger.Users;
using OnRecord.Server;
using OnRecord.Tests.Ledger;

namespace OnRecord.Tests.Server;

public sealed class AccessTests(GuardedRecord served) : IClassFixture<GuardedRecord>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_is_shown_to_who_has_not_signed_in()
    {
        foreach (var route in served.Routes.Where(route => route.StartsWith("GET ", StringComparison.Ordinal)).Select(route => route[4..]).Distinct())
        {
            var address = route.Replace("{**path}", "none", StringComparison.Ordinal).Replace("{id}", "00000000", StringComparison.Ordinal).Replace("{name}", "x", StringComparison.Ordinal);
            using var person = await served.Send(HttpMethod.Get, address, null, "Accept: text/html");
            using var program = await served.Send(HttpMethod.Get, address, null);

            if (route is "/sign-in" or "/health" or "/ready")
            {
                person.StatusCode.Should().Be(HttpStatusCode.OK, route);
                continue;
            }
            if (route.StartsWith("/assets", StringComparison.Ordinal)) continue;
            program.StatusCode.Should().Be(HttpStatusCode.Unauthorized, route);
            (await program.Content.ReadAsStringAsync(Token)).Should().Contain(DiagnosticCodes.NotSignedIn).And.NotContain("harbour");
            if (route.StartsWith("/api", StringComparison.Ordinal)) continue;
            person.StatusCode.Should().Be(HttpStatusCode.SeeOther, route);
            person.Headers.Location!.ToString().Should().StartWith("/sign-in");
        }
    }

    [Theory]
    [InlineData("/api/documents", Role.Reader, HttpStatusCode.Forbidden)]
    [InlineData("/add", Role.Reader, HttpStatusCode.Forbidden)]
    [InlineData("/review/4-a1", Role.Reader, HttpStatusCode.Forbidden)]
    [InlineData("/review/4-a1", Role.Reviewer, HttpStatusCode.BadRequest)]
    [InlineData("/review/4-a1", Role.Administrator, HttpStatusCode.BadRequest)]
    public async Task A_token_of_a_lower_role_changes_nothing(string address, Role role, HttpStatusCode status)
    {
        using var form = new FormUrlEncodedContent([new("verdict", "maybe")]);

        using var answer = await served.Send(HttpMethod.Post, address, form, "Authorization: Bearer " + served.TokenOf(role));

        answer.StatusCode.Should().Be(status);
        if (status == HttpStatusCode.Forbidden) (await answer.Content.ReadAsStringAsync(Token)).Should().Contain(DiagnosticCodes.NotAllowed);
    }

    [Theory]
    [InlineData("Bearer 0000")]
    [InlineData("Bearer ")]
    [InlineData("Basic dmVyYTpjb3JyZWN0")]
    public async Task A_token_that_is_none_is_not_taken_and_no_cookie_makes_up_for_it(string authorization)
    {
        var cookie = await served.SignIn("rita");

        using var answer = await served.Send(HttpMethod.Get, "/api/statements", null, "Authorization: " + authorization, cookie);

        answer.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        answer.Headers.WwwAuthenticate.Single().Scheme.Should().Be("Bearer");
    }

    [Fact]
    public async Task A_session_begins_with_the_password_and_ends_when_it_is_ended()
    {
        using var wrong = new FormUrlEncodedContent([new("name", "rita"), new("password", "wrong horse battery")]);
        using var refused = await served.Send(HttpMethod.Post, "/sign-in", wrong, "Origin: " + GuardedRecord.Site);
        refused.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        refused.Headers.Contains("Set-Cookie").Should().BeFalse();
        using var right = new FormUrlEncodedContent([new("name", "rita"), new("password", GuardedRecord.Password)]);

        using var answer = await served.Send(HttpMethod.Post, "/sign-in?to=%2Fsearch%3Fq%3Dharbour", right, "Origin: " + GuardedRecord.Site);

        answer.Headers.Location!.ToString().Should().Be("/search?q=harbour");
        var set = answer.Headers.GetValues("Set-Cookie").Single();
        set.Should().StartWith("__Host-onrecord=").And.Contain("; path=/").And.Contain("; secure").And.Contain("; samesite=lax").And.Contain("; httponly").And.NotContain("domain");
        var cookie = "Cookie: " + set.Split(';')[0];
        using (var page = await served.Send(HttpMethod.Get, "/account", null, cookie))
        {
            (await page.Content.ReadAsStringAsync(Token)).Should().Contain("rita").And.NotContain("vera", "a reader does not see who the others are");
            page.Headers.CacheControl!.NoStore.Should().BeTrue();
        }
        using var end = await served.Send(HttpMethod.Post, "/sign-out", null, cookie, "Sec-Fetch-Site: same-origin");
        end.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        using var after = await served.Send(HttpMethod.Get, "/account", null, cookie);
        after.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("//elsewhere.example")]
    [InlineData("/\\elsewhere.example")]
    [InlineData("https://elsewhere.example")]
    [InlineData("javascript:alert(1)")]
    public async Task Signing_in_leads_to_no_other_site(string to)
    {
        using var page = await served.Send(HttpMethod.Get, "/sign-in?to=" + Uri.EscapeDataString(to), null);

        (await page.Content.ReadAsStringAsync(Token)).Should().NotContain("elsewhere").And.Contain("action=\"/sign-in\"");
    }

    [Theory]
    [InlineData("Sec-Fetch-Site: cross-site")]
    [InlineData("Sec-Fetch-Site: same-site")]
    [InlineData("Origin: https://elsewhere.example")]
    [InlineData("Origin: null")]
    [InlineData("X-Nothing: says where it comes from")]
    public async Task A_page_of_another_site_changes_nothing_in_the_name_of_who_is_signed_in(string header)
    {
        var cookie = await served.SignIn(GuardedRecord.Reviewer);
        using var form = new FormUrlEncodedContent([new("verdict", "rejected")]);

        using var answer = await served.Send(HttpMethod.Post, "/review/4-a1", form, cookie, header);

        answer.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        using var ledger = served.Ledger.Read();
        ledger.Search(new OnRecord.Ledger.StatementQuery { State = OnRecord.Ledger.ReviewState.Rejected }).Should().BeEmpty();
    }

    [Fact]
    public async Task Decisions_carry_the_name_of_who_signed_in_and_names_are_no_markup()
    {
        using var form = new FormUrlEncodedContent([new("verdict", "confirmed")]);

        using var answer = await served.Send(HttpMethod.Post, "/review/4-a2", form, "Authorization: Bearer " + served.TokenOf(Role.Reviewer));

        answer.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        using (var ledger = served.Ledger.Read()) ledger.Search(new OnRecord.Ledger.StatementQuery { State = OnRecord.Ledger.ReviewState.Confirmed }).Single().Decision!.Reviewer.Should().Be(GuardedRecord.Reviewer);
        using var account = await served.Send(HttpMethod.Get, "/account", null, "Authorization: Bearer " + served.TokenOf(Role.Administrator));
        (await account.Content.ReadAsStringAsync(Token)).Should().Contain("&lt;script&gt;alert").And.NotContain("<script>alert").And.Contain("got a token");
        using var review = await served.Send(HttpMethod.Get, "/review/4-a2", null, "Authorization: Bearer " + served.TokenOf(Role.Reader));
        (await review.Content.ReadAsStringAsync(Token)).Should().Contain("by &lt;script&gt;").And.NotContain("<script>alert");
    }

    [Fact]
    public async Task A_saved_search_is_found_by_its_user_alone()
    {
        var (rita, vera) = ("Authorization: Bearer " + served.TokenOf(Role.Reader), "Authorization: Bearer " + served.TokenOf(Role.Administrator));
        using var form = new FormUrlEncodedContent([new("name", GuardedRecord.Reviewer), new("query", "q=harbour&kind=direct&admin=1&before=3")]);
        using (var kept = await served.Send(HttpMethod.Post, "/searches", form, rita)) kept.StatusCode.Should().Be(HttpStatusCode.SeeOther, "a reader keeps searches, too");
        using var list = await served.Send(HttpMethod.Get, "/searches", null, rita);
        var page = await list.Content.ReadAsStringAsync(Token);
        page.Should().Contain("&lt;script&gt;").And.NotContain("<script>alert");
        var address = System.Text.RegularExpressions.Regex.Match(page, "href=\"(/searches/[0-9a-f]{16})\"").Groups[1].Value;

        using (var own = await served.Send(HttpMethod.Get, address, null, rita)) own.Headers.Location!.ToString().Should().Be("/search?q=harbour&kind=direct", "filters are kept, and nothing else that was sent");
        using (var others = await served.Send(HttpMethod.Get, "/searches", null, vera)) (await others.Content.ReadAsStringAsync(Token)).Should().NotContain(address);
        using (var foreign = await served.Send(HttpMethod.Get, address, null, vera)) foreign.StatusCode.Should().Be(HttpStatusCode.NotFound);
        using (var taken = await served.Send(HttpMethod.Post, address + "/remove", null, vera)) taken.StatusCode.Should().Be(HttpStatusCode.NotFound);
        using (var removed = await served.Send(HttpMethod.Post, address + "/remove", null, rita)) removed.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        using var gone = await served.Send(HttpMethod.Get, address, null, rita);
        gone.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("", "q=harbour")]
    [InlineData("mine", "kind=loud")]
    [InlineData("mine", "q=a&q=b")]
    public async Task What_is_no_search_is_not_saved(string name, string query)
    {
        using var form = new FormUrlEncodedContent([new("name", name), new("query", query)]);

        using var answer = await served.Send(HttpMethod.Post, "/searches", form, "Authorization: Bearer " + served.TokenOf(Role.Reader));

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync(Token)).Should().Contain("role=\"alert\"");
    }

    [Fact]
    public async Task A_host_that_is_not_served_is_not_answered()
    {
        using var foreign = await served.Send(HttpMethod.Get, "/health", null, "Host: elsewhere.example");
        using var own = await served.Send(HttpMethod.Get, "/health", null, "Host: record.example.org");

        foreign.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        own.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_is_too_large_or_malformed_is_refused_and_the_server_goes_on()
    {
        using var broken = new StringContent("no parts", System.Text.Encoding.UTF8);
        broken.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/form-data");
        var reviewer = "Authorization: Bearer " + served.TokenOf(Role.Reviewer);

        using var large = new ByteArrayContent(new byte[9 * 1024 * 1024]);
        large.Headers.ContentType = new("text/plain");
        // The server says so before the body is sent, as a client that expects it to.
        using var tooLarge = await served.Send(HttpMethod.Post, "/api/documents", large, reviewer, "Expect: 100-continue");
        using var malformed = await served.Send(HttpMethod.Post, "/sign-in", broken, "Origin: " + GuardedRecord.Site);
        using var message = new StringContent("{ \"jsonrpc\": ");
        using var unfinished = await served.Send(HttpMethod.Post, "/mcp", message, reviewer);

        tooLarge.StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        malformed.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        ((int)unfinished.StatusCode).Should().BeLessThan(500);
        using var alive = await served.Send(HttpMethod.Get, "/health", null);
        alive.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_tries_to_sign_in_again_and_again_has_to_wait()
    {
        using var folder = new LedgerFolder();
        using (var users = UserFile.Open(folder.File, StillTime.Noon)) users.Add("vera", Role.Administrator, GuardedRecord.Password);
        var options = ServedRecord.Options(folder.File);
        await using var server = await RecordServer.Start(new ServerOptions { Ledger = options.Ledger, Addresses = options.Addresses, Site = new Uri(GuardedRecord.Site), Models = options.Models, Program = options.Program, User = options.User, Time = options.Time }, Token);
        using var client = new HttpClient { BaseAddress = new Uri(server.Addresses[0]) };
        var statuses = new List<int>();

        for (var attempt = 0; attempt < 12; attempt++)
        {
            // A form that cannot be read costs no password check, and is an attempt all the same.
            using var form = new StringContent("no parts");
            form.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/form-data");
            using var answer = await client.PostAsync(new Uri("/sign-in", UriKind.Relative), form, Token);
            statuses.Add((int)answer.StatusCode);
            if (statuses[^1] == 429) answer.Headers.RetryAfter.Should().NotBeNull();
        }

        statuses.Take(10).Should().OnlyContain(status => status == 400);
        statuses.Skip(10).Should().OnlyContain(status => status == 429);
    }

    [Fact]
    public async Task Nobody_but_an_administrator_opens_the_door()
    {
        using var folder = new LedgerFolder();
        using (var users = UserFile.Open(folder.File, StillTime.Noon)) users.Add("sam", Role.Reviewer, GuardedRecord.Password);

        var start = () => RecordServer.Start(ServedRecord.Options(folder.File, "http://0.0.0.0:0"), Token);

        (await start.Should().ThrowAsync<OnRecordException>()).Which.Message.Should().Contain("onrecord user add NAME --role administrator");
    }
}
