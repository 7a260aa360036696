using System.Text;
using OnRecord.Models.English;
using OnRecord.Pipelines;

namespace OnRecord.Tests.Interpret;

/// <summary>What the rules of interpretation make of sentences written for them, through the whole pipeline.</summary>
public sealed class InterpretRulesTests
{
    private static readonly Pipeline Standard = StandardPipeline.Create(EnglishModels.Set);

    [Theory]
    [InlineData("The European Union called on Russia to comply with the Minsk agreement.", Act.Demand)]
    [InlineData("France urged Iran to abide by the nuclear accord.", Act.Demand)]
    [InlineData("\"I call on Turkey to honour its obligations,\" Anna Holt said.", Act.Demand)]
    [InlineData("\"I continue to call on Serbia to return to compliance with the treaty,\" Anna Holt said.", Act.Demand)]
    [InlineData("\"We repeat our call on Norway to return to compliance with the treaty,\" Anna Holt said.", Act.Demand)]
    [InlineData("Germany called on Serbia to join the talks.", Act.Appeal)]
    [InlineData("Anna Holt asked the council to fund the school.", Act.Appeal)]
    public void To_want_of_somebody_what_it_is_bound_to_is_a_demand_and_to_want_more_an_appeal(string text, Act act) =>
        Read(text).Attributions.Should().ContainSingle().Which.Act.Should().Be(act);

    [Theory]
    [InlineData("\"We will not copy what Belgium does,\" Karin Holt said.")]
    [InlineData("\"We are not going to deploy missiles,\" said Karin Holt.")]
    [InlineData("Poland refuses to accept the plan.")]
    [InlineData("Poland ruled out sending troops.")]
    public void What_somebody_will_not_do_is_refused(string text) => Read(text).Attributions.Should().ContainSingle().Which.Act.Should().Be(Act.Reject);

    [Fact]
    public void What_a_treaty_will_not_do_is_not_refused_by_who_says_so() =>
        Read("\"But we must not be careless and treaty that is only kept by one side will not keep us warm,\" Karin Holt said.").Attributions.Should().ContainSingle().Which.Act.Should().NotBe(Act.Reject);

    [Fact]
    public void A_charge_is_an_event_of_the_two_however_it_is_worded()
    {
        var reading = Read("NATO's assessment is that Russia is in violation of the Open Skies Treaty, Norwegian Foreign Minister Ine Soreide said.");

        var charge = reading.Events.Should().ContainSingle(e => e.Code == EventCode.Accuse).Subject;
        (Name(reading, charge.Actor), Name(reading, charge.Recipient)).Should().Be(("NATO", "Russia"));
    }

    [Theory]
    [InlineData("Norway continues to accuse Russia of breaking the treaty.")]
    [InlineData("\"I accuse Russia of breaking the treaty,\" Erna Solberg said.")]
    public void What_goes_on_and_what_is_done_by_saying_it_is_an_event(string text) =>
        Read(text).Events.Should().ContainSingle().Which.Code.Should().Be(EventCode.Accuse);

    [Fact]
    public void Headings_and_objects_claim_nothing()
    {
        var reading = Read("Talks in Geneva on Tariffs\n\nOn the Future of the Steel Treaty\n\nNorway exported 40 million tonnes of steel last year. Anna Holt seeks talks on the price of steel.");

        reading.Claims.Select(c => c.Span.Slice(reading.Analysis!.Text).ToString()).Should().NotContain(c => c.Contains("Future") || c.StartsWith("talks")).And.Contain(c => c.Contains("40 million"));
    }

    [Theory]
    [InlineData("Iran complained that US air patrols over the Gulf had violated the ceasefire.", "Iran", "US")]
    [InlineData("Russia has complained that US naval exercises in the Baltic had been equipped with banned missiles.", "Russia", "US")]
    [InlineData("Turkey alleged that Israel's drones over Cyprus had entered its waters.", "Turkey", "Israel")]
    [InlineData("Jens Stoltenberg, the secretary general of NATO, said that NATO's view is that Russia is in breach of the INF Treaty.", "NATO", "Russia")]
    [InlineData("NATO's assessment is that Russia is in violation of the Open Skies Treaty, Norwegian Foreign Minister Ine Soreide said.", "NATO", "Russia")]
    [InlineData("GENEVA, May 3 (Lake Wire) - Iran accused Israel on Friday of violating the truce.", "Iran", "Israel")]
    [InlineData("VIENNA - Greece accused Turkey of breaking the ceasefire.", "Greece", "Turkey")]
    [InlineData("On Tuesday Anna Holt criticized Linz, Austria, police officer Eva Moser for shooting two swans.", "Anna Holt", "Eva Moser")]
    public void A_charge_is_made_by_who_holds_it_against_whose_deed_it_is(string text, string by, string against)
    {
        var reading = Read(text);

        var charge = reading.Allegations.Should().ContainSingle().Subject;
        charge.Stance.Should().Be(Stance.Accuse);
        (Name(reading, charge.By), Name(reading, charge.Against)).Should().Be((by, against));
    }

