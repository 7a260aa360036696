using OnRecord.Language;
using OnRecord.Ledger;
using OnRecord.Tests.Interpret.Threads;

namespace OnRecord.Tests.Ledger;

public sealed class RecordedThreadsTests : IDisposable
{
    private static readonly DateOnly June = new(2026, 6, 18);
    private static readonly DateOnly March = new(2027, 3, 2);

    private readonly LedgerFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_key_of_any_report_and_its_beginning_lead_to_the_pledge()
    {
        folder.Record(Roads("two", March, 2029, "Arland"), Roads("one", June, 2028, "Arland"));
        using var ledger = folder.Read();

        var threads = ledger.Threads();

        var pledge = threads.Pledges(new PledgeQuery { Today = June }).Should().ContainSingle().Subject;
        pledge.Steps.Select(s => s.Move).Should().Equal(PledgeMove.Made, PledgeMove.Delayed);
        pledge.Steps.Should().AllSatisfy(step => threads.Pledge(step.Citation.Key).Should().BeSameAs(pledge));
        threads.Pledge(pledge.Id[..7]).Should().BeSameAs(pledge);
        threads.Pledge("p0").Should().BeNull();
    }

    [Fact]
    public void A_key_is_the_same_whatever_was_read_before()
    {
        folder.Record(Roads("one", June, 2028, "Arland"));
        string first;
        using (var ledger = folder.Read()) first = ledger.Threads().All.Pledges.Single().Id;
        folder.Record(Roads("before", June.AddYears(-1), 2028, "Arland"), Roads("two", March, 2029, "Arland"));
        using var later = folder.Read();

        var pledge = later.Threads().Pledge(first);

        pledge!.Steps.Should().HaveCount(3);
        pledge.Id.Should().NotBe(first, "the first report is another one now, and the old key still leads here");
    }

    [Fact]
    public void A_merge_joins_what_both_pledged_and_a_split_parts_it_again()
    {
        folder.Record(Roads("one", June, 2028, "Arland"), Roads("two", March, 2029, "Republic of Arland"));
        using var ledger = folder.Write();

        ledger.Threads().All.Pledges.Should().HaveCount(2);
        ledger.Change(new EntityChange(EntityChangeKind.Merge, "Republic of Arland", "Arland"));
        ledger.Threads().All.Pledges.Should().ContainSingle().Which.Pledgers.Should().ContainSingle().Which.Name.Should().Be("Arland");
        ledger.Change(new EntityChange(EntityChangeKind.Split, "Republic of Arland", null));
        ledger.Threads().All.Pledges.Should().HaveCount(2);
    }

    [Fact]
    public void What_a_person_rejected_is_in_no_thread()
    {
        var story = new Story("one", June, "Jana Holt said Belmark had broken the Sound Treaty.").Says("Jana Holt", "Belmark had broken the Sound Treaty")
            .Alleges(Stance.Accuse, "Jana Holt", "Belmark", "Belmark had broken the Sound Treaty", "Sound Treaty", type: EntityType.Person).Claims("Belmark had broken the Sound Treaty").Reading;
        folder.Record(story);
        using var ledger = folder.Write();
        ledger.Threads().All.Disputes.Should().ContainSingle();
        var statement = ledger.Search(new StatementQuery()).Single();

        ledger.Decide(new Decision { Reading = statement.Reading, Attribution = statement.Attribution, Verdict = Verdict.Rejected, Reviewer = "mk" });

        ledger.Threads().All.Disputes.Should().BeEmpty();
        ledger.Threads().All.Claims.Should().BeEmpty();
    }

