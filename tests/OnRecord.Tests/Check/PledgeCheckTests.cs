using OnRecord.Check;
using OnRecord.Knowledge;
using OnRecord.Tests.Ledger;

namespace OnRecord.Tests.Check;

public sealed class PledgeCheckTests
{
    private static readonly DateOnly Reported = new(2019, 4, 3);
    private static readonly DateOnly Now = new(2026, 6, 1);
    private static readonly Series Share = ShippedSeries.All[0];

    [Fact]
    public void The_members_of_the_day_are_held_to_it_and_those_that_joined_later_are_shown()
    {
        var finding = Of(CheckStory.Alliance(Reported), CheckStory.TwoPercent, Share, Now);

        finding.Members.Should().HaveCount(32);
        finding.Members.Where(m => m.IsBound).Select(m => m.Country).Should().BeEquivalentTo(WorldKnowledge.Shipped.MembersOn("org:nato", Reported)).And.HaveCount(29);
        finding.Members.Where(m => !m.IsBound).Select(m => m.Name).Should().Equal("Finland", "North Macedonia", "Sweden");
        finding.Members.Should().OnlyContain(m => m.Country == "state:ISL" || m.Years.Count == 11);
        finding.Verdict.Should().Be(FindingVerdict.Partly);
        finding.DueYear.Should().Be(2024);
        // Worked out again from the figures alone.
        var (met, missed) = (0, 0);
        foreach (var country in WorldKnowledge.Shipped.MembersOn("org:nato", Reported))
        {
            if (Share.Find(country, 2024) is not { Value: { } value }) continue;
            if (value >= 2) met++;
            else missed++;
        }
        finding.Summary.Should().StartWith(FormattableString.Invariant($"Figures of 2024, 29 bound: {met} met, {missed} missed, 1 not measurable; not measurable: Iceland (no figures of the country)"));
        finding.Sources.Should().ContainSingle().Which.Should().Contain("SIPRI").And.Contain(Share.Sha256);
    }

    [Theory]
    [InlineData("state:DEU", 2024, FindingVerdict.Missed)]
    [InlineData("state:EST", 2024, FindingVerdict.Met)]
    [InlineData("state:DEU", 2016, FindingVerdict.NotYetDue)]
    [InlineData("state:GRC", 2014, FindingVerdict.Met)]
    [InlineData("state:MNE", 2016, null)]
    [InlineData("state:MNE", 2017, FindingVerdict.NotYetDue)]
    [InlineData("state:FIN", 2022, null)]
    [InlineData("state:FIN", 2023, FindingVerdict.Met)]
    [InlineData("state:ISL", 2024, null)]
    public void Each_year_goes_by_the_membership_of_its_end(string country, int year, FindingVerdict? verdict) =>
        Year(Of(CheckStory.Alliance(Reported), CheckStory.TwoPercent, Share, Now), country, year).Verdict.Should().Be(verdict);

    [Fact]
    public void Before_the_day_a_member_is_on_course_where_it_keeps_to_the_straight_way()
    {
        // From 1.00 in 2018 to 2 in 2024 is a sixth a year: 1.1667 in 2019, 1.3333 in 2020.
        var series = CheckStory.Figures("percent-of-gdp", ("state:DEU", 2018, 1.00m), ("state:DEU", 2019, 1.17m), ("state:DEU", 2020, 1.33m), ("state:FRA", 2018, 1.9m), ("state:FRA", 2019, 2.0m), ("state:FRA", 2020, 2.1m));
        var reading = CheckStory.Countries(Reported, "state:DEU", "state:FRA");
        var pledge = CheckStory.TwoPercent with { Pledgers = ["e1", "e2"], BindsMembers = false };

        var early = Of(reading, pledge, series, new DateOnly(2020, 6, 30));
        early.Verdict.Should().Be(FindingVerdict.OnCourse);
        Year(early, "state:DEU", 2019).Should().Be(new YearFinding(2019, 1.17m, false, true, 1.1667m, FindingVerdict.OnCourse));
        early.Members.SelectMany(m => m.Years).Should().OnlyContain(y => y.Year < 2020, "the year is not over");
        early.Summary.Should().StartWith("Due with the figures of 2024, 2 bound: 1 met, 1 on course");

        var later = Of(reading, pledge, series, new DateOnly(2021, 1, 1));
        later.Verdict.Should().Be(FindingVerdict.NotYetDue);
        Year(later, "state:DEU", 2020).Verdict.Should().Be(FindingVerdict.NotYetDue, "1.33 is less than 1.3333");
    }

    [Theory]
    [InlineData(2024, 6, 30, 2023)]
    [InlineData(2024, 7, 1, 2024)]
    [InlineData(2024, 1, 1, 2023)]
    public void A_day_in_the_first_half_of_a_year_is_decided_by_the_year_before(int year, int month, int day, int due) =>
        Of(CheckStory.Alliance(Reported), CheckStory.TwoPercent with { Deadline = new DateOnly(year, month, day) }, Share, Now).DueYear.Should().Be(due);

