using System.Text;
using OnRecord.Models.English;
using OnRecord.Pipelines;

namespace OnRecord.Tests.Link;

public sealed class LinkStageTests
{
    private static readonly Lazy<Pipeline> Standard = new(() => StandardPipeline.Create(EnglishModels.Set));

    [Theory]
    [InlineData("2019-04-03", "Donald Trump")]
    [InlineData("2015-04-03", "Barack Obama")]
    public void The_bearer_of_an_office_depends_on_the_day_of_the_document(string published, string name)
    {
        var reading = Read("Talks in Geneva\n\nThe US president said on Monday that the talks would go on.", published);

        Speaker(reading).Should().Be(name);
        reading.Attributions[0].Role.Should().Be("President of the United States");
    }

    [Fact]
    public void An_office_without_a_day_names_nobody() =>
        Read("Talks in Geneva\n\nThe US president said on Monday that the talks would go on.", null).Attributions.Should().OnlyContain(a => a.Speaker == null && a.Role == null);

    [Fact]
    public void A_former_president_is_not_the_president()
    {
        var reading = Read("Talks in Geneva\n\nThe former US president said on Monday that the talks would go on.", "2019-04-03");

        reading.Attributions.Should().OnlyContain(a => a.Speaker == null);
    }

    [Fact]
    public void An_acronym_and_its_full_name_are_one()
    {
        var reading = Read("Allies meet\n\nThe North Atlantic Treaty Organization said on Monday that it would hold talks. NATO said that the talks were open to all.", "2019-04-03");

        reading.Entities.Should().ContainSingle(e => e.Knowledge == "org:nato").Which.Mentions.Should().HaveCountGreaterThanOrEqualTo(2);
    }

    [Fact]
    public void A_body_is_listed_without_its_article() =>
        Read("Allies meet\n\nThe North Atlantic Treaty Organization said on Monday that it would hold talks.", "2019-04-03").Entities.Should().ContainSingle(e => e.Knowledge == "org:nato").Which.Name.Should().Be("North Atlantic Treaty Organization");

    [Fact]
    public void The_verb_of_a_headline_is_no_part_of_a_name()
    {
        var reading = Read("EU Does Not Want to Isolate Russia, Seeks Talks - Tusk\n\nThe talks will begin in May, Donald Tusk said.", "2019-04-03");

        reading.Entities.Should().Contain(e => e.Knowledge == "state:RUS").And.NotContain(e => e.Name.Contains("Isolate"));
    }

    [Fact]
    public void The_day_stands_behind_the_words_of_the_venue_and_holds_for_what_else_was_said_there()
    {
        var reading = Read("Talks\n\nThe alliance has no wish to isolate Russia, NATO Secretary General Jens Stoltenberg said during his long address before a joint session of the two chambers of the US Congress on Wednesday.\n\n\"We need to talk,\" Stoltenberg said.", "2019-04-04");

        reading.Attributions.Where(a => a.Inside is null).Should().OnlyContain(a => a.When == new DateOnly(2019, 4, 3));
    }

    [Fact]
    public void Members_taken_together_are_those_of_the_day()
    {
        var reading = Read("Allies meet\n\nNATO member states said on Monday that they would spend more. European allies and Canada have agreed to the plan.", "2019-04-03");

        reading.Entities.Should().Contain(e => e.Type == EntityType.Group && e.Name == "NATO member states" && e.Members.Count == 29);
        reading.Entities.Should().Contain(e => e.Name == "European allies and Canada" && e.Members.Count == 28 && e.Members.Contains("state:CAN") && !e.Members.Contains("state:USA"));
    }

    [Fact]
    public void A_seat_of_government_that_speaks_is_its_state_and_a_place_that_does_not_is_a_place()
    {
        var reading = Read("Talks\n\nMoscow denied on Monday that its troops had crossed the border. Snow fell in Oslo.", "2019-04-03");

        Speaker(reading).Should().NotBeNull();
        Of(reading, reading.Attributions[0].Speaker).Knowledge.Should().Be("state:RUS");
        reading.Entities.Should().NotContain(e => e.Knowledge == "state:NOR");
    }

    [Fact]
    public void Congress_is_whose_the_article_says()
    {
        var american = Read("Budget\n\nCongress said on Monday that the budget was late. The US Treasury agreed.", "2019-04-03");
        var nobodys = Read("Budget\n\nCongress said on Monday that the budget was late.", "2019-04-03");

        american.Entities.Should().Contain(e => e.Name == "Congress" && e.Knowledge == "inst:USA/congress");
        nobodys.Entities.Should().Contain(e => e.Name == "Congress" && e.Knowledge == null);
    }