    [Theory]
    [InlineData("Member countries lately committed to hold reserves of at least three percent of their output by 2034.", 3)]
    [InlineData("Member states recently committed to reach or keep aid of at least one percent of their income by 2030.", 1)]
    [InlineData("Allies yesterday pledged to spend at least four percent of GDP on research by 2035.", 4)]
    public void A_sentence_whose_only_verb_looks_like_a_participle_binds_all_the_same(string text, int target)
    {
        var pledge = Read(text).Pledges.Should().ContainSingle().Subject;

        (pledge.Target, pledge.BindsMembers).Should().Be((target, true));
        pledge.Deadline.Should().NotBeNull();
    }

    [Theory]
    [InlineData("Two farmers committed suicide in June 2015, the coroner said.")]
    [InlineData("Doctors gave him pills intended to calm him.")]
    [InlineData("The institute says it would lower revenue by $3 billion.")]
    [InlineData("Analysts agree the richest 5 percent would gain most.")]
    [InlineData("The storm promises to make life harder for 300 villages.")]
    [InlineData("Greece would have received $4 billion, Anna Holt said.")]
    [InlineData("Forty firms would owe $9 million if they were taxed, Anna Holt said.")]
    [InlineData("They planned to leave at dawn.")]
    [InlineData("The talks will probably take two weeks, Anna Holt said.")]
    [InlineData("\"He will sell the harbour to 3 banks by 2032,\" Anna Holt said of the mayor.")]
    [InlineData("The mayor said of Anna Holt, \"If she wins, she will sell 40 farms by 2032.\"")]
    [InlineData("NATO Secretary General Jens Stoltenberg said on Monday that Germany would send 40 tanks to Latvia.")]
    [InlineData("Anna Holt said the news would help him raise cash and friends abroad will send 40 cheques.")]
    [InlineData("Next weekend promises to bring 40 millimetres of rain by 2032.")]
    public void What_binds_nobody_is_no_pledge(string text) => Read(text).Pledges.Should().BeEmpty();

    [Theory]
    [InlineData("German Chancellor Olaf Scholz said on Monday that Germany would send 40 tanks to Latvia.", "Germany")]
    [InlineData("Germany will send 40 tanks to Latvia, Chancellor Olaf Scholz said on Monday.", "Germany")]
    public void An_official_binds_the_country_of_the_office(string text, string country)
    {
        var reading = Read(text);

        reading.Pledges.Should().ContainSingle().Which.Pledgers.Select(id => Name(reading, id)).Should().Contain(country);
    }

    [Theory]
    [InlineData(0.49, 0)]
    [InlineData(0.5, 1)]
    public void Words_that_are_likelier_not_somebodys_neither_charge_nor_bind_in_his_name(double confidence, int found)
    {
        var reading = Read("Jens Stoltenberg said that Russia is in breach of the INF Treaty.\n\nAnna Holt said she would build 40 schools by 2035.");
        reading = reading with { Attributions = [.. reading.Attributions.Select(a => a with { Confidence = confidence })] };

        reading = Standard.Stages[^1].Run(reading);

        (reading.Allegations.Count, reading.Pledges.Count).Should().Be((found, found));
    }

    [Theory]
    [InlineData("Anna Holt, the mayor of Tromsø, welcomed the Stoltenberg administration's plans to build 40 ports by 2032.")]
    [InlineData("The European Union welcomed the Kenyan government's plans to build 40 ports by 2032.")]
    public void Who_welcomes_a_plan_of_others_is_not_bound_by_it(string text)
    {
        var reading = Read(text);

        reading.Pledges.SelectMany(p => p.Pledgers).Select(id => Name(reading, id)).Should().NotContain(["Anna Holt", "European Union"]);
    }

    [Fact]
    public void A_place_that_tells_where_somebody_is_from_pledges_nothing() =>
        Read("The London builder promised to repair 40 houses by 2032.").Pledges.Should().ContainSingle().Which.Pledgers.Should().BeEmpty();

    [Fact]
    public void A_figure_behind_a_dash_is_no_target_and_a_first_day_no_deadline()
    {
        var reading = Read("Norway pledged to help the islanders \u2014 40,000 people \u2014 beginning in January 2032.");

        var pledge = reading.Pledges.Should().ContainSingle().Subject;
        (pledge.Target, pledge.Deadline).Should().Be((null, null));
    }

    [Theory]
    [InlineData("Anna Holt accused the council of a breach of its own rules.", "the council")]
    [InlineData("Carl Brandt accused the minister of pouring oil on the fire.", "the minister")]
    [InlineData("The party accused the government of Norway of fraud.", "the government of Norway")]
    [InlineData("Anna Holt accused the head of the bank of lying to savers.", "the head of the bank")]
    public void What_somebody_is_accused_of_is_not_part_of_who_is_accused(string text, string accused)
    {
        var charge = Read(text).Allegations.Should().ContainSingle().Subject;

        charge.AgainstWords!.Value.Slice(text).ToString().Should().BeEquivalentTo(accused);
    }

