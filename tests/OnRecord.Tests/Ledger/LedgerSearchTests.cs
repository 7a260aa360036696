using CsCheck;
using OnRecord.Language;
using OnRecord.Language.Text;
using OnRecord.Ledger;

namespace OnRecord.Tests.Ledger;

public sealed class LedgerSearchTests : IDisposable
{
    private readonly LedgerFolder folder = new();
    private readonly LedgerFile ledger;

    public LedgerSearchTests()
    {
        folder.Record(SampleReadings.Harbour(), SampleReadings.Numbered(3, 4), SampleReadings.Empty("undated.txt", "Nothing said\n"));
        ledger = folder.Read();
    }

    public void Dispose()
    {
        ledger.Dispose();
        folder.Dispose();
    }

    [Theory]
    [InlineData("harbour", "a1")]
    [InlineData("HARBOUR may", "a1")]
    [InlineData("dubois", "a1")]
    [InlineData("Dübois", "a1")]
    [InlineData("\"members had blocked\"", "a2")]
    [InlineData("“members had blocked”", "a2")]
    [InlineData("\"blocked members\"", "")]
    [InlineData("invent*", "a2,a3")]
    [InlineData("invent", "")]
    [InlineData("harbour pier", "")]
    [InlineData("harbour OR pier", "")]
    [InlineData("minister's", "a2")]
    [InlineData("ferrymen", "a2")]
    [InlineData("!!!", "")]
    public void Words_phrases_and_beginnings_are_found(string text, string statements) =>
        Ids(new StatementQuery { Text = text }).Should().Be(statements);

    [Theory]
    [InlineData("Dubois", "a1")]
    [InlineData("marie dübois", "a1")]
    [InlineData("union", "a2")]
    [InlineData("minister", "")]
    public void A_speaker_is_found_by_words_of_the_name(string speaker, string statements) =>
        Ids(new StatementQuery { Speaker = speaker }).Should().Be(statements);

    [Fact]
    public void Text_and_speaker_both_have_to_hold()
    {
        Ids(new StatementQuery { Text = "harbour", Speaker = "Marie" }).Should().Be("a1");
        Ids(new StatementQuery { Text = "harbour", Speaker = "union" }).Should().BeEmpty();
    }

    [Fact]
    public void Kind_days_and_limit_narrow_a_search()
    {
        Ids(new StatementQuery { Kind = AttributionKind.Mixed }).Should().Be("a2");
        Ids(new StatementQuery { Since = new DateOnly(2024, 3, 4) }).Should().Be("a1,a2,a3");
        Ids(new StatementQuery { Since = new DateOnly(2024, 3, 5) }).Should().BeEmpty();
        Ids(new StatementQuery { Until = new DateOnly(2024, 3, 4), Text = "harbour" }).Should().Be("a1");
        Ids(new StatementQuery { Limit = 2 }).Should().Be("a1,a2");
        ledger.Invoking(l => l.Search(new StatementQuery { Limit = 0 })).Should().Throw<OnRecordException>().Where(e => e.Code == DiagnosticCodes.Usage);
    }

    [Fact]
    public void The_newest_document_comes_first_in_a_search_and_the_first_recorded_in_an_export()
    {
        ledger.Search(new StatementQuery()).Select(s => s.Path).Distinct().Should().Equal("news/harbour.txt", "reports/00003.txt");
        ledger.Statements(new StatementQuery()).Select(s => s.Path).Distinct().Should().Equal("news/harbour.txt", "reports/00003.txt");
        ledger.Search(new StatementQuery { Until = new DateOnly(2024, 2, 1) }).Should().HaveCount(4);
    }

    [Fact]
    public void A_row_has_its_words_where_they_stand_and_where_it_comes_from()
    {
        var row = ledger.Search(new StatementQuery { Text = "pier" }).Should().ContainSingle().Which;

        row.Should().BeEquivalentTo(new { Attribution = "a2", Kind = AttributionKind.Mixed, Speaker = "ferrymen's union", Title = "Ministers meet in Lyon", Publisher = "The Lyon Courier", Published = new DateOnly(2024, 3, 4), Confidence = 0.5 });
        row.Cue.Select(c => c.Words).Should().Equal("denied", "called");
        row.Content.Should().OnlyContain(c => c.Span.Slice(SampleReadings.Text) == c.Words);
        var snippet = row.Snippet!;
        snippet.Hits.Should().ContainSingle().Which.Slice(snippet.Text).Should().Be("pier");
        snippet.ToString().Should().Be(snippet.Text);
    }

