using System.Text;
using OnRecord.Language;
using OnRecord.Language.Text;
using OnRecord.Ledger;

namespace OnRecord.Tests.Ledger;

public sealed class LedgerRecordingTests : IDisposable
{
    private readonly LedgerFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_reading_comes_back_as_it_was_recorded()
    {
        var recorded = SampleReadings.Harbour();
        folder.Record(recorded);

        using var ledger = folder.Read();
        var shown = ledger.Show("harbour.txt");

        shown.Should().BeEquivalentTo(recorded, o => o.WithStrictOrdering().Excluding(r => r.Raw.Bytes).Excluding(r => r.Article!.Raw.Bytes));
        shown!.Raw.Bytes.Span.SequenceEqual(recorded.Raw.Bytes.Span).Should().BeTrue();
    }

    [Fact]
    public void The_same_bytes_read_again_add_nothing()
    {
        folder.Record(SampleReadings.Harbour()).Should().Equal(AppendOutcome.Added);
        folder.Record(SampleReadings.Harbour()).Should().Equal(AppendOutcome.AlreadyRecorded);

        using var ledger = folder.Read();
        ledger.Documents().Should().ContainSingle().Which.Readings.Should().Be(1);
        ledger.Statements(new StatementQuery()).Should().HaveCount(3);
    }

    [Fact]
    public void A_newer_model_adds_a_reading_and_keeps_the_old_one()
    {
        folder.Record(SampleReadings.Harbour());
        using (var ledger = folder.Write())
        {
            var run = ledger.BeginRun(LedgerFolder.Version("def"));
            var better = SampleReadings.Harbour();
            ledger.Append(run, better with { Attributions = [better.Attributions[0]] }).Should().Be(AppendOutcome.NewAnalysis);
            ledger.EndRun(run, LedgerFolder.Done());
        }

        using var read = folder.Read();
        var document = read.Documents().Should().ContainSingle().Which;
        document.Readings.Should().Be(2);
        document.Statements.Should().Be(1);
        read.Search(new StatementQuery { Text = "harbour" }).Should().ContainSingle();
        read.Search(new StatementQuery { Text = "pier" }).Should().BeEmpty();
        read.Show("harbour.txt")!.Attributions.Should().ContainSingle();
        read.Verify(TestContext.Current.CancellationToken).FirstBreak.Should().BeNull();
    }

    [Fact]
    public void A_day_of_publication_given_later_is_a_new_reading_and_given_back_another()
    {
        Reading On(int day) => SampleReadings.Harbour(published: new DateOnly(2024, 3, day));

        folder.Record(On(4), On(5), On(4), On(4)).Should()
            .Equal(AppendOutcome.Added, AppendOutcome.NewAnalysis, AppendOutcome.NewAnalysis, AppendOutcome.AlreadyRecorded);

        using var ledger = folder.Read();
        ledger.Documents().Single().Published.Should().Be(new DateOnly(2024, 3, 4));
    }

    [Fact]
    public void The_same_bytes_at_two_paths_are_one_document_met_twice()
    {
        folder.Record(SampleReadings.Harbour("a/harbour.txt"), SampleReadings.Harbour("b/pier.txt")).Should().Equal(AppendOutcome.Added, AppendOutcome.AlreadyRecorded);

        using var ledger = folder.Read();
        ledger.Documents().Should().ContainSingle().Which.Path.Should().Be("a/harbour.txt");
        ledger.Show("pier.txt").Should().NotBeNull();
    }

    [Fact]
    public void Other_bytes_at_a_path_are_another_document_and_the_path_shows_the_last()
    {
        folder.Record(SampleReadings.Empty("a.txt", "One\n"), SampleReadings.Empty("a.txt", "Two\n"), SampleReadings.Empty("a.txt", "One\n"));

        using var ledger = folder.Read();
        ledger.Documents().Should().HaveCount(2);
        ledger.Show("a.txt")!.Article!.Text.Should().Be("One\n");
    }

    [Fact]
    public void A_document_that_failed_is_recorded_with_its_bytes_and_gives_way_to_a_complete_reading()
    {
        var complete = SampleReadings.Harbour();
        var failure = new Failure(complete.Raw.Path, DiagnosticCodes.StageFailed, "The stage 'Extract' failed.");
        var failed = new Reading { Raw = complete.Raw, Article = complete.Article, Failures = [failure] };

        folder.Record(failed, failed, complete, failed).Should()
            .Equal(AppendOutcome.FailureRecorded, AppendOutcome.AlreadyRecorded, AppendOutcome.NewAnalysis, AppendOutcome.FailureRecorded);

        using var ledger = folder.Read();
        ledger.Failures().Should().HaveCount(2).And.AllSatisfy(f => f.Failure.Should().Be(failure));
        ledger.Documents().Single().Failures.Should().Be(0);
        ledger.Search(new StatementQuery { Text = "harbour" }).Should().ContainSingle();
        ledger.Verify(TestContext.Current.CancellationToken).FirstBreak.Should().BeNull();
    }

