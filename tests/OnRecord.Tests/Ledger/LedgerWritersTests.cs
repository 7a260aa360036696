using Microsoft.Data.Sqlite;
using OnRecord.Language;
using OnRecord.Ledger;
using OnRecord.Ledger.Sqlite;

namespace OnRecord.Tests.Ledger;

public sealed class LedgerWritersTests : IDisposable
{
    private readonly LedgerFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Two_writers_take_turns_and_nothing_is_lost()
    {
        Task WriteFrom(int first) => Task.Run(() =>
        {
            using var ledger = folder.Write();
            var run = ledger.BeginRun(LedgerFolder.Version());
            for (var i = 0; i < 20; i++) ledger.Append(run, SampleReadings.Numbered(first + i, 3)).Should().Be(AppendOutcome.Added);
            ledger.EndRun(run, LedgerFolder.Done(20));
        });

        await Task.WhenAll(WriteFrom(0), WriteFrom(100));

        var verification = folder.Verify();
        verification.FirstBreak.Should().BeNull();
        verification.Documents.Should().Be(40);
        verification.Entries.Should().Be(2 + (40 * 3) + 2);
    }

    [Fact]
    public async Task Threads_share_one_ledger()
    {
        using (var ledger = folder.Write())
        {
            var run = ledger.BeginRun(LedgerFolder.Version());
            await Task.WhenAll(Enumerable.Range(0, 4).Select(t => Task.Run(() =>
            {
                for (var i = 0; i < 10; i++)
                {
                    ledger.Append(run, SampleReadings.Numbered((t * 10) + i, 2));
                    ledger.Documents();
                }
            })));
            ledger.EndRun(run, LedgerFolder.Done(40));
        }

        folder.Verify().Should().BeEquivalentTo(new { Holds = true, Documents = 40L });
    }

    [Fact]
    public void A_writer_that_never_gets_its_turn_says_so_and_has_recorded_nothing()
    {
        using var ledger = folder.Write(new LedgerOptions { Patience = TimeSpan.FromMilliseconds(20) });
        var run = ledger.BeginRun(LedgerFolder.Version());
        using (var other = LedgerConnection.Open(folder.File, SqliteOpenMode.ReadWrite, TimeSpan.Zero))
        {
            other.Run("BEGIN IMMEDIATE");

            ledger.Invoking(l => l.Append(run, SampleReadings.Harbour())).Should().Throw<OnRecordException>()
                .Where(e => e.Code == DiagnosticCodes.LedgerBusy).WithMessage($"*{folder.File}*");

            other.Run("ROLLBACK");
        }

        ledger.Documents().Should().BeEmpty();
        ledger.Append(run, SampleReadings.Harbour()).Should().Be(AppendOutcome.Added);
        ledger.Verify(TestContext.Current.CancellationToken).FirstBreak.Should().BeNull();
    }

    [Fact]
    public void A_reader_sees_the_ledger_while_another_writes()
    {
        using var writer = folder.Write();
        var run = writer.BeginRun(LedgerFolder.Version());
        writer.Append(run, SampleReadings.Numbered(1, 3));
        using var reader = folder.Read();
        using var statements = reader.Statements(new StatementQuery()).GetEnumerator();
        statements.MoveNext().Should().BeTrue();

        writer.Append(run, SampleReadings.Numbered(2, 3));

        var rest = 1;
        while (statements.MoveNext()) rest++;
        rest.Should().Be(3, "what is recorded while statements are gone through is not among them");
        reader.Statements(new StatementQuery()).Should().HaveCount(6);
        reader.Verify(TestContext.Current.CancellationToken).FirstBreak.Should().BeNull();
    }

    [Fact]
    public void A_full_disk_loses_nothing_that_was_recorded()
    {
        var recorded = 0;
        using (var ledger = folder.Write(new LedgerOptions { MaxPages = 120 }))
        {
            var run = ledger.BeginRun(LedgerFolder.Version());
            var fill = () =>
            {
                for (; recorded < 1000; recorded++) ledger.Append(run, SampleReadings.Numbered(recorded, 10));
            };

            fill.Should().Throw<OnRecordException>().Where(e => e.Code == DiagnosticCodes.LedgerDiskFull).WithMessage($"*{folder.File}*");
        }

        recorded.Should().BePositive();
        var verification = folder.Verify();
        verification.FirstBreak.Should().BeNull();
        verification.Documents.Should().Be(recorded);
        folder.Record(SampleReadings.Numbered(recorded, 10)).Should().Equal(AppendOutcome.Added);
    }

    [Fact]
    public void What_an_append_reported_is_there_though_the_program_ends_at_once()
    {
        // The files as they are in the middle of a run are what is left when the program is killed.
        using var copy = new LedgerFolder();
        using (var ledger = folder.Write())
        {
            var run = ledger.BeginRun(LedgerFolder.Version());
            ledger.Append(run, SampleReadings.Harbour());
            foreach (var file in Directory.GetFiles(folder.Folder)) File.Copy(file, Path.Combine(copy.Folder, Path.GetFileName(file)));
        }

        var verification = copy.Verify();
        verification.FirstBreak.Should().BeNull();
        verification.Documents.Should().Be(1);
        copy.Record(SampleReadings.Harbour()).Should().Equal(AppendOutcome.AlreadyRecorded);
    }
}