    [Fact]
    public void What_a_person_corrected_counts_for_the_one_who_spoke()
    {
        var story = new Story("one", June, "Jana Holt said Belmark had broken the Sound Treaty.").Says("Jana Holt", "Belmark had broken the Sound Treaty")
            .Alleges(Stance.Accuse, "Jana Holt", "Belmark", "Belmark had broken the Sound Treaty", "Sound Treaty", type: EntityType.Person).Reading;
        folder.Record(story);
        using var ledger = folder.Write();
        var statement = ledger.Search(new StatementQuery()).Single();

        ledger.Decide(new Decision { Reading = statement.Reading, Attribution = statement.Attribution, Verdict = Verdict.Corrected, Reviewer = "mk", Speaker = "Peer Lund" });

        ledger.Threads().All.Disputes.Should().ContainSingle().Which.Accuser!.Name.Should().Be("Peer Lund");
    }

    [Fact]
    public void Threads_are_worked_out_again_only_after_something_was_recorded()
    {
        folder.Record(Roads("one", June, 2028, "Arland"));
        using var ledger = LedgerReader.Open(folder.File);
        var threads = ledger.Threads();

        ledger.Threads().Should().BeSameAs(threads);
        using (var other = LedgerReader.Open(folder.File)) other.Threads(threads).Should().BeSameAs(threads);
        folder.Record(Roads("two", March, 2029, "Arland"));
        ledger.Threads().Should().NotBeSameAs(threads);
    }

    [Fact]
    public void What_is_recorded_later_joins_what_was_read_before_and_a_new_reading_takes_the_place_of_the_old()
    {
        var one = Roads("one", June, 2028, "Arland");
        folder.Record(one);
        using var ledger = folder.Read();
        ledger.Threads().All.Pledges.Should().ContainSingle();
        folder.Record(Roads("two", March, 2029, "Arland"));
        ledger.Threads().All.Pledges.Should().ContainSingle().Which.Steps.Should().HaveCount(2);

        folder.Record(one with { Pledges = [] });

        ledger.Threads().All.Pledges.Should().ContainSingle().Which.Steps.Should().ContainSingle().Which.Citation.Path.Should().Be("news/two.txt");
        using var fresh = folder.Read();
        fresh.Threads().All.Should().BeEquivalentTo(ledger.Threads().All);
    }

    [Fact]
    public void Queries_narrow_by_name_status_day_and_worth()
    {
        folder.Record(Roads("one", June, 2028, "Arland"), Roads("two", June, 2031, "Belmark"),
            new Story("three", June, "Jana Holt said the northern ferries carry military cargo.").Says("Jana Holt", "the northern ferries carry military cargo").Claims("the northern ferries carry military cargo", worth: 0.8).Reading);
        using var ledger = folder.Read();
        var threads = ledger.Threads();
        var today = new DateOnly(2030, 1, 1);

        threads.Pledges(new PledgeQuery { Today = today, Pledger = "bel" }).Should().ContainSingle().Which.Pledgers[0].Name.Should().Be("Belmark");
        threads.Pledges(new PledgeQuery { Today = today, Status = PledgeStatus.Due }).Should().ContainSingle().Which.Pledgers[0].Name.Should().Be("Arland");
        threads.Pledges(new PledgeQuery { Today = today, DueBefore = today }).Should().ContainSingle();
        threads.Claims(new ClaimQuery { Speaker = "holt", Least = 0.8 }).Should().ContainSingle();
        threads.Claims(new ClaimQuery { Least = 0.81 }).Should().BeEmpty();
        threads.Claims(new ClaimQuery { Kind = ClaimKind.Law }).Should().BeEmpty();
        threads.Invoking(t => t.Claims(new ClaimQuery { Limit = 0 })).Should().Throw<OnRecordException>().Which.Code.Should().Be(DiagnosticCodes.Usage);
    }

    private static Reading Roads(string name, DateOnly day, int year, string pledger) =>
        new Story(name, day, $"{pledger} will rebuild the mountain roads of the north by {year}. Report {name}.")
            .Pledge(pledger, $"rebuild the mountain roads of the north by {year}", deadline: new DateOnly(year, 12, 31)).Reading;
}
