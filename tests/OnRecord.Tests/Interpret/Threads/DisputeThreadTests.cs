using OnRecord.Interpret;
using OnRecord.Interpret.Threads;

namespace OnRecord.Tests.Interpret.Threads;

public sealed class DisputeThreadTests
{
    private static readonly DateOnly January = new(2031, 1, 22);
    private static readonly DateOnly November = new(2031, 11, 28);

    [Fact]
    public void Charge_denial_and_counter_charge_about_one_accord_are_one_dispute_over_months()
    {
        var dispute = Story.Join(Later(), First()).Disputes.Should().ContainSingle().Subject;

        dispute.Steps.Select(s => s.Move).Should().Equal(DisputeMove.Accusation, DisputeMove.Denial, DisputeMove.CounterAccusation);
        dispute.Steps.Select(s => s.Citation.Day).Should().Equal(January, January, November);
        (dispute.Accuser!.Name, dispute.Accused!.Name, dispute.Subject!.Name).Should().Be(("Belmark", "Arland", "Sound Treaty"));
        dispute.Steps[1].Answers.Should().Be(dispute.Steps[0].Citation.Key);
    }

    [Fact]
    public void Another_accord_is_another_dispute() =>
        Story.Join(First(), new Story("two", November, "Belmark said Arland was in breach of the Fisheries Pact.").Alleges(Stance.Accuse, "Belmark", "Arland", "Arland was in breach of the Fisheries Pact", "Fisheries Pact")).Disputes.Should().HaveCount(2);

    [Fact]
    public void One_accuser_with_two_accused_has_two_disputes() =>
        Story.Join(First(), new Story("two", November, "Belmark said Corva was in breach of the Sound Treaty.").Alleges(Stance.Accuse, "Belmark", "Corva", "Corva was in breach of the Sound Treaty", "Sound Treaty")).Disputes.Should().HaveCount(2);

    [Fact]
    public void A_third_state_that_makes_the_charge_too_takes_a_side()
    {
        var dispute = Story.Join(First(), new Story("two", November, "Corva said Arland had broken the Sound Treaty.").Alleges(Stance.Accuse, "Corva", "Arland", "Arland had broken the Sound Treaty", "Sound Treaty")).Disputes.Should().ContainSingle().Subject;

        dispute.Steps[^1].Move.Should().Be(DisputeMove.SidesWithAccuser);
        dispute.Accuser!.Name.Should().Be("Belmark");
    }

    [Fact]
    public void A_third_state_that_denies_the_charge_takes_the_other_side()
    {
        var story = new Story("one", January, "Belmark accused Arland of blocking the strait. Corva denied it.")
            .Alleges(Stance.Accuse, "Belmark", "Arland", "Belmark accused Arland of blocking the strait").Alleges(Stance.Deny, "Corva", null, "Corva denied it", repliesTo: "g1");

        Story.Join(story).Disputes.Single().Steps[1].Move.Should().Be(DisputeMove.SidesWithAccused);
    }

    [Fact]
    public void Without_an_accord_the_same_parties_and_nearly_the_same_words_make_one_dispute()
    {
        var disputes = Story.Join(
            new Story("one", January, "Belmark accused Arland of blocking grain ships in the northern strait.").Alleges(Stance.Accuse, "Belmark", "Arland", "Belmark accused Arland of blocking grain ships in the northern strait"),
            new Story("two", November, "Belmark accuses Arland of blocking grain ships in the strait again.").Alleges(Stance.Accuse, "Belmark", "Arland", "Belmark accuses Arland of blocking grain ships in the strait again"),
            new Story("three", November, "Belmark accused Arland of jailing two reporters.").Alleges(Stance.Accuse, "Belmark", "Arland", "Belmark accused Arland of jailing two reporters")).Disputes;

        disputes.Select(d => d.Steps.Count).Should().Equal(2, 1);
    }

