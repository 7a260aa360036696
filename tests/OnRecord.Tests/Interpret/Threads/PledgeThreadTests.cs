namespace OnRecord.Tests.Interpret.Threads;

public sealed class PledgeThreadTests
{
    private static readonly DateOnly June = new(2026, 6, 18);
    private static readonly DateOnly March = new(2027, 3, 2);
    private static readonly DateOnly End2032 = new(2032, 12, 31);

    [Fact]
    public void The_same_pledge_in_another_article_is_restated()
    {
        var pledge = Story.Join(Spending("one", June, 3, End2032), Spending("two", March, 3, End2032)).Pledges.Should().ContainSingle().Subject;

        pledge.Steps.Select(s => s.Move).Should().Equal(PledgeMove.Made, PledgeMove.Restated);
        pledge.Steps[1].Difference.Should().BeNull();
        pledge.Id.Should().Be(pledge.Steps[0].Citation.Key).And.StartWith("p");
    }

    [Theory]
    [InlineData(3.5, 2032, PledgeMove.Strengthened, "target 3 to 3.5 percent-of-gdp")]
    [InlineData(2.5, 2032, PledgeMove.Weakened, "target 3 to 2.5 percent-of-gdp")]
    [InlineData(2.5, 2034, PledgeMove.Weakened, "target 3 to 2.5 percent-of-gdp; deadline 2032-12-31 to 2034-12-31")]
    [InlineData(3, 2035, PledgeMove.Delayed, "deadline 2032-12-31 to 2035-12-31")]
    [InlineData(3, 2030, PledgeMove.Strengthened, "deadline 2032-12-31 to 2030-12-31")]
    public void Another_target_or_deadline_changes_it(double target, int year, PledgeMove move, string difference)
    {
        var pledge = Story.Join(Spending("one", June, 3, End2032), Spending("two", March, (decimal)target, new DateOnly(year, 12, 31))).Pledges.Should().ContainSingle().Subject;

        pledge.Steps[1].Move.Should().Be(move);
        pledge.Steps[1].Difference.Should().Be(difference);
        (pledge.Target, pledge.Deadline).Should().Be(((decimal)target, new DateOnly(year, 12, 31)));
    }

    [Theory]
    [InlineData(4, 2036)]
    [InlineData(2, 2029)]
    public void More_by_a_later_day_and_less_by_an_earlier_are_stages_and_no_change(int target, int year) =>
        Story.Join(Spending("one", June, 3, End2032), Spending("two", March, target, new DateOnly(year, 12, 31))).Pledges.Should().HaveCount(2);

    [Fact]
    public void Two_figures_in_one_article_are_two_pledges() =>
        Story.Join(new Story("one", June, "Arland will raise harbour dues to 3 percent by 2030. It will raise harbour dues to 4 percent by 2030 on the islands.")
                .Pledge("Arland", "raise harbour dues to 3 percent by 2030", "harbour dues", 3, "percent", new DateOnly(2030, 12, 31))
                .Pledge("Arland", "raise harbour dues to 4 percent by 2030 on the islands", "harbour dues", 4, "percent", new DateOnly(2030, 12, 31)))
            .Pledges.Should().HaveCount(2);

    [Fact]
    public void Pledges_of_others_are_others()
    {
        var other = new Story("two", March, "Belmark will raise defence spending to at least 3 percent by 2032.").Pledge("Belmark", "raise defence spending to at least 3 percent by 2032", "defence spending", 3, "percent-of-gdp", End2032, Comparison.AtLeast);

        Story.Join(Spending("one", June, 3, End2032), other).Pledges.Should().HaveCount(2);
    }

