using OnRecord.Interpret.Threads;

namespace OnRecord.Tests.Interpret.Threads;

public sealed class ClaimThreadTests
{
    private static readonly DateOnly May = new(2030, 5, 6);
    private static readonly DateOnly July = new(2030, 7, 8);

    [Fact]
    public void The_same_claim_by_another_speaker_is_one_claim()
    {
        var claim = Story.Join(
            Says("one", May, "Jana Holt", "The port of Arl handled 14 million tonnes of grain in 2029", "14 million tonnes", 14_000_000, worth: 0.7),
            Says("two", July, "Peer Lund", "The port of Arl has handled 14 million tonnes of grain in 2029", "14 million tonnes", 14_000_000, worth: 0.9)).Claims.Should().ContainSingle().Subject;

        claim.Speakers.Select(s => s.Name).Should().Equal("Jana Holt", "Peer Lund");
        claim.Checkworthy.Should().Be(0.9);
        claim.Reports[0].Citation.Day.Should().Be(May);
    }

    [Fact]
    public void Another_figure_is_another_claim() =>
        Story.Join(
            Says("one", May, "Jana Holt", "The port of Arl handled 14 million tonnes of grain in 2029", "14 million tonnes", 14_000_000),
            Says("two", July, "Peer Lund", "The port of Arl handled 9 million tonnes of grain in 2029", "9 million tonnes", 9_000_000)).Claims.Should().HaveCount(2);

    [Fact]
    public void What_one_says_and_another_denies_is_not_the_same_claim() =>
        Story.Join(
            new Story("one", May, "Jana Holt said the northern ferries carry military cargo.").Says("Jana Holt", "the northern ferries carry military cargo").Claims("the northern ferries carry military cargo"),
            new Story("two", July, "Peer Lund said the northern ferries do not carry military cargo.").Says("Peer Lund", "the northern ferries do not carry military cargo").Claims("the northern ferries do not carry military cargo")).Claims.Should().HaveCount(2);

    [Fact]
    public void Two_figures_of_one_speaker_for_one_thing_and_year_stand_against_each_other()
    {
        var threads = Story.Join(
            Says("one", May, "Jana Holt", "The port of Arl handled 14 million tonnes of grain in 2029", "14 million tonnes", 14_000_000),
            Says("two", July, "Jana Holt", "The port of Arl handled 9 million tonnes of grain in 2029", "9 million tonnes", 9_000_000));

        var finding = threads.Contradictions.Should().ContainSingle().Subject;
        (finding.Kind, finding.Ground, finding.Declined).Should().Be((ContradictionKind.Figure, "14000000 tonne and 9000000 tonne for 2029", null));
    }

    [Fact]
    public void Without_a_period_another_figure_is_not_put_forward_and_the_reason_is_given() =>
        Story.Join(
            Says("one", May, "Jana Holt", "The port of Arl handles 14 million tonnes of grain", "14 million tonnes", 14_000_000, year: null),
            Says("two", July, "Jana Holt", "The port of Arl handles 9 million tonnes of grain", "9 million tonnes", 9_000_000, year: null))
            .Contradictions.Should().ContainSingle().Which.Declined.Should().Be(ContradictionFinder.NoPeriod);

    [Fact]
    public void A_bound_does_not_stand_against_a_figure() =>
        Story.Join(
            Says("one", May, "Jana Holt", "The port of Arl handled 14 million tonnes of grain in 2029", "14 million tonnes", 14_000_000),
            Says("two", July, "Jana Holt", "The port of Arl handled over 9 million tonnes of grain in 2029", "over 9 million tonnes", 9_000_000, comparison: Comparison.More))
            .Contradictions.Should().ContainSingle().Which.Declined.Should().Be(ContradictionFinder.NotExact);