    [Fact]
    public void A_statement_without_a_speaker_says_why()
    {
        var row = ledger.Search(new StatementQuery { Text = "invented", Kind = AttributionKind.Direct }).Should().ContainSingle().Which;

        row.Speaker.Should().BeNull();
        row.Unresolved.Should().Be(Refusal.NoSource);
    }

    [Fact]
    public void No_text_that_is_searched_for_is_an_error() =>
        Gen.String.Sample(text =>
        {
            ledger.Search(new StatementQuery { Text = text, Speaker = text });
            ledger.Search(new StatementQuery { Text = $"\"{text}\" {text}*" });
        }, iter: 300, threads: 1);

    [Theory]
    [InlineData("\"")]
    [InlineData("*")]
    [InlineData("NEAR(harbour may, 1)")]
    [InlineData("speaker : harbour")]
    [InlineData("harbour\0may")]
    [InlineData("{said} : x ^y (z")]
    [InlineData("harbour'; DROP TABLE entries; --")]
    public void Signs_that_steer_the_index_are_read_as_spaces(string text) =>
        ledger.Invoking(l => l.Search(new StatementQuery { Text = text })).Should().NotThrow();

    [Fact]
    public void More_than_sixty_four_words_are_refused() =>
        ledger.Invoking(l => l.Search(new StatementQuery { Text = string.Join(' ', Enumerable.Range(0, 65)) }))
            .Should().Throw<OnRecordException>().Where(e => e.Code == DiagnosticCodes.Usage);

    [Fact]
    public void Speakers_are_counted_over_all_documents()
    {
        var speakers = ledger.Speakers();

        speakers.Should().HaveCount(6);
        speakers.Single(s => s.Name == "Marie Dübois").Should().BeEquivalentTo(new { Statements = 1, Direct = 1, Documents = 1, First = new DateOnly(2024, 3, 4), Last = new DateOnly(2024, 3, 4) });
    }

    [Fact]
    public void A_document_without_statements_is_listed_too() =>
        ledger.Documents().Single(d => d.Path == "undated.txt").Should().BeEquivalentTo(new { Statements = 0, Readings = 1, Failures = 0, Bytes = 13L, Published = (DateOnly?)null });

    [Fact]
    public void A_document_is_shown_by_path_file_name_or_the_beginning_of_its_hash()
    {
        var document = ledger.Documents()[0];

        foreach (var name in new[] { "news/harbour.txt", "harbour.txt", document.Sha256, document.Sha256[..8], document.Sha256[..8].ToUpperInvariant() })
        {
            ledger.Show(name)!.Raw.Sha256.Should().Be(document.Sha256, name);
        }
        ledger.Show("arbour.txt").Should().BeNull();
        ledger.Show("").Should().BeNull();
        ledger.Show("%").Should().BeNull();
    }

    [Fact]
    public void A_name_that_fits_several_documents_is_refused_with_their_hashes()
    {
        ledger.Dispose();
        folder.Record(SampleReadings.Empty("a/news.txt", "One\n"), SampleReadings.Empty("b/news.txt", "Two\n"));
        using var again = folder.Read();

        again.Invoking(l => l.Show("news.txt")).Should().Throw<OnRecordException>().Where(e => e.Code == DiagnosticCodes.SeveralInLedger).WithMessage("'news.txt'*");
        again.Show("b/news.txt")!.Article!.Text.Should().Be("Two\n");
    }

    [Fact]
    public void Readings_are_given_one_by_one_in_the_order_of_the_ledger() =>
        ledger.Readings().Select(r => r.Raw.Path).Should().Equal("news/harbour.txt", "reports/00003.txt", "undated.txt");

    private string Ids(StatementQuery query) =>
        string.Join(',', ledger.Search(query).Where(s => s.Path == "news/harbour.txt").Select(s => s.Attribution));
}
