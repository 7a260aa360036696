using System.Text;
using System.Text.Json;
using OnRecord.Language;
using OnRecord.Ledger;

namespace OnRecord.Tests.Ledger;

public sealed class LedgerVerificationTests : IDisposable
{
    // Entries: 1 the run, 2 the document, 3 where it was met, 4 its reading, 5-7 and 8-10 those of two more, 11 the run's end.
    private const int LastReading = 10;

    private readonly LedgerFolder folder = new();

    public LedgerVerificationTests()
    {
        var page = SampleReadings.Raw("page.html", Encoding.UTF8.GetBytes("<html>" + SampleReadings.Text.Replace("Lyon", "Brest", StringComparison.Ordinal)), DocumentForm.Html);
        var article = SampleReadings.Harbour(text: SampleReadings.Text.Replace("Lyon", "Brest", StringComparison.Ordinal));
        folder.Record(
            SampleReadings.Harbour(),
            SampleReadings.Numbered(1, 12),
            article with { Raw = page, Article = new Article { Raw = page, Text = article.Article!.Text, Charset = "utf-8", Title = "Ministers in Brest" } });
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_ledger_that_nobody_touched_holds()
    {
        var verification = folder.Verify();

        verification.FirstBreak.Should().BeNull();
        verification.Holds.Should().BeTrue();
        verification.Entries.Should().Be(11);
        verification.Documents.Should().Be(3);
        verification.Spans.Should().Be(9 + 36 + 9);
        verification.Head.Should().MatchRegex("^[0-9a-f]{64}$");
    }

    [Theory]
    [InlineData("bridge number 7 over", 7, DiagnosticCodes.SpanMismatch)]
    [InlineData("blocked the pier", 4, DiagnosticCodes.SpanMismatch)]
    [InlineData("\"text\":{\"of\":\"original\"", 4, DiagnosticCodes.ChainBroken)]
    [InlineData("Ministers in Brest", LastReading, DiagnosticCodes.ChainBroken)]
    [InlineData("reports/00001.txt", 6, DiagnosticCodes.ChainBroken)]
    [InlineData("Speaker3", 7, DiagnosticCodes.ChainBroken)]
    public void A_letter_altered_in_the_file_is_found_and_the_entry_is_named(string words, int entry, string code)
    {
        RawFile.Alter(folder.File, words).Should().BePositive();

        var found = folder.Verify().FirstBreak;

        found.Should().NotBeNull();
        found!.Entry.Should().Be(entry);
        found.Code.Should().Be(code);
        found.Document.Should().MatchRegex("^[0-9a-f]{64}$");
    }

    [Fact]
    public void A_word_altered_in_the_search_index_alone_is_found()
    {
        // The index keeps a word in lower case, and in no other place does this one stand so.
        RawFile.Alter(folder.File, "dubois").Should().BePositive();

        var found = folder.Verify().FirstBreak;

        found!.Entry.Should().Be(4);
        found.Kind.Should().Be("reading");
        found.Message.Should().Contain("search index");
    }

    [Fact]
    public void A_search_index_that_cannot_be_read_names_a_reading_whose_words_are_not_found()
    {
        WithoutTriggers("UPDATE statement_index_data SET block = zeroblob(length(block)) WHERE id > 1000");

        var found = folder.Verify().FirstBreak;

        found!.Entry.Should().Be(4);
        found.Document.Should().Be(SampleReadings.Harbour().Raw.Sha256);
    }

    [Theory]
    [InlineData(1, 2, "document")]
    [InlineData(2, 5, "document")]
    [InlineData(4, LastReading, "reading")]
    public void A_byte_altered_inside_an_archived_original_is_found_and_the_entry_is_named(int row, int entry, string kind)
    {
        using (var connection = OnRecord.Ledger.Sqlite.LedgerConnection.Open(folder.File, Microsoft.Data.Sqlite.SqliteOpenMode.ReadWrite, TimeSpan.FromSeconds(1)))
        {
            var rows = connection.Query("SELECT bytes FROM archive WHERE id = ?1", row);
            rows.Next().Should().BeTrue();
            var stored = rows.Bytes(0);
            rows.Reset();
            connection.Dispose();
            RawFile.Alter(folder.File, stored.AsSpan(stored.Length / 2, 16), at: 8).Should().Be(1);
        }

        var found = folder.Verify().FirstBreak;

        found!.Entry.Should().Be(entry);
        found.Kind.Should().Be(kind);
        found.Code.Should().Be(DiagnosticCodes.ChainBroken);
    }

    [Theory]
    [InlineData("UPDATE spans SET words = 'Nothing of the kind' WHERE attribution = 2 AND role = 'content' AND ordinal = 0", 4)]
    [InlineData("UPDATE spans SET start = start + 1 WHERE attribution = 2 AND role = 'cue' AND ordinal = 0", 4)]
    [InlineData("UPDATE attributions SET speaker = 'e2' WHERE id = 1", 4)]
    [InlineData("UPDATE attributions SET confidence = 0.98 WHERE id = 1", 4)]
    [InlineData("UPDATE entities SET name = 'Someone Else' WHERE reading = 7 AND id = 'e1'", 7)]
    [InlineData("UPDATE entities SET knowledge = 'person:someone-else' WHERE reading = 7 AND id = 'e1'", 7)]
    [InlineData("UPDATE attributions SET role = 'Queen' WHERE id = 1", 4)]
    [InlineData("UPDATE readings SET published = '2020-01-01' WHERE entry = 7", 7)]
    [InlineData("UPDATE occurrences SET path = 'elsewhere.txt' WHERE entry = 3", 3)]
    [InlineData("UPDATE runs SET program = '9.9.9'", 1)]
    [InlineData("UPDATE run_models SET checksum = 'xyz'", 1)]
    [InlineData("UPDATE run_ends SET added = 7", 11)]
    [InlineData("DELETE FROM spans WHERE attribution = 3", 4)]
    [InlineData("DELETE FROM attributions WHERE id = 15", 7)]
    [InlineData("DELETE FROM archive WHERE id = 2", 5)]
    [InlineData("INSERT INTO spans VALUES (1, 'content', 1, 0, 9, 'Ministers')", 4)]
    [InlineData("INSERT INTO attributions VALUES (99, 4, 'a4', 'direct', 1, 'e1', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)", 4)]
    [InlineData("UPDATE entries SET content = replace(content, 'Marie', 'Maria') WHERE number = 4", 4)]
    [InlineData("UPDATE entries SET kind = 'failure' WHERE number = 4", 4)]
    [InlineData("UPDATE entries SET hash = zeroblob(32) WHERE number = 4", 4)]
    [InlineData("DELETE FROM entries WHERE number = 4", 4)]
    [InlineData("DELETE FROM entries WHERE number = 1", 1)]
    [InlineData("INSERT INTO entries SELECT 13, kind, content, content_sha256, previous, hash FROM entries WHERE number = 11", 12)]
    [InlineData("INSERT INTO statement_index (statement_index, rowid, said, source, speaker) VALUES ('delete', 1, '\"The harbour will open in May,\"', 'Marie Dübois', 'Marie Dübois')", 4)]
    [InlineData("INSERT INTO statement_index (rowid, said, source, speaker) VALUES (16, 'harbour', '', '')", 10)]
    [InlineData("INSERT INTO failures VALUES (1, 0, 1, NULL, 'a.txt', 'OR1001', 'Made up', '2024-01-01T00:00:00.000Z')", null)]
    [InlineData("INSERT INTO archive VALUES (9, 'abc', 1, 'none', zeroblob(1))", null)]
    [InlineData("UPDATE schema_versions SET sha256 = 'abc'", null)]
    public void What_somebody_alters_by_SQL_is_found(string sql, int? entry)
    {
        WithoutTriggers(sql);

        var verification = folder.Verify();

        verification.Holds.Should().BeFalse();
        verification.FirstBreak!.Entry.Should().Be(entry);
    }

    [Fact]
    public void Triggers_taken_away_are_found()
    {
        RawFile.Run(folder.File, "DROP TRIGGER entries_keep");

        folder.Verify().FirstBreak.Should().BeEquivalentTo(new { Entry = (long?)null, Code = DiagnosticCodes.LedgerDamaged });
    }

    [Theory]
    [InlineData("UPDATE entries SET content = '{}' WHERE number = 2")]
    [InlineData("DELETE FROM entries WHERE number = 2")]
    [InlineData("UPDATE spans SET words = ''")]
    [InlineData("DELETE FROM archive")]
    [InlineData("UPDATE readings SET complete = 0")]
    [InlineData("DELETE FROM runs")]
    [InlineData("UPDATE schema_versions SET name = ''")]
    public void The_file_itself_refuses_to_alter_or_take_away(string sql)
    {
        var alter = () => RawFile.Run(folder.File, sql);

        alter.Should().Throw<Microsoft.Data.Sqlite.SqliteException>().WithMessage("*are never*");
    }

    [Fact]
    public void The_views_give_what_the_chain_has()
    {
        RawFile.Count(folder.File, "furniture WHERE kind = 'share'").Should().Be(1);
        RawFile.Count(folder.File, "sentences WHERE reading = 7").Should().Be(12);
        RawFile.Count(folder.File, "mentions WHERE reading = 4 AND entity = 'e1' AND form = 'nominal'").Should().Be(1);
    }

    [Fact]
    public void Neither_vacuum_nor_analyze_breaks_a_ledger()
    {
        RawFile.Run(folder.File, "ANALYZE; VACUUM;");

        folder.Verify().FirstBreak.Should().BeNull();
    }

    [Fact]
    public void A_break_speaks_no_words_of_the_article()
    {
        RawFile.Alter(folder.File, "blocked the pier");

        folder.Verify().FirstBreak!.Message.Should().NotContain("pier").And.NotContain("blocked");
    }

    [Fact]
    public void Wherever_a_byte_is_altered_what_is_shown_is_right_or_verify_says_no()
    {
        var sound = File.ReadAllBytes(folder.File);
        var shown = Shown();
        var random = new Random(20240305);
        // Most of a small file is room that nothing is stored in yet: two of three places are where something is.
        var stored = Enumerable.Range(0, sound.Length).Where(i => sound[i] != 0).ToArray();
        var (held, broke) = (0, 0);
        for (var n = 0; n < 240; n++)
        {
            var bytes = (byte[])sound.Clone();
            var at = n % 3 == 0 ? random.Next(bytes.Length) : stored[random.Next(stored.Length)];
            bytes[at] ^= (byte)(1 << random.Next(8));
            File.WriteAllBytes(folder.File, bytes);
            if (Holds())
            {
                held++;
                Shown().Should().Be(shown, $"byte {at} is altered and verify passes");
            }
            else
            {
                broke++;
            }
        }
        held.Should().BePositive("there is room in the file that nothing is stored in");
        broke.Should().BeGreaterThan(120);
    }

    // A header that is damaged is refused when the file is opened, which is as good as a break.
    private bool Holds()
    {
        try
        {
            return folder.Verify().Holds;
        }
        catch (OnRecordException error) when (error.Code is DiagnosticCodes.LedgerDamaged or DiagnosticCodes.LedgerNewer)
        {
            return false;
        }
    }

    private void WithoutTriggers(string sql)
    {
        var kept = new List<string>();
        using (var connection = OnRecord.Ledger.Sqlite.LedgerConnection.Open(folder.File, Microsoft.Data.Sqlite.SqliteOpenMode.ReadWrite, TimeSpan.FromSeconds(1)))
        {
            var rows = connection.Query("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY rowid");
            var names = new List<string>();
            while (rows.Next())
            {
                names.Add(rows.Text(0));
                kept.Add(rows.Text(1));
            }
            connection.Run("PRAGMA foreign_keys = OFF");
            foreach (var name in names) connection.RunScript($"DROP TRIGGER {name}");
            connection.RunScript(sql);
            foreach (var trigger in kept) connection.RunScript(trigger);
        }
    }

    private string Shown()
    {
        using var ledger = folder.Read();
        var documents = ledger.Documents();
        var statements = ledger.Statements(new StatementQuery()).ToList();
        var found = new[] { "harbour", "bridge winter", "\"blocked the pier\"", "speaker3", "invent*" }.Select(text => ledger.Search(new StatementQuery { Text = text })).ToList();
        var texts = documents.Select(d => ledger.Show(d.Sha256)!).Select(r => new { r.Article!.Text, r.Article.Title, r.Attributions, r.Entities, r.Article.Furniture, r.Raw.Path, Raw = Convert.ToBase64String(r.Raw.Bytes.Span) }).ToList();
        return JsonSerializer.Serialize(new { documents, statements, found, texts, speakers = ledger.Speakers(), failures = ledger.Failures() });
    }
}