    [Theory]
    [InlineData("Jana Holt", "in 2028", "2028", 9_000_000)]
    [InlineData("Peer Lund", "in 2029", "2029", 9_000_000)]
    [InlineData("Jana Holt", "in 2029", "2029", 14_100_000)]
    public void Another_year_another_speaker_or_a_rounded_figure_is_no_contradiction(string speaker, string year, string value, int figure) =>
        Story.Join(
            Says("one", May, "Jana Holt", "The port of Arl handled 14 million tonnes of grain in 2029", "14 million tonnes", 14_000_000),
            Says("two", July, speaker, $"The port of Arl handled so many tonnes of grain {year}", "so many tonnes", figure, year: (year, value)))
            .Contradictions.Should().BeEmpty();

    [Fact]
    public void A_speaker_who_denies_what_had_happened_by_his_own_words_is_shown_with_both_days()
    {
        var finding = Story.Join(Told("one", May, "the ministry had sold the northern ferries"), Told("two", July, "the ministry had not sold the northern ferries")).Contradictions.Should().ContainSingle().Subject;

        (finding.Kind, finding.Earlier.Day, finding.Later.Day, finding.Declined).Should().Be((ContradictionKind.Negation, May, July, null));
    }

    [Theory]
    [InlineData("the northern ferries carry military cargo", "the northern ferries do not carry military cargo", ClaimKind.State)]
    [InlineData("the ministry had not sold the northern ferries", "the ministry had sold the northern ferries", ClaimKind.Event)]
    public void What_may_have_changed_meanwhile_is_not_put_forward_and_the_reason_is_given(string earlier, string later, ClaimKind kind) =>
        Story.Join(Told("one", May, earlier, kind), Told("two", July, later, kind)).Contradictions.Should().ContainSingle().Which.Declined.Should().Be(ContradictionFinder.MayHaveChanged);

    [Fact]
    public void One_event_on_one_day_is_one_however_often_it_is_reported()
    {
        var threads = Story.Join(
            new Story("one", May, "Arland expelled two envoys of Belmark on Monday.").Event(EventCode.Sanction, "Arland", "Belmark", "Arland expelled two envoys of Belmark", May),
            new Story("two", May.AddDays(1), "Two envoys of Belmark were sent home by Arland.").Event(EventCode.Sanction, "Arland", "Belmark", "Two envoys of Belmark were sent home by Arland"),
            new Story("three", July, "Arland expelled an envoy of Belmark on Monday.").Event(EventCode.Sanction, "Arland", "Belmark", "Arland expelled an envoy of Belmark", July),
            new Story("four", May, "Belmark expelled two envoys of Arland on Monday.").Event(EventCode.Sanction, "Belmark", "Arland", "Belmark expelled two envoys of Arland", May));

        threads.Events.Select(e => e.Reports.Count).Order().Should().Equal(1, 1, 2);
        threads.Events.Single(e => e.Reports.Count == 2).Day.Should().Be(May);
    }

    [Theory]
    [InlineData("organisations", "organization")]
    [InlineData("the countries' defence budgets", "budget country defence")]
    [InlineData("It is not the ministry’s policy", "ministry policy")]
    [InlineData("Glasses, buses and analysis", "analysi glasse buse")]
    public void Words_are_compared_in_the_singular_and_in_one_spelling(string words, string expected) =>
        ContentWords.Of(words).Should().BeEquivalentTo(expected.Split(' '));

    private static Story Told(string name, DateOnly day, string words, ClaimKind kind = ClaimKind.Event) => new Story(name, day, $"Jana Holt said {words}.").Says("Jana Holt", words).Claims(words, kind: kind);

    private static Story Says(string name, DateOnly day, string speaker, string words, string figure, decimal value, double worth = 0.5, Comparison comparison = Comparison.Equal) =>
        Says(name, day, speaker, words, figure, value, ("2029", "2029"), worth, comparison);

    private static Story Says(string name, DateOnly day, string speaker, string words, string figure, decimal value, (string Words, string Value)? year, double worth = 0.5, Comparison comparison = Comparison.Equal) =>
        new Story(name, day, $"{speaker} spoke in Arl. {words}.").Says(speaker, words).Claims(words, figure, value, "tonne", year?.Words, year?.Value, worth, comparison);
}
