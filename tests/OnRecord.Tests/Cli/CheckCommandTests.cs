using System.Text.Json;

namespace OnRecord.Tests.Cli;

public sealed class CheckCommandTests
{
    private const string Article = "A summit in Brussels\n\nBRUSSELS - NATO's 29 members met in Brussels on Monday.\n\nMember states of NATO committed on Monday to reach defence spending of at least two percent of their GDP by 2024.\n";

    [Fact]
    public void A_pledge_and_a_claim_are_checked_recorded_and_decided_about()
    {
        using var newsroom = new Newsroom();
        newsroom.Run("read", newsroom.Put("a.txt", Article), "--published", "2019-04-03");

        var listed = newsroom.Run("check", "--as-of", "2026-06-01", "--format", "jsonl").Lines.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var pledge = listed.First(row => row.GetProperty("item").GetString() == "p1");
        pledge.GetProperty("verdict").GetString().Should().Be("partly");
        pledge.GetProperty("members").GetArrayLength().Should().Be(32);
        listed.Should().Contain(row => row.GetProperty("verdict").GetString() == "agrees");
        var id = pledge.GetProperty("id").GetString()!;

        var shown = newsroom.Run("check", id, "--as-of", "2026-06-01");
        shown.Output.Should().Contain("partly, by nato-defence-share").And.Contain("Estonia").And.Contain("3.37+").And.Contain("Source: SIPRI").And.Contain("Nobody has decided about it.");
        newsroom.Run("pledge", id).Output.Should().Contain("by nato-defence-share").And.Contain("3.37+");
        newsroom.Run("check", id, "--verdict", "missed", "--note", "too few", "--reviewer", "Ada").Output.Should().Contain("missed, by Ada on").And.Contain("(the machine: partly): too few").And.Contain("partly, by nato-defence-share");
        newsroom.Run("check", "--format", "csv").Output.Should().Contain(",partly,missed,");
        newsroom.Run("verify").Status.Should().Be(0);
    }

    [Fact]
    public void The_samples_are_checked_as_the_guide_says()
    {
        using var newsroom = new Newsroom();
        foreach (var facts in (string[])["states", "organisation", "members"]) newsroom.Run("knowledge", "add", Repository.Path($"samples/compact-{facts}.csv")).Status.Should().Be(0);
        newsroom.Run("series", "add", Repository.Path("samples/compact-spending.csv")).Error.Should().Be("compact-spending: 75 figures of 19 countries, 2022-2025; 1 gap; 19 estimates.\n");
        newsroom.Run("read", Repository.Path("samples/summit-spending-pledge.txt"), "--published", "2026-06-18").Status.Should().Be(0);

        var found = newsroom.Run("check", "--all", "--as-of", "2026-12-31", "--format", "jsonl").Lines.Select(line => JsonDocument.Parse(line).RootElement).ToList();

        Verdict(found, "founded in 1961 by eight states").Should().Be("agrees");
        Verdict(found, "19 members").Should().Be("agrees");
        var pledge = found.Single(row => row.GetProperty("words").GetString()!.StartsWith("Leaders of the Northern Compact agreed", StringComparison.Ordinal));
        pledge.GetProperty("verdict").GetString().Should().Be("not-yet-due");
        pledge.GetProperty("members").GetArrayLength().Should().Be(19);
    }

    private static string? Verdict(List<JsonElement> found, string words) =>
        found.Find(row => row.GetProperty("words").GetString()!.Contains(words, StringComparison.Ordinal) && row.GetProperty("arithmetic").GetArrayLength() > 0) is { ValueKind: JsonValueKind.Object } row ? row.GetProperty("verdict").GetString() : null;

    [Fact]
    public void The_same_result_is_recorded_once()
    {
        using var newsroom = new Newsroom();
        newsroom.Run("read", newsroom.Put("a.txt", Article), "--published", "2019-04-03");
        newsroom.Run("check", "--all", "--as-of", "2026-06-01");
        var head = newsroom.Run("verify").Output;

        newsroom.Run("check", "--all", "--as-of", "2026-06-02").Status.Should().Be(0);
        newsroom.Run("verify").Output.Should().Be(head, "another day gives the same result");
        newsroom.Run("check", "--all", "--as-of", "2020-06-01").Status.Should().Be(0);
        newsroom.Run("verify").Output.Should().NotBe(head, "on that day the pledge was not due");
    }

    [Theory]
    [InlineData(1, "OR5008: ", "check")]
    [InlineData(2, "OR9001: --all lists everything, and an ID is one: give one of them.", "check", "p123", "--all")]
    [InlineData(2, "OR9001: --verdict is of one pledge or claim: give its ID.", "check", "--verdict", "met")]
    [InlineData(2, "OR9001: --note and --reviewer go with --verdict.", "check", "p123", "--note", "x")]
    [InlineData(2, "OR9001: --verdict takes agrees, disagrees, cannot-tell, not-yet-due, on-course, met, missed, partly or not-measurable, and 'kept' is none of them.", "check", "p123", "--verdict", "kept")]
    public void Wrong_use_is_said_with_the_way_out(int status, string error, params string[] args)
    {
        using var newsroom = new Newsroom();

        var outcome = newsroom.Run(args);

        outcome.Status.Should().Be(status);
        outcome.Error.Should().StartWith(error);
    }

    [Fact]
    public void What_is_not_in_the_ledger_and_series_that_are_not_there_are_named()
    {
        using var newsroom = new Newsroom();
        newsroom.Run("read", newsroom.Put("a.txt", Article));

        newsroom.Run("check", "pffffffffff").Error.Should().StartWith("OR5009: ");
        newsroom.Run("check", "--series", "nothing").Error.Should().StartWith("OR6110: ");
    }
}
