using System.Text.Json;

namespace OnRecord.Tests.Cli;

/// <summary>The two river articles among the samples, ten months apart, read and asked about at the command line.</summary>
public sealed class ThreadCommandTests : IDisposable
{
    private readonly Newsroom newsroom = new();

    public void Dispose() => newsroom.Dispose();

    [Fact]
    public void Two_articles_months_apart_are_one_dispute_with_its_steps()
    {
        ReadSamples();

        using var dispute = JsonDocument.Parse(newsroom.Run("disputes", "--subject", "Ford Treaty", "--format", "jsonl").Lines.Should().ContainSingle().Which);
        dispute.RootElement.GetProperty("accuser").GetString().Should().Be("Meldin");
        dispute.RootElement.GetProperty("documents").GetInt32().Should().Be(2);
        var id = dispute.RootElement.GetProperty("id").GetString()!;
        var steps = newsroom.Run("dispute", id[..6], "--format", "jsonl").Lines.Select(line => JsonDocument.Parse(line).RootElement).ToList();

        steps.Select(s => $"{s.GetProperty("day").GetString()} {s.GetProperty("move").GetString()} {s.GetProperty("by").GetString()} {s.GetProperty("against").GetString()}").Should().Equal(
            "2029-02-14 accusation Meldin Torvia",
            "2029-02-14 denial Torvia Meldin",
            "2029-02-14 counter-accusation Torvia Meldin",
            "2029-02-14 sides-with-accuser Corva Torvia",
            "2029-12-05 accusation Meldin Torvia",
            "2029-12-05 denial Torvia Meldin");
        newsroom.Run("dispute", id).Output.Should().Contain("Ford Treaty").And.Contain("counter-accusation");
    }

    [Fact]
    public void Two_articles_months_apart_are_one_pledge_with_a_history()
    {
        ReadSamples();

        using var pledge = JsonDocument.Parse(newsroom.Run("pledges", "--pledger", "Meldin", "--format", "jsonl").Lines.Should().ContainSingle().Which);
        pledge.RootElement.GetProperty("deadline").GetString().Should().Be("2035-12-31");
        pledge.RootElement.GetProperty("target").GetDecimal().Should().Be(2);
        var steps = newsroom.Run("pledge", pledge.RootElement.GetProperty("id").GetString()!, "--format", "jsonl").Lines.Select(line => JsonDocument.Parse(line).RootElement).ToList();

        steps.Select(s => s.GetProperty("move").GetString()).Should().Equal("made", "delayed");
        steps[1].GetProperty("difference").GetString().Should().Be("deadline 2032-12-31 to 2035-12-31");
        newsroom.Run("pledges", "--status", "withdrawn").Output.Should().Contain("Corva");
        newsroom.Run("pledges", "--due-before", "2032-01-01").Error.Should().Be("No pledge found.\n");
    }

    [Theory]
    [InlineData("pledge", "p0000000000", "OR5009: No pledge 'p0000000000' is in ")]
    [InlineData("dispute", "d0000000000", "OR5009: No dispute 'd0000000000' is in ")]
    public void What_is_not_there_is_named_with_the_way_out(string command, string id, string error)
    {
        newsroom.Run("read", newsroom.Put("a.txt", Newsroom.Article));

        var outcome = newsroom.Run(command, id);

        outcome.Status.Should().Be(1);
        outcome.Error.Should().StartWith(error).And.Contain($"'onrecord {command}s' lists them.");
    }

    [Fact]
    public void Claims_stand_in_the_order_of_their_worth_and_the_least_is_a_number_from_0_to_1()
    {
        ReadSamples();

        var claims = newsroom.Run("claims", "--min", "0.5", "--format", "jsonl").Lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("checkworthy").GetDouble()).ToList();

        claims.Should().NotBeEmpty().And.BeInDescendingOrder().And.OnlyContain(worth => worth >= 0.5);
        newsroom.Run("claims", "--kind", "law", "--format", "jsonl").Lines.Should().OnlyContain(line => line.Contains("\"kind\":\"law\""));
        var wrong = newsroom.Run("claims", "--min", "2");
        (wrong.Status, wrong.Error).Should().Be((2, "OR9001: --min takes a number from 0 to 1, and '2' is none.\nTry: onrecord claims --help\n"));
    }

    [Fact]
    public void Events_are_exported_as_plover_and_claims_as_schema_org()
    {
        ReadSamples();

        using var told = JsonDocument.Parse(newsroom.Run("export", "--format", "plover").Lines.Should().NotBeEmpty().And.Subject.First(line => line.Contains("Torvia")));
        told.RootElement.GetProperty("event_type")[0].GetString().Should().Be("ACCUSE");
        told.RootElement.GetProperty("attributes").GetProperty("ACTOR")[0].GetProperty("text").GetString().Should().NotBe("BRENN", "where the report was written did nothing");
        newsroom.Run("export", "--format", "plover-csv").Output.Should().StartWith("Event ID,Event Date,Event Type,").And.Contain(",ACCUSE,,VERBAL CONFLICT,");
        using var claim = JsonDocument.Parse(newsroom.Run("export", "--format", "claimreview").Lines[0]);
        claim.RootElement.GetProperty("@type").GetString().Should().Be("Claim", "nobody has reviewed it");
        claim.RootElement.GetProperty("creativeWorkStatus").GetString().Should().Be("found by a machine, not reviewed");
        newsroom.Run("events", "--actor", "Corva", "--code", "accuse").Output.Should().Contain("Corva");
    }

    [Fact]
    public void An_answer_without_its_charge_is_listed_with_the_reason()
    {
        newsroom.Run("read", newsroom.Put("a.txt", "Quarry report\n\nHungary denied the allegation on Monday.\n"), "--published", "2029-05-01");

        newsroom.Run("disputes").Error.Should().Be("No dispute found.\n");
        newsroom.Run("disputes", "--unjoined", "--format", "jsonl").Lines.Should().ContainSingle().Which.Should().Contain("\"unjoined\":\"nothing on record that it answers\"");
        newsroom.Run("contradictions").Error.Should().Be("No contradiction found.\n");
    }

    private void ReadSamples()
    {
        newsroom.Run("read", Repository.Path("samples/river-treaty-ten-months-on.txt"), "--published", "2029-12-05").Status.Should().Be(0);
        newsroom.Run("read", Repository.Path("samples/river-treaty-charge.txt"), "--published", "2029-02-14").Status.Should().Be(0);
    }
}
