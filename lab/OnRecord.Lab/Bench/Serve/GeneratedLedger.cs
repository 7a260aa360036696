using System.Globalization;
using OnRecord.Ledger;

namespace OnRecord.Lab.Bench.Serve;

/// <summary>Writes a ledger of generated articles, to see how the program bears its size.</summary>
internal static class GeneratedLedger
{
    private const int Report = 10_000;

    /// <summary>Writes the ledger.</summary>
    /// <returns>The exit status.</returns>
    public static int Write(string path, int articles, TextWriter output)
    {
        if (File.Exists(path))
        {
            output.WriteLine($"{path} is there already. Give another name, or take it away first.");
            return 1;
        }
        var news = new GeneratedNews();
        using var ledger = LedgerFile.OpenForWriting(path, FixedTime.Instance);
        var run = ledger.BeginRun(new RunDescription { Program = "lab", Models = new Dictionary<string, string> { ["generated"] = "1" } });
        for (var number = 0; number < articles; number++)
        {
            ledger.Append(run, news.Article(number, articles));
            if ((number + 1) % Report == 0) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{number + 1} articles"));
        }
        ledger.EndRun(run, new RunOutcome { IsInterrupted = false, Added = articles, Unchanged = 0, Failed = 0 });
        return 0;
    }

    /// <summary>The same moment always, so that the same command writes the same chain.</summary>
    private sealed class FixedTime : TimeProvider
    {
        public static readonly FixedTime Instance = new();

        public override DateTimeOffset GetUtcNow() => new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    }
}
