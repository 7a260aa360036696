using OnRecord.Extract;

namespace OnRecord.Tests.Extract;

public sealed class DateInferenceTests
{
    [Fact]
    public void The_anniversary_of_a_known_founding_gives_the_year_with_its_evidence()
    {
        const string text = "The summit falls on the 70th anniversary of the pact. The league was founded in 1949 by 12 states.";

        var inferred = TimeExpressions.InferDates(text).Should().ContainSingle().Which;

        (inferred.Value, inferred.Ground).Should().Be(("2019", InferredDateGround.Anniversary));
        inferred.Evidence.Select(e => e.Slice(text)).Should().Equal("70th anniversary", "founded in 1949");
    }

    [Fact]
    public void Two_foundings_that_disagree_give_nothing_away() =>
        TimeExpressions.InferDates("They marked the 50th anniversary. The league was founded in 1949; its court was created in 1959.").Should().BeEmpty();

    [Fact]
    public void A_dateline_with_its_year_gives_the_day()
    {
        var inferred = TimeExpressions.InferDates("HARWICK, April 3, 2019 (Northern Wire) - The council met.").Should().ContainSingle().Which;

        (inferred.Value, inferred.Ground).Should().Be(("2019-04-03", InferredDateGround.Dateline));
    }

    [Fact]
    public void Two_weekdays_with_days_of_the_month_give_the_year()
    {
        var inferred = TimeExpressions.InferDates("Elected in 2016, he speaks on Wednesday, April 3, and votes on Tuesday, May 14.").Should().ContainSingle().Which;

        (inferred.Value, inferred.Ground).Should().Be(("2019", InferredDateGround.Weekdays));
    }

    [Fact]
    public void What_is_inferred_is_not_used()
    {
        const string text = "The summit on Wednesday falls on the 70th anniversary of the pact. The league was founded in 1949.";

        TimeExpressions.Find(text)[0].Unresolved.Should().Be(TimeRefusal.NoDocumentDate);
    }
}
