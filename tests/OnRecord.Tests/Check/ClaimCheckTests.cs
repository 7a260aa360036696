using System.Text;
using OnRecord.Check;
using OnRecord.Knowledge;
using OnRecord.Language.Text;
using OnRecord.Models.English;
using OnRecord.Pipelines;
using OnRecord.Tests.Ledger;

namespace OnRecord.Tests.Check;

public sealed class ClaimCheckTests
{
    private static readonly Lazy<Pipeline> Standard = new(() => StandardPipeline.Create(EnglishModels.Set));

    [Theory]
    [InlineData("NATO has grown into a 29-member alliance.", FindingVerdict.Agrees)]
    [InlineData("NATO has grown into a 30-member alliance.", FindingVerdict.Disagrees)]
    [InlineData("The 29-nation NATO alliance met in Brussels on Monday.", FindingVerdict.Agrees)]
    [InlineData("NATO's 29 members met in Brussels on Monday.", FindingVerdict.Agrees)]
    [InlineData("NATO has 31 members.", FindingVerdict.Disagrees)]
    [InlineData("All 29 members of NATO agreed to the plan on Monday.", FindingVerdict.Agrees)]
    [InlineData("All 29 NATO members agreed to the plan on Monday.", FindingVerdict.Agrees)]
    [InlineData("NATO will act as one, and the 28-member alliance has time.", FindingVerdict.Disagrees)]
    [InlineData("NATO was created in 1949 by 12 countries.", FindingVerdict.Agrees)]
    [InlineData("NATO was created in 1950 by 12 countries.", FindingVerdict.Disagrees)]
    [InlineData("NATO was created in 1949 by 14 countries.", FindingVerdict.Disagrees)]
    public void The_number_of_members_is_held_against_the_days_of_joining(string sentence, FindingVerdict verdict)
    {
        var finding = Found(sentence).Should().ContainSingle().Which;

        finding.Verdict.Should().Be(verdict);
        finding.Arithmetic.All(line => line.Holds).Should().Be(verdict == FindingVerdict.Agrees);
        finding.Sources.Should().ContainSingle().Which.Should().Contain("org:nato");
    }

    [Theory]
    [InlineData("The five members of NATO that border Russia met on Monday.")]
    [InlineData("All ten NATO members that joined since 2004 voted for the plan.")]
    [InlineData("NATO sent a five-member group to the harbour on Monday.")]
    [InlineData("A three-member NATO team met in Brussels on Monday.")]
    [InlineData("NATO's 12 founding members met in Brussels on Monday.")]
    [InlineData("NATO's training centre was founded in 2008 by seven countries.")]
    [InlineData("NATO has 21 members in the European Union.")]
    [InlineData("Five members of NATO voted against the plan on Monday.")]
    [InlineData("NATO sent 29 ships to the harbour on Monday.")]
    public void What_counts_something_else_is_no_number_of_members(string sentence) =>
        Found(sentence).Should().NotContain(f => f.Verdict == FindingVerdict.Agrees || f.Verdict == FindingVerdict.Disagrees);

    [Theory]
    [InlineData("Germany spent 1.15 percent of its GDP on defence in 2018.", FindingVerdict.Agrees, null)]
    [InlineData("Germany spent 2.5 percent of its GDP on defence in 2018.", FindingVerdict.Disagrees, null)]
    [InlineData("Germany spent 1.2 percent of its GDP on defence in 2018.", FindingVerdict.Agrees, null)]
    [InlineData("Germany spent 1.24 percent of its GDP on defence in 2018.", FindingVerdict.CannotTell, CheckRefusal.Near)]
    [InlineData("Germany spent 1.2 percent of its GDP on defence in 1998.", FindingVerdict.CannotTell, CheckRefusal.NoYear)]
    [InlineData("Germany spent 1.2 percent of its GDP on schools in 2018.", FindingVerdict.CannotTell, CheckRefusal.NoSeries)]
    [InlineData("Japan spent 1.2 percent of its GDP on defence in 2018.", FindingVerdict.CannotTell, CheckRefusal.NoFigures)]
    [InlineData("Germany did not spend 2.5 percent of its GDP on defence in 2018.", FindingVerdict.CannotTell, CheckRefusal.NotAsserted)]
    [InlineData("Poland never spent $30 billion on defence in 2018.", FindingVerdict.CannotTell, CheckRefusal.NotAsserted)]
    [InlineData("Poland spent between $10 billion and $20 billion on defence in 2018.", FindingVerdict.CannotTell, CheckRefusal.Range)]
    [InlineData("Poland spent $12 billion on defence in 2018.", FindingVerdict.Agrees, null)]
    [InlineData("Poland spent $30 billion on defence in 2018.", FindingVerdict.Disagrees, null)]
    public void A_figure_is_held_against_the_series_within_its_own_precision(string sentence, FindingVerdict verdict, string? reason)
    {
        var finding = Found(sentence, ShippedSeries.All[0], ShippedSeries.All[2]).Should().ContainSingle().Which;

        (finding.Verdict, finding.Reason).Should().Be((verdict, reason));
    }