    [Fact]
    public void A_denial_of_what_another_article_told_joins_it()
    {
        var denial = new Story("two", November, "Arland has denied that it broke the Sound Treaty.").Alleges(Stance.Deny, "Arland", null, "Arland has denied that it broke the Sound Treaty", "Sound Treaty", unjoined: AllegationJoiner.NothingToAnswer);

        var threads = Story.Join(First(), denial);

        threads.Disputes.Should().ContainSingle().Which.Steps[^1].Move.Should().Be(DisputeMove.Denial);
        threads.LooseAnswers.Should().BeEmpty();
    }

    [Fact]
    public void A_denial_with_nothing_to_deny_stays_alone_and_says_so()
    {
        var threads = Story.Join(First(), new Story("two", November, "Corva denied the report.").Alleges(Stance.Deny, "Corva", null, "Corva denied the report", unjoined: AllegationJoiner.NothingToAnswer));

        threads.Disputes.Should().ContainSingle().Which.Steps.Should().HaveCount(2);
        threads.LooseAnswers.Should().ContainSingle().Which.Unjoined.Should().Be(DisputeJoiner.NothingOnRecord);
    }

    [Fact]
    public void A_denial_that_could_answer_two_disputes_answers_none()
    {
        var threads = Story.Join(
            new Story("one", January, "Belmark accused Arland of blocking grain ships.").Alleges(Stance.Accuse, "Belmark", "Arland", "Belmark accused Arland of blocking grain ships"),
            new Story("two", January, "Corva accused Arland of seizing grain ships.").Alleges(Stance.Accuse, "Corva", "Arland", "Corva accused Arland of seizing grain ships"),
            new Story("three", November, "Arland denied that it had touched grain ships.").Alleges(Stance.Deny, "Arland", null, "Arland denied that it had touched grain ships"));

        threads.LooseAnswers.Should().ContainSingle().Which.Unjoined.Should().Be(DisputeJoiner.SeveralOnRecord);
    }

    [Fact]
    public void A_denial_before_the_charge_does_not_answer_it() =>
        Story.Join(
            new Story("one", January, "Arland denied that it had broken the Sound Treaty.").Alleges(Stance.Deny, "Arland", null, "Arland denied that it had broken the Sound Treaty", "Sound Treaty"),
            new Story("two", November, "Belmark said Arland had broken the Sound Treaty.").Alleges(Stance.Accuse, "Belmark", "Arland", "Arland had broken the Sound Treaty", "Sound Treaty"))
            .LooseAnswers.Should().ContainSingle();

    [Fact]
    public void An_official_stands_for_the_body_that_his_source_names()
    {
        var story = new Story("two", November, "Arland's president, Ivo Marn, said Belmark had broken the Sound Treaty first.")
            .Says("Ivo Marn", "Belmark had broken the Sound Treaty first").Alleges(Stance.Accuse, "Ivo Marn", "Belmark", "Belmark had broken the Sound Treaty first", "Sound Treaty", type: EntityType.Person);
        var reading = story.Reading;
        var arland = new Entity { Id = "e9", Name = "Arland", Type = EntityType.Place, Mentions = [new Mention(OnRecord.Tests.Ledger.SampleReadings.Of(reading.Article!.Text, "Arland"), MentionForm.Name)] };
        reading = reading with { Entities = [.. reading.Entities, arland], Attributions = [reading.Attributions[0] with { Source = [new(0, "Arland's president, Ivo Marn".Length)] }] };
        var joiner = new ThreadJoiner(e => new Party(e.Name, e.Name));
        joiner.Add(First().Reading);
        joiner.Add(reading);

        var dispute = joiner.Join().Disputes.Should().ContainSingle().Subject;

        dispute.Steps[^1].Move.Should().Be(DisputeMove.CounterAccusation);
        dispute.Steps[^1].OnBehalfOf!.Name.Should().Be("Arland");
    }

