using OnRecord.Ledger;
using OnRecord.Server.Search;
using OnRecord.Tests.Ledger;

namespace OnRecord.Tests.Server;

public sealed class CatalogueTests
{
    [Fact]
    public void What_was_counted_bit_by_bit_is_what_is_counted_at_once()
    {
        using var folder = new LedgerFolder();
        var builder = new CatalogueBuilder();
        folder.Record(SampleReadings.Numbered(1, 5), SampleReadings.Harbour());
        using var ledger = LedgerReader.Open(folder.File);
        builder.Update(ledger);
        folder.Record(SampleReadings.Numbered(2, 8));
        // The same document, read by another version with another result: the first reading stands no longer.
        Record(folder, "def", SampleReadings.Harbour() with { Attributions = [.. SampleReadings.Harbour().Attributions.Take(1)] });

        var updated = builder.Update(ledger);

        var fresh = new CatalogueBuilder().Update(ledger);
        Told(updated).Should().Be(Told(fresh));
        updated.Documents.Should().Be(3);
        updated.Statements.Should().Be(14);
        updated.Unresolved.Should().Be(0, "the statement without a speaker is no longer among them");
        updated.Actor("ferrymen's union")!.Statements.Should().Be(0);
        updated.MostQuoted.Should().NotContain(actor => actor.Key == "ferrymen's union");
    }

    [Fact]
    public void A_catalogue_does_not_change_when_more_is_recorded()
    {
        using var folder = new LedgerFolder();
        var builder = new CatalogueBuilder();
        folder.Record(SampleReadings.Numbered(1, 7));
        using var ledger = LedgerReader.Open(folder.File);
        var before = builder.Update(ledger);
        var told = Told(before);

        folder.Record([.. Enumerable.Range(2, 30).Select(n => SampleReadings.Numbered(n, 7)), SampleReadings.Harbour()]);
        builder.Update(ledger);

        Told(before).Should().Be(told);
        before.Actor("Marie Dübois").Should().BeNull("she came later");
    }

    [Fact]
    public void Who_is_known_is_one_under_all_names_and_keys()
    {
        using var folder = new LedgerFolder();
        folder.Record(SampleReadings.Harbour());
        using (var ledger = folder.Write()) ledger.Change(new EntityChange(EntityChangeKind.Merge, "ferrymen's union", "person:marie-d"));
        using var reader = LedgerReader.Open(folder.File);

        var catalogue = new CatalogueBuilder().Update(reader);

        var actor = catalogue.Actor("person:marie-d")!;
        actor.Statements.Should().Be(2);
        catalogue.Actor("Marie Dübois").Should().BeSameAs(actor);
        catalogue.Actor("ferrymen's union").Should().BeSameAs(actor);
    }

    [Theory]
    [InlineData("", 3)]
    [InlineData("said:harbour", 1)]
    [InlineData("speaker:dubois", 1)]
    [InlineData("actor:person:marie-d", 1)]
    [InlineData("actor:Marie Dübois", 1)]
    [InlineData("actor:Nobody", 0)]
    [InlineData("outlet:The Lyon Courier", 3)]
    [InlineData("outlet:Another", 0)]
    [InlineData("kind:Mixed", 1)]
    [InlineData("open:", 1)]
    [InlineData("since:2024-03-05", 0)]
    [InlineData("until:2024-03-04", 3)]
    [InlineData("said:!!!", 0)]
    public void A_search_meets_every_condition(string condition, int count)
    {
        using var folder = new LedgerFolder();
        folder.Record(SampleReadings.Harbour());
        using var ledger = LedgerReader.Open(folder.File);
        var value = condition[(condition.IndexOf(':', StringComparison.Ordinal) + 1)..];
        var query = condition.Split(':')[0] switch
        {
            "said" => new StatementQuery { Text = value },
            "speaker" => new StatementQuery { Speaker = value },
            "actor" => new StatementQuery { SpokenBy = value },
            "outlet" => new StatementQuery { Publisher = value },
            "kind" => new StatementQuery { Kind = Enum.Parse<AttributionKind>(value) },
            "open" => new StatementQuery { IsResolved = false },
            "since" => new StatementQuery { Since = DateOnly.Parse(value, System.Globalization.CultureInfo.InvariantCulture) },
            "until" => new StatementQuery { Until = DateOnly.Parse(value, System.Globalization.CultureInfo.InvariantCulture) },
            _ => new StatementQuery(),
        };

        var found = StatementSearch.Find(ledger, new CatalogueBuilder().Update(ledger), query, null, 10, 100);

        found.Rows.Should().HaveCount(count);
        found.Facets.Counted.Should().Be(count);
        found.Facets.Kinds.Sum(k => k.Count).Should().Be(count);
        (found.Facets.Actors.Sum(a => a.Count) + found.Facets.Unresolved).Should().Be(count);
        found.Next.Should().BeNull();
    }

