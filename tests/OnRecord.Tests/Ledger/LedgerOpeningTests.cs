using OnRecord.Language;
using OnRecord.Ledger;
using OnRecord.Ledger.Schema;

namespace OnRecord.Tests.Ledger;

public sealed class LedgerOpeningTests : IDisposable
{
    private readonly LedgerFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_ledger_that_is_not_there_is_not_made_by_reading()
    {
        Refused(DiagnosticCodes.LedgerMissing, () => folder.Read());
        File.Exists(folder.File).Should().BeFalse();
    }

    [Fact]
    public void An_empty_file_becomes_a_ledger_when_written_and_is_none_when_read()
    {
        File.WriteAllBytes(folder.File, []);

        Refused(DiagnosticCodes.LedgerDamaged, () => folder.Read());
        folder.Record(SampleReadings.Harbour()).Should().Equal(AppendOutcome.Added);
    }

    [Theory]
    [InlineData("This is a text and no ledger.")]
    [InlineData("SQLite format 3\0 and then nothing that SQLite knows, however long it goes on and on, past the header's hundred bytes.")]
    public void A_file_of_another_kind_is_refused_and_left_as_it_is(string content)
    {
        File.WriteAllText(folder.File, content);

        Refused(DiagnosticCodes.LedgerDamaged, () => folder.Read());
        Refused(DiagnosticCodes.LedgerDamaged, () => folder.Write());
        File.ReadAllText(folder.File).Should().Be(content);
    }

    [Fact]
    public void A_database_of_another_program_is_refused_and_left_as_it_is()
    {
        using (var other = OnRecord.Ledger.Sqlite.LedgerConnection.Open(folder.File, Microsoft.Data.Sqlite.SqliteOpenMode.ReadWriteCreate, TimeSpan.Zero))
        {
            other.RunScript("CREATE TABLE stamps (id INTEGER PRIMARY KEY); PRAGMA user_version = 1;");
        }

        Refused(DiagnosticCodes.LedgerDamaged, () => folder.Write()).Message.Should().Contain("another program");
        Refused(DiagnosticCodes.LedgerDamaged, () => folder.Read());
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(50)]
    public void A_ledger_that_was_cut_off_is_refused(int part)
    {
        folder.Record(SampleReadings.Harbour(), SampleReadings.Numbered(1, 20));
        using (var file = File.OpenWrite(folder.File)) file.SetLength(file.Length - (file.Length / part));

        Refused(DiagnosticCodes.LedgerDamaged, () => folder.Read()).Message.Should().Contain("cut off");
        Refused(DiagnosticCodes.LedgerDamaged, () => folder.Write());
    }