    [Fact]
    public void A_denial_and_a_later_admission_are_shown_side_by_side()
    {
        var admission = new Story("two", November, "Arland admitted that it had breached the Sound Treaty.").Alleges(Stance.Concede, "Arland", null, "Arland admitted that it had breached the Sound Treaty", "Sound Treaty");

        var finding = Story.Join(First(), admission).Contradictions.Should().ContainSingle().Subject;

        (finding.Kind, finding.Speaker.Name, finding.Earlier.Day, finding.Later.Day).Should().Be((ContradictionKind.Answer, "Arland", January, November));
    }

    [Fact]
    public void Who_makes_its_charge_again_makes_no_counter_charge()
    {
        var again = new Story("again", November.AddDays(3), "Belmark again said Arland had breached the Sound Treaty.").Alleges(Stance.Accuse, "Belmark", "Arland", "Arland had breached the Sound Treaty", "Sound Treaty");

        Story.Join(First(), Later(), again).Disputes.Should().ContainSingle().Which.Steps.Select(s => s.Move)
            .Should().Equal(DisputeMove.Accusation, DisputeMove.Denial, DisputeMove.CounterAccusation, DisputeMove.Accusation);
    }

    [Fact]
    public void A_headline_and_the_sentence_under_it_are_one_step()
    {
        var story = new Story("one", January, "Belmark: Arland broke treaty. Belmark said on Monday that Arland had broken the Sound Treaty.")
            .Alleges(Stance.Accuse, "Belmark", "Arland", "Arland broke treaty", "Sound Treaty").Alleges(Stance.Accuse, "Belmark", "Arland", "Arland had broken the Sound Treaty", "Sound Treaty");

        var step = Story.Join(story).Disputes.Should().ContainSingle().Which.Steps.Should().ContainSingle().Subject;

        step.Citation.Words.Should().Be("Arland had broken the Sound Treaty");
        step.Again.Should().ContainSingle().Which.Words.Should().Be("Arland broke treaty");
    }

    [Fact]
    public void A_headline_that_names_no_accord_is_of_the_one_dispute_that_its_article_tells()
    {
        var story = Headed("Belmark: Arland broke the sea treaty", "Belmark said Arland had breached the Sound Treaty.").Alleges(Stance.Accuse, "Belmark", "Arland", "Arland broke the sea treaty")
            .Alleges(Stance.Accuse, "Belmark", "Arland", "Arland had breached the Sound Treaty", "Sound Treaty");

        var dispute = Story.Join(story).Disputes.Should().ContainSingle().Subject;

        dispute.Subject!.Name.Should().Be("Sound Treaty");
        dispute.Steps.Should().ContainSingle().Which.Again.Should().ContainSingle();
    }

    [Fact]
    public void A_headline_over_two_disputes_of_the_same_two_is_left_by_itself()
    {
        var story = Headed("Belmark: Arland broke its word", "Belmark said Arland had breached the Sound Treaty, and had broken the Coal Accord.").Alleges(Stance.Accuse, "Belmark", "Arland", "Arland broke its word")
            .Alleges(Stance.Accuse, "Belmark", "Arland", "Arland had breached the Sound Treaty", "Sound Treaty").Alleges(Stance.Accuse, "Belmark", "Arland", "had broken the Coal Accord", "Coal Accord");

        Story.Join(story).Disputes.Should().HaveCount(3);
    }

    private static Story Headed(string headline, string below) => new("headed", January, headline + "\n\n" + below);

    private static Story First() => new Story("one", January, "Belmark said Arland had breached the Sound Treaty. Arland denied it.")
        .Alleges(Stance.Accuse, "Belmark", "Arland", "Arland had breached the Sound Treaty", "Sound Treaty").Alleges(Stance.Deny, "Arland", "Belmark", "Arland denied it", "Sound Treaty", repliesTo: "g1");

    private static Story Later() => new Story("later", November, "Arland said Belmark had broken the Sound Treaty first.")
        .Alleges(Stance.Accuse, "Arland", "Belmark", "Belmark had broken the Sound Treaty first", "Sound Treaty");
}
