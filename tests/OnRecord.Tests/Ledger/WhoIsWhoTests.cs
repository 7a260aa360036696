using OnRecord.Knowledge;
using OnRecord.Language;
using OnRecord.Ledger;

namespace OnRecord.Tests.Ledger;

public sealed class WhoIsWhoTests : IDisposable
{
    private readonly LedgerFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_merge_joins_two_speakers_and_a_split_parts_them_again()
    {
        Record(Saying("a.txt", "J. Smith", "The bridge will be open to all by the end of May."), Saying("b.txt", "Jane Smith", "Nothing of the kind was ever planned by this office."));
        using var ledger = folder.Write();

        ledger.Change(new EntityChange(EntityChangeKind.Merge, "J. Smith", "Jane Smith"));
        ledger.Speakers().Should().ContainSingle().Which.Should().BeEquivalentTo(new { Key = "Jane Smith", Statements = 2, Documents = 2 });

        ledger.Change(new EntityChange(EntityChangeKind.Rename, "Jane Smith", "Dame Jane Smith"));
        ledger.Speakers().Should().ContainSingle().Which.Name.Should().Be("Dame Jane Smith");

        ledger.Change(new EntityChange(EntityChangeKind.Split, "J. Smith", null));
        ledger.Speakers().Select(s => s.Name).Should().BeEquivalentTo("Dame Jane Smith", "J. Smith");
        ledger.Verify(TestContext.Current.CancellationToken).FirstBreak.Should().BeNull();
    }

    [Fact]
    public void A_circle_of_merges_is_refused()
    {
        using var ledger = folder.Write();
        ledger.Change(new EntityChange(EntityChangeKind.Merge, "a", "b"));
        ledger.Change(new EntityChange(EntityChangeKind.Merge, "b", "c"));

        var circle = () => ledger.Change(new EntityChange(EntityChangeKind.Merge, "c", "a"));

        circle.Should().Throw<OnRecordException>().Which.Code.Should().Be(DiagnosticCodes.EntityChangeRefused);
        ledger.Verify(TestContext.Current.CancellationToken).FirstBreak.Should().BeNull();
    }

    [Fact]
    public void What_was_never_merged_cannot_be_split()
    {
        using var ledger = folder.Write();
        var split = () => ledger.Change(new EntityChange(EntityChangeKind.Split, "a", null));

        split.Should().Throw<OnRecordException>().Which.Code.Should().Be(DiagnosticCodes.EntityChangeRefused);
    }

    [Fact]
    public void A_statement_is_found_again_where_its_words_are_nearly_the_same()
    {
        Record(
            Saying("late.txt", "Jane Smith", "The new bridge will be open to all by the end of May.", new DateOnly(2024, 3, 6)),
            Saying("early.txt", "Jane Smith", "The bridge will be open to all by the end of May", new DateOnly(2024, 3, 4)),
            Saying("other.txt", "Jane Smith", "We have no plans at all for another ferry this year.", new DateOnly(2024, 3, 5)),
            Saying("echo.txt", "David Jones", "The bridge will be open to all by the end of May.", new DateOnly(2024, 3, 5)));
        using var ledger = folder.Read();

        var found = ledger.Occurrences("late.txt", "a1");

        found.Select(o => o.Statement.Path).Should().Equal("early.txt", "late.txt");
        found[0].Missing.Should().Equal("new");
        found[0].Added.Should().BeEmpty();
        found[1].Likeness.Should().Be(1);
        ledger.Occurrences("late.txt", "a9").Should().BeEmpty();
    }

    [Theory]
    [InlineData("mayors.csv", "key,name,aliases\nperson:ana-holt,Ana Holt,Mayor Holt\n", "persons")]
    [InlineData("mayors.jsonl", "{\"key\":\"person:ana-holt\",\"name\":\"Ana Holt\",\"aliases\":[\"Mayor Holt\",\"A. Holt\"]}\n", "persons")]
    public void A_users_facts_are_kept_in_the_chain_and_known_when_it_is_read_with(string name, string text, string concept)
    {
        using (var ledger = folder.Write()) ledger.Add(AddedFacts.Read(name, text));
        using var again = folder.Read();

        var facts = again.Knowledge().Should().ContainSingle().Subject;
        facts.Concept.Should().Be(concept);
        var world = WorldKnowledge.With(again.Knowledge());
        world.Named("Mayor Holt").Should().ContainSingle().Which.Key.Should().Be("person:ana-holt");
        world.Fingerprint.Should().NotBe(WorldKnowledge.Shipped.Fingerprint);
        again.Verify(TestContext.Current.CancellationToken).FirstBreak.Should().BeNull();
    }

    [Theory]
    [InlineData("key,name\nmayor:holt,Ana Holt", "does not begin with state:")]
    [InlineData("key,name\nperson:a,A\norg:b,B", "give each a file of its own")]
    [InlineData("key,name\n", "has no rows")]
    [InlineData("office,person,from\noffice:none,person:joe-biden,2020", "which no table has")]
    public void Wrong_facts_are_refused_and_nothing_is_recorded(string text, string what)
    {
        using var ledger = folder.Write();
        var add = () => ledger.Add(AddedFacts.Read("mine.csv", text));

        add.Should().Throw<OnRecordException>().Where(e => e.Code == DiagnosticCodes.KnowledgeWrong && e.Message.Contains(what));
        ledger.Knowledge().Should().BeEmpty();
    }

    private void Record(params Reading[] readings) => folder.Record(readings);

    private static Reading Saying(string path, string speaker, string words, DateOnly? published = null)
    {
        var text = $"“{words}” {speaker} said.\n";
        var at = text.IndexOf(speaker, StringComparison.Ordinal);
        var source = new OnRecord.Language.Text.TextSpan(at, at + speaker.Length);
        return SampleReadings.Empty(path, text, published) with
        {
            Entities = [new Entity { Id = "e1", Name = speaker, Type = EntityType.Person, Mentions = [new Mention(source, MentionForm.Name)] }],
            Attributions = [new Attribution { Id = "a1", Kind = AttributionKind.Direct, Source = [source], Cue = [], Content = [new OnRecord.Language.Text.TextSpan(0, words.Length + 2)], Confidence = 1, Speaker = "e1" }],
        };
    }
}