    [Fact]
    public void A_namesake_of_a_leader_is_linked_only_where_the_state_is_spoken_of()
    {
        var baker = Read("Bakery opens\n\nJohn Howard, a baker, said on Monday that the ovens were new.", "2004-04-03");
        var leader = Read("Australia votes\n\nJohn Howard said on Monday that Australia would vote in October.", "2004-04-03");

        Of(baker, baker.Attributions[0].Speaker).Knowledge.Should().BeNull();
        Of(leader, leader.Attributions[0].Speaker).Knowledge.Should().Be("person:john-howard");
        leader.Attributions[0].Role.Should().Be("Prime Minister of Australia");
    }

    [Fact]
    public void A_person_with_the_name_of_a_place_is_no_place()
    {
        var reading = Read("Court\n\nMr Jordan Georgia, a clerk, said on Monday that the files were lost.", "2019-04-03");

        reading.Entities.Should().NotContain(e => e.Knowledge != null);
    }

    [Fact]
    public void Addressee_venue_and_day_are_those_of_the_cue()
    {
        var reading = Read("Speech\n\nForeign Minister Sergey Lavrov told the State Duma on Tuesday that Russia wanted talks. \"We want talks,\" Lavrov said in an interview.", "2019-04-03");
        var told = reading.Attributions[0];

        told.Role.Should().Be("Foreign Minister of Russia");
        Of(reading, told.Addressee).Knowledge.Should().Be("inst:RUS/duma");
        told.When.Should().Be(new DateOnly(2019, 4, 2));
        reading.Attributions[^1].Venue.Should().Be("in an interview");
    }

    [Fact]
    public void A_medium_is_a_venue_and_no_addressee()
    {
        var reading = Read("Interview\n\nAngela Merkel told Reuters on Tuesday that the talks had failed.", "2019-04-03");

        reading.Attributions[0].Venue.Should().Be("Reuters");
        reading.Attributions[0].Addressee.Should().BeNull();
    }

    [Fact]
    public void A_source_without_a_name_keeps_its_description_and_its_body()
    {
        var reading = Read("Talks\n\nA spokeswoman for NATO said on Tuesday that the talks had failed.", "2019-04-03");

        reading.Attributions[0].Unresolved.Should().Be(Refusal.UnnamedSource);
        reading.Attributions[0].SourceDescription.Should().Be("A spokeswoman for NATO");
        Of(reading, reading.Attributions[0].OnBehalfOf).Knowledge.Should().Be("org:nato");
    }

    [Theory]
    [InlineData("2016-09-15", "Donald Trump")]
    [InlineData("2016-11-20", null)]
    [InlineData("2012-10-01", null)]
    public void The_nominee_of_a_party_is_the_one_named_in_the_article_on_a_day_of_the_campaign(string published, string? name)
    {
        var reading = Read("Campaign\n\nDonald Trump went to Ohio on Monday. The Republican nominee said that the roads were bad.", published);

        Speaker(reading).Should().Be(name);
        reading.Attributions[0].Role.Should().BeNull("who stands for an office holds none by it");
    }

    [Fact]
    public void A_nominee_whom_the_article_does_not_name_may_be_another() =>
        Read("Senate race\n\nAnna Dahl and Jonas Berg met in Ohio. The Republican nominee said that the roads were bad.", "2016-09-15").Attributions.Should().OnlyContain(a => a.Speaker == null);

    [Fact]
    public void The_president_is_the_one_with_no_other_title_where_two_are_presidents()
    {
        var reading = Read("Talks\n\nRussian President Vladimir Putin wrote to President Barack Obama on Monday. The president said that he would answer.", "2016-09-15");

        Speaker(reading).Should().Be("Barack Obama");
    }

    [Fact]
    public void An_article_that_names_no_one_has_no_entity() =>
        Read("Rain\n\nit rained all day and the river rose.", "2019-04-03").Entities.Should().BeEmpty();

    private static string? Speaker(Reading reading) => reading.Attributions[0].Speaker is { } id ? Of(reading, id).Name : null;

    private static Entity Of(Reading reading, string? id) => reading.Entities.Single(e => e.Id == id);

    private static Reading Read(string text, string? published) => Standard.Value.Read(new RawDocument
    {
        Path = "a.txt",
        Bytes = Encoding.UTF8.GetBytes(text),
        Sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(text))),
        Form = DocumentForm.PlainText,
        Published = published is null ? null : DateOnly.ParseExact(published, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
    });
}