    [Theory]
    [InlineData("bridge")]
    [InlineData(null)]
    public void Pages_put_together_are_the_whole_with_the_facets_of_all(string? words)
    {
        using var folder = new LedgerFolder();
        folder.Record([.. Enumerable.Range(0, 9).Select(n => SampleReadings.Numbered(n, 11))]);
        using var ledger = LedgerReader.Open(folder.File);
        var catalogue = new CatalogueBuilder().Update(ledger);
        var query = new StatementQuery { Text = words };
        var seen = new List<long>();

        long? before = null;
        do
        {
            var found = StatementSearch.Find(ledger, catalogue, query, before, 10, 50);
            found.Facets.Counted.Should().Be(50);
            found.Facets.HasMore.Should().BeTrue();
            seen.AddRange(found.Rows.Select(row => row.Number));
            before = found.Next;
        }
        while (before is not null);

        seen.Should().Equal(Enumerable.Range(1, 99).Select(n => (long)n).Reverse());
    }

    [Fact]
    public void A_search_that_looks_through_very_many_goes_on_where_it_stopped()
    {
        using var folder = new LedgerFolder();
        folder.Record([SampleReadings.Harbour(text: SampleReadings.Text + "\nThe bridge and the river.\n"), .. Enumerable.Range(0, 4).Select(n => SampleReadings.Numbered(n, 11)), SampleReadings.Harbour("again.txt")]);
        using var ledger = LedgerReader.Open(folder.File);
        var catalogue = new CatalogueBuilder().Update(ledger);
        // Everybody says "the"; only one kind is asked for, which the reports do not have.
        var query = new StatementQuery { Text = "the", Kind = AttributionKind.Direct };
        var (seen, pages) = (new List<string>(), 0);

        long? before = null;
        do
        {
            var found = StatementSearch.Find(ledger, catalogue, query, before, 10, 50, mostLookedThrough: 10);
            seen.AddRange(found.Rows.Select(row => $"{row.Path} {row.Attribution}"));
            if (found.Next is not null) found.LookedThrough.Should().Be(10);
            before = found.Next;
        }
        while (before is not null && ++pages < 20);

        seen.Should().Equal("again.txt a1", "news/harbour.txt a1");
        pages.Should().BeInRange(4, 6);
    }

    [Fact]
    public void What_a_person_put_in_place_is_found_beside_what_was_read()
    {
        using var folder = new LedgerFolder();
        folder.Record(SampleReadings.Harbour());
        using (var ledger = folder.Write())
        {
            var reading = ledger.Search(new StatementQuery()).First().Reading;
            ledger.Decide(new Decision { Reading = reading, Attribution = "a3", Verdict = Verdict.Corrected, Reviewer = "vera", Speaker = "Ferry Workers" });
        }
        using var reader = LedgerReader.Open(folder.File);
        var catalogue = new CatalogueBuilder().Update(reader);

        foreach (var query in new[] { new StatementQuery { Text = "workers" }, new StatementQuery { Speaker = "ferry work*" }, new StatementQuery { SpokenBy = "Ferry Workers" }, new StatementQuery { State = ReviewState.Corrected } })
        {
            StatementSearch.Find(reader, catalogue, query, null, 10).Rows.Select(row => row.Attribution).Should().Equal("a3");
        }
        StatementSearch.Find(reader, catalogue, new StatementQuery { State = ReviewState.Machine }, null, 10).Rows.Should().HaveCount(2);
        StatementSearch.Find(reader, catalogue, new StatementQuery { Text = "invented" }, null, 10).Rows.Should().HaveCount(2, "the words that were read are still found, each statement once");
    }

    private static void Record(LedgerFolder folder, string model, Reading reading)
    {
        using var ledger = folder.Write();
        ledger.Append(ledger.BeginRun(LedgerFolder.Version(model)), reading);
    }

    private static string Told(Catalogue catalogue) => string.Join('\n',
    [
        $"{catalogue.Documents} {catalogue.Statements} {catalogue.Unresolved}",
        .. catalogue.MostQuoted.Select(a => $"{a.Key}: {a.Name} {a.Statements} {a.Direct} {a.Documents} {a.First} {a.Last}"),
        .. catalogue.Outlets.Select(o => $"{o.Name}: {o.Documents} {o.Statements} {o.Direct} {o.Indirect} {o.Mixed} {o.Unnamed}"),
        .. Enumerable.Range(0, catalogue.Columns.Count).Where(catalogue.Columns.IsStanding).Select(n => $"{n}: {catalogue.Columns.Kind(n)}"),
    ]);
}