    [Fact]
    public void A_ledger_of_a_newer_version_is_refused_and_left_as_it_is()
    {
        folder.Record(SampleReadings.Harbour());
        RawFile.Run(folder.File, "PRAGMA user_version = 99");

        Refused(DiagnosticCodes.LedgerNewer, () => folder.Read()).Message.Should().Contain("99").And.Contain(folder.File);
        Refused(DiagnosticCodes.LedgerNewer, () => folder.Write());
        RawFile.Count(folder.File, "documents").Should().Be(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_older_ledger_is_copied_and_brought_up_to_date(bool byWriting)
    {
        folder.Record(SampleReadings.Harbour());
        var newer = new LedgerOptions { Scripts = [.. Scripts.All, new Script(Scripts.All.Count + 1, "later", "CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT;")] };

        using (var ledger = byWriting ? folder.Write(newer) : LedgerFile.OpenForReading(folder.File, newer))
        {
            ledger.Documents().Should().ContainSingle();
            ledger.Verify(TestContext.Current.CancellationToken).FirstBreak.Should().BeNull();
        }

        RawFile.Count(folder.File, "later").Should().Be(0);
        var copy = $"{folder.File}.version-{Scripts.All.Count}";
        using var old = LedgerFile.OpenForReading(copy);
        old.Documents().Should().ContainSingle();
        Refused(DiagnosticCodes.LedgerNewer, () => folder.Read());
    }

    [Fact]
    public void A_ledger_of_the_first_version_keeps_what_it_holds()
    {
        var plain = SampleReadings.Harbour();
        folder.Record(plain with
        {
            Entities = [.. plain.Entities.Select(e => new Entity { Id = e.Id, Name = e.Name, Type = e.Type, Mentions = e.Mentions })],
            Attributions = [.. plain.Attributions.Select(a => a with { Role = null, OnBehalfOf = null, Addressee = null, Venue = null, When = null, SourceDescription = null })],
        });
        var first = Path.Combine(folder.Folder, "first.db");
        File.WriteAllBytes(first, []);
        RawFile.Run(first, Scripts.All[0].Sql);
        RawFile.Run(first, $"""
            ATTACH '{folder.File}' AS new;
            INSERT INTO schema_versions SELECT * FROM new.schema_versions WHERE version = 1;
            INSERT INTO entries SELECT * FROM new.entries;
            INSERT INTO archive SELECT * FROM new.archive;
            INSERT INTO runs SELECT * FROM new.runs;
            INSERT INTO run_models SELECT * FROM new.run_models;
            INSERT INTO run_ends SELECT * FROM new.run_ends;
            INSERT INTO documents SELECT * FROM new.documents;
            INSERT INTO occurrences SELECT * FROM new.occurrences;
            INSERT INTO readings SELECT * FROM new.readings;
            INSERT INTO entities SELECT reading, id, name, type FROM new.entities;
            INSERT INTO attributions SELECT id, reading, name, kind, confidence, speaker, unresolved, continues, inside FROM new.attributions;
            INSERT INTO spans SELECT * FROM new.spans;
            INSERT INTO statement_index (statement_index) VALUES ('rebuild');
            PRAGMA application_id = {Migration.ApplicationId};
            PRAGMA user_version = 1;
            """);

        using var ledger = LedgerFile.OpenForWriting(first, StillTime.Noon);

        ledger.Verify(TestContext.Current.CancellationToken).FirstBreak.Should().BeNull();
        ledger.Search(new OnRecord.Ledger.StatementQuery { Speaker = "Dubois" }).Should().ContainSingle().Which.Role.Should().BeNull();
        ledger.Append(ledger.BeginRun(LedgerFolder.Version("new")), SampleReadings.Harbour()).Should().Be(AppendOutcome.NewAnalysis);
        ledger.Search(new OnRecord.Ledger.StatementQuery { Speaker = "Dubois" }).Should().ContainSingle().Which.Role.Should().Be("Minister of Ports");
        ledger.Verify(TestContext.Current.CancellationToken).FirstBreak.Should().BeNull();
    }

    [Fact]
    public void A_step_that_fails_leaves_the_ledger_at_the_version_it_had()
    {
        folder.Record(SampleReadings.Harbour());
        var wrong = new LedgerOptions { Scripts = [.. Scripts.All, new Script(Scripts.All.Count + 1, "wrong", "CREATE TABLE half (id INTEGER PRIMARY KEY) STRICT; CREATE TABLE entries (id);")] };

        var open = () => folder.Write(wrong);

        open.Should().Throw<Microsoft.Data.Sqlite.SqliteException>();
        folder.Verify().FirstBreak.Should().BeNull();
    }

    [Fact]
    public void A_folder_is_no_ledger()
    {
        Refused(DiagnosticCodes.LedgerDamaged, () => LedgerFile.OpenForReading(folder.Folder));
        Refused(DiagnosticCodes.LedgerDamaged, () => LedgerFile.OpenForWriting(folder.Folder, StillTime.Noon));
    }

    [Fact]
    public void A_ledger_in_a_folder_that_is_not_there_cannot_be_written() =>
        Refused(DiagnosticCodes.LedgerReadOnly, () => LedgerFile.OpenForWriting(Path.Combine(folder.Folder, "none", "a.db"), StillTime.Noon));

    [Fact]
    public void A_write_protected_ledger_can_be_read_and_not_written()
    {
        folder.Record(SampleReadings.Harbour());
        File.SetAttributes(folder.File, FileAttributes.ReadOnly);

        Refused(DiagnosticCodes.LedgerReadOnly, () => folder.Write());
        folder.Verify().FirstBreak.Should().BeNull();
        File.SetAttributes(folder.File, FileAttributes.Normal);
    }

    [Fact]
    public void A_ledger_opened_for_reading_takes_no_records()
    {
        folder.Record(SampleReadings.Harbour());
        using var ledger = folder.Read();

        ledger.Invoking(l => l.BeginRun(LedgerFolder.Version())).Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public void Nothing_stays_beside_a_closed_ledger()
    {
        folder.Record(SampleReadings.Harbour());
        using (var ledger = folder.Read())
        {
            ledger.Search(new StatementQuery { Text = "harbour" }).Should().ContainSingle();
            ledger.Statements(new StatementQuery()).Take(1).Should().ContainSingle();
        }

        Directory.GetFiles(folder.Folder).Should().Equal(folder.File);
    }

    private static OnRecordException Refused(string code, Func<LedgerFile> open)
    {
        var error = open.Should().Throw<OnRecordException>().Which;
        error.Code.Should().Be(code);
        return error;
    }
}
