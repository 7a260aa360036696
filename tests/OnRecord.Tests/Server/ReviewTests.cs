using System.Net;
using OnRecord.Ledger;
using OnRecord.Tests.Ledger;

namespace OnRecord.Tests.Server;

public sealed class ReviewTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_most_doubtful_statement_comes_first_and_makes_room_when_it_is_decided()
    {
        await using var served = await ServedRecord.Of(SampleReadings.Harbour());
        var page = await served.Get("/review");
        page.Should().Contain("3 to look at").And.Contain("not resolved: no source");

        (await Send(served, Action(page), ("verdict", "rejected"), ("note", "No quotation."))).Should().Be(HttpStatusCode.SeeOther);

        (await served.Get("/review")).Should().Contain("2 to look at").And.Contain("1 rejected").And.Contain("blocked the pier");
        (await served.Get("/search?state=rejected")).Should().Contain("1 statement").And.Contain("invented");
        (await served.Get("/search?state=machine")).Should().Contain("2 statements");
        served.Ledger.Verify().FirstBreak.Should().BeNull();
    }

    [Fact]
    public async Task A_corrected_speaker_is_in_the_page_the_export_and_the_annotations()
    {
        await using var served = await ServedRecord.Of(SampleReadings.Harbour());

        (await Send(served, await Address(served, "a3"), ("verdict", "corrected"), ("speaker", "Ferry Workers"), ("source", ""), ("content", "\"invented\""))).Should().Be(HttpStatusCode.SeeOther);

        (await served.Get($"/documents/{SampleReadings.Harbour().Raw.Sha256}")).Should().Contain("Ferry Workers").And.Contain("state corrected");
        (await served.Get("/search.csv")).Should().Contain(",corrected,").And.Contain(",vera,Ferry Workers,");
        (await served.Get("/api/statements?state=corrected")).Should().Contain("\"reviewer\":\"vera\"").And.Contain("\"speaker\":null", "what was read stays beside what was decided");
        (await served.Get("/api/corrections")).Should().Contain("speaker: Ferry Workers").And.NotContain("Marie", "nobody decided about the others");
        served.Ledger.Verify().FirstBreak.Should().BeNull();
    }

    [Fact]
    public async Task Corrected_words_are_found_in_the_text_nearest_to_what_was_read()
    {
        await using var served = await ServedRecord.Of(SampleReadings.Harbour());

        (await Send(served, await Address(served, "a2"), ("verdict", "corrected"), ("speaker", ""), ("source", "ferrymen's union"), ("content", "its members had blocked the pier … figures \"invented\""))).Should().Be(HttpStatusCode.SeeOther);

        using var ledger = LedgerReader.Open(served.Ledger.File);
        var decision = ledger.Statements([.. ledger.Decided().Select(decided => decided.Number)]).Single().Decision!;
        decision.Content!.Select(piece => piece.Words).Should().Equal("its members had blocked the pier", "figures \"invented\"");
        decision.Content!.Should().AllSatisfy(piece => piece.Span.Slice(SampleReadings.Text).Should().Be(piece.Words));
        served.Ledger.Verify().FirstBreak.Should().BeNull();
    }

    [Theory]
    [InlineData("corrected", "", "words of nobody", "does not stand in the article")]
    [InlineData("corrected", "", "\"invented\"", "Nothing was corrected")]
    [InlineData("maybe", "", "", "no verdict")]
    public async Task What_cannot_be_recorded_is_said_and_not_recorded(string verdict, string speaker, string content, string why)
    {
        await using var served = await ServedRecord.Of(SampleReadings.Harbour());
        using var form = new FormUrlEncodedContent([new("verdict", verdict), new("speaker", speaker), new("source", ""), new("content", content)]);

        using var answer = await served.Client.PostAsync(new Uri(await Address(served, "a3"), UriKind.Relative), form, Token);

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync(Token)).Should().Contain(why);
        (await served.Get("/review")).Should().Contain("0 confirmed, 0 corrected, 0 rejected");
    }

    [Fact]
    public async Task The_last_decision_stands_and_the_earlier_ones_are_kept()
    {
        await using var served = await ServedRecord.Of(SampleReadings.Harbour());
        var address = await Address(served, "a1");

        await Send(served, address, ("verdict", "rejected"));
        await Send(served, address, ("verdict", "confirmed"), ("note", "It is in the minutes."));

        (await served.Get(address)).Should().Contain("<strong>rejected</strong> by vera").And.Contain("<strong>confirmed</strong> by vera").And.Contain("It is in the minutes.");
        (await served.Get("/search?state=confirmed")).Should().Contain("1 statement").And.Contain("harbour will open");
        (await served.Get("/review")).Should().Contain("1 confirmed, 0 corrected, 0 rejected");
    }

    [Fact]
    public async Task A_decision_holds_when_the_document_is_read_anew_with_the_same_words()
    {
        await using var served = await ServedRecord.Of(SampleReadings.Harbour());
        await Send(served, await Address(served, "a1"), ("verdict", "confirmed"));

        using (var ledger = served.Ledger.Write())
        {
            var run = ledger.BeginRun(LedgerFolder.Version("newer"));
            ledger.Append(run, SampleReadings.Harbour());
        }

        (await served.Get("/search?state=confirmed")).Should().Contain("harbour will open");
        served.Ledger.Verify().FirstBreak.Should().BeNull();
    }

    private static async Task<string> Address(ServedRecord served, string attribution)
    {
        using var page = System.Text.Json.JsonDocument.Parse(await served.Get("/api/statements"));
        return "/review/" + page.RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!).Single(id => id.EndsWith("-" + attribution, StringComparison.Ordinal));
    }

    private static string Action(string page) => System.Text.RegularExpressions.Regex.Match(page, "action=\"(/review/[^\"]+)\"").Groups[1].Value;

    private static async Task<HttpStatusCode> Send(ServedRecord served, string address, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value)));
        using var answer = await served.Client.PostAsync(new Uri(address, UriKind.Relative), form, Token);
        return answer.StatusCode;
    }
}