    [Fact]
    public void A_change_that_can_be_meant_in_two_ways_shows_both()
    {
        var series = CheckStory.Figures("USD", ("state:DEU", 2016, 40e9m), ("state:DEU", 2017, 45e9m), ("state:DEU", 2018, 50e9m));

        var finding = Found("In the last two years, Germany has spent an additional $10 billion on defence.", series).Should().ContainSingle().Which;

        finding.Arithmetic.Select(line => (line.Found, line.Holds)).Should().Equal((10e9m, true), (15e9m, false));
        (finding.Verdict, finding.Reason).Should().Be((FindingVerdict.CannotTell, CheckRefusal.TwoReadings));
        finding.Arithmetic[0].Working.Should().Be("50,000,000,000 - 40,000,000,000");
    }

    [Fact]
    public void What_is_still_to_come_cannot_be_told() =>
        Found("Germany will spend $90 billion on defence in 2020.").Should().OnlyContain(f => f.Reason == CheckRefusal.Forecast || f.Reason == null).And.NotContain(f => f.Verdict == FindingVerdict.Agrees);

    [Fact]
    public void Shares_of_several_countries_are_not_added()
    {
        var finding = Found("NATO allies spent 1.5 percent of GDP on defence in 2018.", ShippedSeries.All[0]);

        finding.Should().NotContain(f => f.Verdict != FindingVerdict.CannotTell);
    }

    [Fact]
    public void Without_a_day_the_number_of_members_is_left_open() =>
        Found("NATO has grown into a 29-member alliance.", null, []).Should().ContainSingle().Which.Reason.Should().Be(CheckRefusal.NoDay);

    [Theory]
    [InlineData(FindingVerdict.Agrees, FindingVerdict.Agrees, FindingVerdict.CannotTell)]
    [InlineData(FindingVerdict.CannotTell, FindingVerdict.Agrees, FindingVerdict.Disagrees)]
    public void Two_sources_on_one_figure_settle_it_where_they_do_not_differ(FindingVerdict overall, FindingVerdict one, FindingVerdict other) =>
        Findings.Overall([Bare(one, 0), Bare(other, 0)]).Should().Be(overall);

    [Fact]
    public void A_claim_disagrees_where_one_of_its_figures_does() =>
        Findings.Overall([Bare(FindingVerdict.Agrees, 0), Bare(FindingVerdict.Disagrees, 5)]).Should().Be(FindingVerdict.Disagrees);

    private static Finding Bare(FindingVerdict verdict, int start) => new() { Item = "c1", Span = new TextSpan(start, start + 3), Verdict = verdict, Summary = "." };

    private static List<Finding> Found(string sentence, params IReadOnlyList<Series> series) => Found(sentence, new DateOnly(2019, 4, 3), series);

    private static List<Finding> Found(string sentence, DateOnly? published, IReadOnlyList<Series> series)
    {
        var raw = SampleReadings.Raw("a.txt", Encoding.UTF8.GetBytes("Allies meet in Brussels\n\n" + sentence + "\n"));
        var reading = Standard.Value.Read(new RawDocument { Path = raw.Path, Bytes = raw.Bytes, Sha256 = raw.Sha256, Form = raw.Form, Published = published }, TestContext.Current.CancellationToken);
        // Whether a sentence is worth checking is another question: every one is taken for a claim here.
        var claim = new Claim { Id = "c1", Span = SampleReadings.Of(reading.Article!.Text, sentence), Kind = ClaimKind.Quantity, Checkworthy = 1 };
        return [.. ClaimCheck.All(reading with { Pledges = [] }, claim, series, WorldKnowledge.Shipped)];
    }
}