    [Fact]
    public void A_file_that_gave_no_bytes_is_recorded_as_a_failure()
    {
        var failure = new Failure("gone.txt", DiagnosticCodes.NotFound, "The file gone.txt is not there.");
        using (var ledger = folder.Write())
        {
            var run = ledger.BeginRun(LedgerFolder.Version());
            ledger.AppendFailure(run, failure).Should().Be(AppendOutcome.FailureRecorded);
            ledger.EndRun(run, new RunOutcome { IsInterrupted = true, Added = 0, Unchanged = 0, Failed = 1 });
        }

        using var read = folder.Read();
        var row = read.Failures().Should().ContainSingle().Which;
        row.Failure.Should().Be(failure);
        row.Seen.Should().Be(StillTime.Noon.GetUtcNow());
        row.Document.Should().BeNull();
        read.Verify(TestContext.Current.CancellationToken).Entries.Should().Be(3);
    }

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", true)]
    [InlineData("windows-1252", false)]
    public void Plain_text_is_kept_once_and_read_again_in_its_charset(string charset, bool hasMark)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(charset);
        byte[] bytes = [.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(SampleReadings.Text)];
        var raw = SampleReadings.Raw("harbour.txt", bytes);
        var utf8 = SampleReadings.Harbour();
        folder.Record(utf8 with { Raw = raw, Article = new Article { Raw = raw, Text = SampleReadings.Text, Charset = charset } });

        using var ledger = folder.Read();
        ledger.Show("harbour.txt")!.Article!.Text.Should().Be(SampleReadings.Text);
        ledger.Verify(TestContext.Current.CancellationToken).FirstBreak.Should().BeNull();
        RawFile.Count(folder.File, "archive").Should().Be(1);
    }

    [Fact]
    public void The_article_of_a_page_is_archived_beside_the_page()
    {
        var raw = SampleReadings.Raw("harbour.html", Encoding.UTF8.GetBytes("<html><p>" + SampleReadings.Text + "</p></html>"), DocumentForm.Html);
        var plain = SampleReadings.Harbour();
        folder.Record(plain with { Raw = raw, Article = new Article { Raw = raw, Text = SampleReadings.Text, Charset = "utf-8" } });

        using var ledger = folder.Read();
        ledger.Show("harbour.html")!.Article!.Text.Should().Be(SampleReadings.Text);
        ledger.Verify(TestContext.Current.CancellationToken).FirstBreak.Should().BeNull();
        RawFile.Count(folder.File, "archive").Should().Be(2);
    }

    [Fact]
    public void A_text_with_lone_surrogates_and_NULs_comes_back_unit_for_unit()
    {
        const string Odd = "Odd \ud800 title\n\n\"It \0 holds \udc00,\" Ann said.";
        var raw = SampleReadings.Raw("odd.html", [1, 2, 3], DocumentForm.Html);
        var reading = new Reading
        {
            Raw = raw,
            Article = new Article { Raw = raw, Text = Odd, Charset = "utf-8", Title = "Odd \ud800 title" },
            Attributions = [new Attribution { Id = "a1", Kind = AttributionKind.Direct, Source = [SampleReadings.Of(Odd, "Ann")], Cue = [], Content = [new TextSpan(14, Odd.Length - 10)], Confidence = 1 }],
        };
        folder.Record(reading);

        using var ledger = folder.Read();
        ledger.Show("odd.html")!.Article!.Text.Should().Be(Odd);
        ledger.Search(new StatementQuery { Text = "holds" }).Should().ContainSingle();
        ledger.Verify(TestContext.Current.CancellationToken).FirstBreak.Should().BeNull();
    }

    [Fact]
    public void A_span_beyond_the_text_is_refused_and_nothing_of_the_document_is_recorded()
    {
        var reading = SampleReadings.Harbour();
        var wrong = reading with { Attributions = [reading.Attributions[0] with { Cue = [new TextSpan(10, 99999)] }] };

        var record = () => folder.Record(wrong);

        record.Should().Throw<OnRecordException>().Where(e => e.Code == DiagnosticCodes.SpanMismatch).WithMessage("*[10..99999)*news/harbour.txt*");
        using var ledger = folder.Read();
        ledger.Documents().Should().BeEmpty();
        ledger.Verify(TestContext.Current.CancellationToken).FirstBreak.Should().BeNull();
    }

    [Fact]
    public void A_hash_that_is_not_that_of_the_bytes_is_refused()
    {
        var reading = SampleReadings.Harbour();
        var raw = new RawDocument { Path = "a.txt", Bytes = new byte[] { 1 }, Sha256 = reading.Raw.Sha256, Form = DocumentForm.PlainText };

        var record = () => folder.Record(new Reading { Raw = raw });

        record.Should().Throw<ArgumentException>();
    }

    [Fact]
    public void The_same_work_on_the_same_clock_makes_the_same_chain()
    {
        using var other = new LedgerFolder();
        folder.Record(SampleReadings.Harbour(), SampleReadings.Numbered(1, 5));
        other.Record(SampleReadings.Harbour(), SampleReadings.Numbered(1, 5));

        folder.Verify().Head.Should().Be(other.Verify().Head);
    }

    [Fact]
    public void A_document_of_ten_megabytes_is_recorded_and_verified()
    {
        var text = SampleReadings.Text + string.Concat(Enumerable.Repeat("The tide came in and the tide went out over the long grey pier.\n", 165_000));
        folder.Record(SampleReadings.Harbour(text: text)).Should().Equal(AppendOutcome.Added);

        using var ledger = folder.Read();
        ledger.Show("harbour.txt")!.Article!.Text.Length.Should().Be(text.Length);
        ledger.Verify(TestContext.Current.CancellationToken).FirstBreak.Should().BeNull();
    }
}