    [Fact]
    public void A_change_is_counted_from_the_year_that_is_named_or_the_one_before_the_report()
    {
        var series = CheckStory.Figures("USD", ("state:DEU", 2014, 100), ("state:DEU", 2018, 120), ("state:DEU", 2024, 89));
        var reading = CheckStory.Countries(Reported, "state:DEU");
        var cut = CheckStory.TwoPercent with { BindsMembers = false, Comparison = Comparison.Equal, Target = 10, Unit = "percent", Change = Change.Down, IsDifference = true };

        Of(reading, cut with { Baseline = CheckStory.Of("2014 levels") }, series, Now).Arithmetic.Should().Equal(new Arithmetic { Of = "Germany 2024", Found = 89, Comparison = Comparison.AtMost, Said = 90 });
        Of(reading, cut, series, Now).Members[0].Target.Should().Be(108);
        Of(reading, cut with { Target = 15, Unit = "USD", Change = Change.Up }, series, Now).Members[0].Should().BeEquivalentTo(new { Target = 135m, Verdict = FindingVerdict.Missed });
        Of(reading, cut with { Target = 2, Unit = "times", Change = Change.Up, IsDifference = false }, series, Now).Members[0].Target.Should().Be(240);
        Of(CheckStory.Countries(null, "state:DEU"), cut, series, Now).Reason.Should().Be(CheckRefusal.NoBaseline);
        Of(CheckStory.Countries(Reported, "state:FRA"), cut, series, Now).Should().BeEquivalentTo(new { Verdict = FindingVerdict.NotMeasurable, Reason = CheckRefusal.NoBaseline });
    }

    public static TheoryData<string, string> Refusals => new()
    {
        { "target", CheckRefusal.NoTarget }, { "measure", CheckRefusal.NoMeasure }, { "deadline", CheckRefusal.NoDeadline }, { "body", CheckRefusal.BindsBody }, { "pledger", CheckRefusal.NoSubject },
        { "direction", CheckRefusal.NoDirection }, { "unit", CheckRefusal.OtherUnit }, { "series", CheckRefusal.NoSeries }, { "year", CheckRefusal.NoYear }, { "figures", CheckRefusal.NoFigures },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void What_cannot_be_measured_says_why(string lacking, string reason)
    {
        var pledge = CheckStory.TwoPercent;
        pledge = lacking switch
        {
            "target" => pledge with { Target = null },
            "measure" => pledge with { Measure = null },
            "deadline" => pledge with { Deadline = null, Gaps = [PledgeGap.SeveralDeadlines] },
            "body" => pledge with { BindsMembers = false },
            "pledger" => pledge with { Pledgers = [] },
            "direction" => pledge with { Comparison = Comparison.Equal, Action = CheckStory.Of("defence spending of") },
            "unit" => pledge with { Unit = "EUR" },
            "series" => pledge with { Measure = CheckStory.Of("growth") },
            "year" => pledge with { Deadline = new DateOnly(2025, 12, 31) },
            _ => pledge with { BindsMembers = false },
        };
        var reading = lacking == "figures" ? CheckStory.Countries(Reported, "state:ISL") : CheckStory.Alliance(Reported);

        var finding = PledgeCheck.All(reading, pledge, [Share], WorldKnowledge.Shipped, Now).Should().ContainSingle().Which;

        (finding.Verdict, finding.Reason).Should().Be((FindingVerdict.NotMeasurable, reason));
        finding.Summary.Should().EndWith(".");
    }

    [Fact]
    public void Two_sources_give_two_findings_and_the_one_with_more_figures_is_first()
    {
        var findings = PledgeCheck.All(CheckStory.Alliance(Reported), CheckStory.TwoPercent, ShippedSeries.All, WorldKnowledge.Shipped, Now);

        findings.Select(f => f.Series).Should().Equal("nato-defence-share", "nato-defence-share-factbook");
        Findings.Overall(findings).Should().Be(findings[0].Verdict);
    }

    [Fact]
    public void The_verb_of_spending_says_what_is_measured()
    {
        const string Text = "Germany pledged to spend 2 percent of GDP on defence by 2024.";
        var reading = CheckStory.Countries(Reported, "state:DEU") with { Article = SampleReadings.Empty("a.txt", Text + "\n", Reported).Article };
        var pledge = CheckStory.TwoPercent with { Span = SampleReadings.Of(Text, "Germany pledged"), Action = SampleReadings.Of(Text, "to spend 2 percent"), Measure = SampleReadings.Of(Text, "defence"), BindsMembers = false, Comparison = Comparison.Equal };

        PledgeCheck.All(reading, pledge, [Share], WorldKnowledge.Shipped, Now).Should().ContainSingle().Which.Arithmetic.Should().Equal(new Arithmetic { Of = "Germany 2024", Found = 1.89m, Comparison = Comparison.AtLeast, Said = 2 });
    }

    [Fact]
    public void A_condition_is_named_and_not_checked() =>
        Of(CheckStory.Alliance(Reported), CheckStory.TwoPercent with { Condition = CheckStory.Of("if growth holds") }, Share, Now).Summary.Should().EndWith("whether the condition held is not checked: \"if growth holds\".");

    [Fact]
    public void Without_a_day_of_publication_those_are_bound_that_are_members_on_the_last_day() =>
        Of(CheckStory.Alliance(null), CheckStory.TwoPercent, Share, Now).Members.Should().OnlyContain(m => m.IsBound).And.HaveCount(32);

    private static Finding Of(Reading reading, Pledge pledge, Series series, DateOnly asOf) => PledgeCheck.Of(reading, pledge, series, WorldKnowledge.Shipped, asOf);

    private static YearFinding Year(Finding finding, string country, int year) => finding.Members.Single(m => m.Country == country).Years.Single(y => y.Year == year);
}
