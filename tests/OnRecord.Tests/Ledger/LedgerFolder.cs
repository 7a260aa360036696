using OnRecord.Ledger;

namespace OnRecord.Tests.Ledger;

/// <summary>A folder of its own for the ledgers of one test, with a clock that stands still.</summary>
internal sealed class LedgerFolder : IDisposable
{
    public LedgerFolder()
    {
        Folder = Directory.CreateTempSubdirectory("onrecord-ledger-").FullName;
        File = Path.Combine(Folder, "onrecord.db");
    }

    public string Folder { get; }

    public string File { get; }

    public static RunDescription Version(string model = "abc") => new() { Program = "0.1.0", Models = new Dictionary<string, string> { ["attribution"] = model } };

    public static RunOutcome Done(int added = 1) => new() { IsInterrupted = false, Added = added, Unchanged = 0, Failed = 0 };

    public LedgerFile Write() => LedgerFile.OpenForWriting(File, StillTime.Noon);

    internal LedgerFile Write(LedgerOptions options) => LedgerFile.OpenForWriting(File, StillTime.Noon, options);

    public LedgerFile Read() => LedgerFile.OpenForReading(File);

    /// <summary>Records the readings in one run.</summary>
    public IReadOnlyList<AppendOutcome> Record(params IReadOnlyList<Reading> readings)
    {
        using var ledger = Write();
        var run = ledger.BeginRun(Version());
        var outcomes = readings.Select(r => ledger.Append(run, r)).ToList();
        ledger.EndRun(run, Done(readings.Count));
        return outcomes;
    }

    public Verification Verify()
    {
        using var ledger = Read();
        return ledger.Verify(TestContext.Current.CancellationToken);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
