using System.Text.Json;

namespace OnRecord.Tests.Cli;

public sealed class SeriesCommandTests
{
    private const string File = "country,2017,2018\nGermany,1.13,1.15\nFrance,1.85,..\n";

    private static readonly string[] Described = ["--measure", "defence expenditure", "--unit", "% of GDP", "--source", "A ministry", "--retrieved", "2026-05-01", "--terms", "public domain"];

    [Fact]
    public void A_series_is_added_listed_shown_and_removed()
    {
        using var newsroom = new Newsroom();
        newsroom.Put("spending.csv", File);

        newsroom.Run(["series", "add", "spending.csv", .. Described]).Should().Be(new Newsroom.Outcome(0, "", "spending: 3 figures of 2 countries, 2017-2018; 1 gap.\n"));
        newsroom.Run(["series", "add", "spending.csv", .. Described]).Error.Should().Be("spending stands in the ledger already.\n");
        var listed = newsroom.Run("series", "list", "--format", "jsonl").Lines.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        listed.Select(row => (row.GetProperty("name").GetString(), row.GetProperty("shipped").GetBoolean()))
            .Should().Equal(("nato-defence-share", true), ("nato-defence-share-factbook", true), ("nato-defence-dollars", true), ("spending", false));
        newsroom.Run("series", "show", "spending").Output.Should().Contain("Germany").And.Contain("1.15 (2018)").And.Contain("1.85 (2017)").And.Contain("Source: A ministry");
        newsroom.Run("series", "remove", "spending", "--reason", "revised").Status.Should().Be(0);
        newsroom.Run("series", "list").Output.Should().NotContain("spending ");
        newsroom.Run("verify").Status.Should().Be(0);
    }

    [Fact]
    public void What_show_writes_as_csv_is_read_again()
    {
        using var newsroom = new Newsroom();
        newsroom.Put("spending.csv", File);
        newsroom.Run(["series", "add", "spending.csv", .. Described]);
        newsroom.Put("again.csv", newsroom.Run("series", "show", "spending", "--format", "csv").Output);

        newsroom.Run("series", "add", "again.csv").Error.Should().Be("again: 3 figures of 2 countries, 2017-2018; 1 gap.\n");
        newsroom.Run("series", "show", "again", "--format", "jsonl").Output.Should().Be(newsroom.Run("series", "show", "spending", "--format", "jsonl").Output);
    }

    [Theory]
    [InlineData("OR1001: ", "series", "add", "missing.csv")]
    [InlineData("OR6108: ", "series", "add", "spending.csv")]
    [InlineData("OR6110: ", "series", "remove", "nothing")]
    [InlineData("OR6109: ", "series", "remove", "nato-defence-share")]
    [InlineData("OR6110: There is no series 'nato-defense-share'. 'onrecord series list' lists those that there are. Did you mean 'nato-defence-share'?", "series", "show", "nato-defense-share")]
    [InlineData("OR6109: ", "series", "add", "spending.csv", "--name", "nato-defence-share", "--measure", "m", "--unit", "percent", "--source", "s", "--retrieved", "2026-05-01", "--terms", "t")]
    public void What_cannot_be_done_is_said_with_its_code(string error, params string[] args)
    {
        using var newsroom = new Newsroom();
        newsroom.Put("spending.csv", File);

        var outcome = newsroom.Run(args);

        outcome.Status.Should().Be(1);
        outcome.Error.Should().StartWith(error);
    }
}