    [Theory]
    [InlineData("Anna Holt wants to break up the big banks.")]
    [InlineData("Carl Brandt plans to break with the union by March, Anna Holt said.")]
    [InlineData("He has forged a reputation as a hard worker, Anna Holt said.")]
    [InlineData("Anna Holt refused to accuse Carl Brandt of lying.")]
    [InlineData("If Carl Brandt broke the law, the court will say so, Anna Holt said.")]
    [InlineData("Neither Carl Brandt nor his wife was charged with fraud.")]
    [InlineData("The new tax is hurting shops and threatens jobs, Anna Holt said.")]
    [InlineData("Anna Holt criticised the Clean Air Act as a costly muddle.")]
    public void What_charges_nobody_is_no_allegation(string text) => Read(text).Allegations.Should().BeEmpty();

    [Theory]
    [InlineData("Sweden wants Norway to join the pact.")]
    [InlineData("If Sweden attacks Norway, the pact ends.")]
    [InlineData("Sweden threatened to attack nobody.")]
    public void What_was_not_done_to_another_is_no_event(string text) => Read(text).Events.Should().BeEmpty();

    [Fact]
    public void The_one_whose_deed_is_condemned_is_the_recipient_and_the_place_of_it_is_not()
    {
        var reading = Read("Sweden condemned Russia's attack on Ukraine.");

        var condemned = reading.Events.Should().ContainSingle().Subject;
        Name(reading, condemned.Recipient).Should().Be("Russia");
    }

    [Theory]
    [InlineData("Norway has dropped its promise to cut emissions by 55 percent by 2030.", "Norway", PledgeMove.Withdrawn, 55)]
    [InlineData("Sweden will no longer raise defence spending to 3 percent by 2032, Sweden said.", "Sweden", PledgeMove.Withdrawn, 3)]
    [InlineData("Poland has reneged on its commitment to close 12 coal mines by 2035.", "Poland", PledgeMove.Withdrawn, 12)]
    [InlineData("Finland shelved the pledge to open 40 clinics.", "Finland", PledgeMove.Withdrawn, 40)]
    [InlineData("The pledge to open a clinic in every town was shelved by Finland.", "Finland", PledgeMove.Withdrawn, null)]
    [InlineData("Spain has put off its plan to build 90,000 homes until 2034.", "Spain", PledgeMove.Delayed, 90_000)]
    public void What_takes_a_pledge_back_or_puts_it_off_is_read_with_the_frame_of_the_pledge(string text, string pledger, PledgeMove move, int? target)
    {
        var reading = Read(text);

        reading.Pledges.Should().BeEmpty("what is taken back binds nobody");
        var change = reading.PledgeChanges.Should().ContainSingle().Subject;
        (change.Id, change.Move, change.Target).Should().Be(("q1", move, (decimal?)target));
        Name(reading, change.Pledgers[0]).Should().Be(pledger);
    }

    [Theory]
    [InlineData("Italy urged Greece to drop its plan to tax ships.")]
    [InlineData("Austria did not abandon its pledge to cut taxes.")]
    [InlineData("Austria may scrap its plan to build a dam.")]
    [InlineData("Austria dropped the case.")]
    public void What_is_wanted_denied_or_no_pledge_is_not_taken_back(string text) => Read(text).PledgeChanges.Should().BeEmpty();

    [Theory]
    [InlineData("Spain promised to plant 40,000 trees.", null, PledgeGap.NoDeadline)]
    [InlineData("Spain promised to plant 40,000 trees in 2033 or 2034.", null, PledgeGap.SeveralDeadlines)]
    [InlineData("Spain promised to plant 40,000 trees by 2029.", "2029-12-31", PledgeGap.PastDeadline)]
    public void A_deadline_that_is_missing_double_or_past_says_so(string text, string? deadline, string gap)
    {
        var pledge = Read(text).Pledges.Should().ContainSingle().Subject;

        pledge.Deadline?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture).Should().Be(deadline);
        pledge.Gaps.Should().Contain(gap);
    }

    private static string? Name(Reading reading, string? entity) => reading.Entities.SingleOrDefault(e => e.Id == entity)?.Mentions is { } mentions
        ? mentions.Where(m => m.Form == MentionForm.Name).Select(m => m.Span.Slice(reading.Article!.Text)).OrderBy(n => n.Length).First()
        : null;

    private static Reading Read(string text) => Standard.Read(
        new RawDocument { Path = "x.txt", Bytes = Encoding.UTF8.GetBytes(text + "\n"), Sha256 = new string('0', 64), Form = DocumentForm.PlainText, Published = new DateOnly(2031, 3, 4) },
        TestContext.Current.CancellationToken);
}
