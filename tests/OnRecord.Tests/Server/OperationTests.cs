using OnRecord.Language;
using OnRecord.Ledger;
using OnRecord.Tests.Ledger;

namespace OnRecord.Tests.Server;

public sealed class OperationTests
{
    [Fact]
    public async Task A_server_says_that_it_lives_is_ready_and_how_much_it_did()
    {
        await using var served = await ServedRecord.Of(SampleReadings.Harbour());
        await served.Get("/search?q=secretword");
        await served.Get("/nothing", 404);

        (await served.Get("/health")).Should().Be("alive\n");
        (await served.Get("/ready")).Should().Be("ready at entry 5\n");
        var metrics = await served.Get("/metrics");
        metrics.Should().Contain("onrecord_requests_total{status=\"4xx\"} 1\n").And.Contain("onrecord_requests_total{status=\"2xx\"} 3\n").And.Contain("onrecord_request_seconds_count 4\n");
        metrics.Should().NotContain("secretword", "what people look for is theirs");
    }

    [Fact]
    public async Task A_copy_is_made_while_the_ledger_is_served()
    {
        await using var served = await ServedRecord.Of(SampleReadings.Harbour());
        var copy = Path.Combine(served.Ledger.Folder, "copy.db");

        using (var ledger = served.Ledger.Read()) ledger.CopyTo(copy);

        using var copied = LedgerFile.OpenForReading(copy);
        copied.Verify(TestContext.Current.CancellationToken).FirstBreak.Should().BeNull();
        copied.Documents().Should().ContainSingle();
        using var again = served.Ledger.Read();
        var act = () => again.CopyTo(copy);
        act.Should().Throw<OnRecordException>().Which.Code.Should().Be("OR9001", "a file that is there is not written over");
    }
}
