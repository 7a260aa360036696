using OnRecord.Ledger;

namespace OnRecord.Server.Search;

/// <summary>
/// Keeps what stands in many documents and is one: pledges, disputes, claims. It is worked out from every standing reading, in
/// the background and with a reader of its own, so that a large ledger keeps nobody waiting: who asks meanwhile is given the
/// threads as they were, or none yet.
/// </summary>
internal sealed class ThreadKeeper(string path, TimeProvider time) : IDisposable
{
    // A few hundred documents are joined in that time.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    // While a large ledger is written to, the threads are worked out again when ten times as long has passed as it took.
    private const int Rest = 10;

    private readonly Lock gate = new();
    private readonly CancellationTokenSource closing = new();
    private volatile RecordedThreads? known;
    private Task work = Task.CompletedTask;
    private long finished;
    private TimeSpan took;

    /// <summary>The threads that are at hand; null for none yet.</summary>
    public RecordedThreads? Known => known;

    /// <summary>The threads as of an entry, or as they were, or null where they take longer than a person waits.</summary>
    /// <exception cref="Language.OnRecordException">OR5004: the ledger is damaged.</exception>
    public async Task<RecordedThreads?> Current(long head, CancellationToken cancellationToken)
    {
        if (known?.Head >= head) return known;
        Task running;
        lock (gate)
        {
            if (work.IsCompleted && (known is null || took < Patience || time.GetElapsedTime(finished) > took * Rest)) work = Task.Run(Work, closing.Token);
            running = work;
        }
        try
        {
            await running.WaitAsync(Patience, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            // It goes on, and the next who asks finds it.
        }
        return known;
    }

    public void Dispose()
    {
        closing.Cancel();
        closing.Dispose();
    }

    private void Work()
    {
        var began = time.GetTimestamp();
        using var ledger = LedgerReader.Open(path);
        known = ledger.Threads(known);
        finished = time.GetTimestamp();
        took = time.GetElapsedTime(began, finished);
    }
}