    [Fact]
    public void A_deed_told_in_nearly_the_same_words_is_one_pledge_and_may_be_delayed()
    {
        var pledges = Story.Join(
            new Story("one", June, "Arland will open a clinic in every northern district by 2028.").Pledge("Arland", "open a clinic in every northern district by 2028", deadline: new DateOnly(2028, 12, 31)),
            new Story("two", March, "Arland will open its clinics in the northern districts by 2030.").Pledge("Arland", "open its clinics in the northern districts by 2030", deadline: new DateOnly(2030, 12, 31)),
            new Story("three", March, "Arland will open a rail line to the northern port by 2030.").Pledge("Arland", "open a rail line to the northern port by 2030", deadline: new DateOnly(2030, 12, 31))).Pledges;

        pledges.Should().HaveCount(2);
        pledges[0].Steps.Select(s => s.Move).Should().Equal(PledgeMove.Made, PledgeMove.Delayed);
    }

    [Fact]
    public void A_pledge_taken_back_is_withdrawn_and_found_as_a_contradiction()
    {
        var back = new Story("two", March, "Arland dropped its pledge to raise defence spending to 3 percent.").Pledge("Arland", "raise defence spending to 3 percent", "defence spending", 3, "percent", move: PledgeMove.Withdrawn);

        var threads = Story.Join(Spending("one", June, 3, End2032), back);

        var pledge = threads.Pledges.Should().ContainSingle().Subject;
        pledge.StatusOn(June).Should().Be(PledgeStatus.Withdrawn);
        pledge.Unit.Should().Be("percent-of-gdp", "the fuller unit stays");
        var finding = threads.Contradictions.Should().ContainSingle().Subject;
        (finding.Kind, finding.Earlier.Day, finding.Later.Day, finding.Declined).Should().Be((ContradictionKind.Pledge, June, March, null));
    }

    [Fact]
    public void A_pledge_with_no_date_is_undated_and_says_what_it_lacks()
    {
        var pledge = Story.Join(new Story("one", June, "Arland will rebuild the ferry quay.").Pledge("Arland", "rebuild the ferry quay")).Pledges.Single();

        pledge.StatusOn(March).Should().Be(PledgeStatus.Undated);
        pledge.Steps[0].Frame.Gaps.Should().Equal(PledgeGap.NoDeadline);
    }

    [Fact]
    public void A_deadline_that_has_passed_is_due_from_the_day_after()
    {
        var pledge = Story.Join(Spending("one", June, 3, End2032)).Pledges.Single();

        pledge.StatusOn(End2032).Should().Be(PledgeStatus.Pending);
        pledge.StatusOn(End2032.AddDays(1)).Should().Be(PledgeStatus.Due);
    }

    [Fact]
    public void The_order_of_reading_changes_nothing()
    {
        Story[] stories =
        [
            Spending("one", June, 3, End2032), Spending("two", March, 3, new DateOnly(2035, 12, 31)), Spending("three", March.AddDays(1), 2.5m, new DateOnly(2035, 12, 31)),
            Spending("four", null, 2.5m, new DateOnly(2035, 12, 31)), Spending("five", March.AddYears(1), 4, new DateOnly(2040, 12, 31)),
        ];
        var expected = Moves(stories);

        foreach (var seed in Enumerable.Range(1, 20))
        {
            var random = new Random(seed);
            Moves([.. stories.OrderBy(_ => random.Next())]).Should().Equal(expected);
        }

        static string[] Moves(Story[] stories) => [.. Story.Join(stories).Pledges.SelectMany(p => p.Steps.Select(s => $"{p.Id} {s.Citation.Path} {s.Move} {s.Difference}"))];
    }

    private static Story Spending(string name, DateOnly? day, decimal target, DateOnly deadline) =>
        new Story(name, day, FormattableString.Invariant($"Arland will raise defence spending to at least {target} percent by {deadline.Year}. Report {name}."))
            .Pledge("Arland", FormattableString.Invariant($"raise defence spending to at least {target} percent by {deadline.Year}"), "defence spending", target, "percent-of-gdp", deadline, Comparison.AtLeast, Change.Up);
}
