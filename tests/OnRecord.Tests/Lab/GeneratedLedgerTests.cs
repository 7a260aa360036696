using OnRecord.Lab.Bench.Serve;
using OnRecord.Ledger;
using OnRecord.Tests.Ledger;

namespace OnRecord.Tests.Lab;

public sealed class GeneratedLedgerTests
{
    [Fact]
    public void A_generated_ledger_holds_and_is_the_same_every_time()
    {
        using var folder = new LedgerFolder();
        var again = Path.Combine(folder.Folder, "again.db");

        GeneratedLedger.Write(folder.File, 12, TextWriter.Null).Should().Be(0);
        GeneratedLedger.Write(again, 12, TextWriter.Null).Should().Be(0);

        var verification = folder.Verify();
        verification.FirstBreak.Should().BeNull();
        verification.Documents.Should().Be(12);
        using var ledger = LedgerFile.OpenForReading(again);
        ledger.Verify(TestContext.Current.CancellationToken).Head.Should().Be(verification.Head);
        ledger.Search(new StatementQuery()).Should().HaveCount(120).And.Contain(row => row.Speaker == null).And.Contain(row => row.Knowledge != null);
        GeneratedLedger.Write(again, 1, TextWriter.Null).Should().Be(1, "a ledger that is there is not written to");
    }
}
