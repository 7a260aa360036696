using System.Collections.Concurrent;
using OnRecord.Knowledge;
using OnRecord.Ledger;
using OnRecord.Pipelines;

namespace OnRecord.Server.Adding;

/// <summary>Reads what people add, one document after the other, and records it. The models are loaded when the first comes.</summary>
internal sealed class ReadingDesk(ServerOptions options) : IDisposable
{
    // What waits is held in memory; a person who finds the line this long is told to come back.
    private const int LongestLine = 16;

    // Reports of what was read are kept for those who still look at them.
    private const int MostReports = 200;

    private Equipment? equipment;
    private readonly SemaphoreSlim turn = new(1);
    private readonly ConcurrentDictionary<string, ReadingJob> jobs = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> order = new();
    private readonly CancellationTokenSource closing = new();
    private int waiting;

    /// <summary>Puts a document in line; null where the line is full.</summary>
    public ReadingJob? Begin(RawDocument raw)
    {
        if (jobs.TryGetValue(raw.Sha256, out var same) && !same.State.IsDone) return same;
        if (Interlocked.Increment(ref waiting) > LongestLine)
        {
            Interlocked.Decrement(ref waiting);
            return null;
        }
        var job = new ReadingJob(raw.Sha256, raw.Path);
        jobs[raw.Sha256] = job;
        order.Enqueue(raw.Sha256);
        while (order.Count > MostReports && order.TryDequeue(out var oldest)) jobs.TryRemove(oldest, out _);
        job.Completion = Task.Run(() => Finish(job, raw));
        return job;
    }

    public ReadingJob? Job(string sha256) => jobs.GetValueOrDefault(sha256);

    /// <summary>Reads a document and records nothing.</summary>
    public async Task<Reading> Read(RawDocument raw, CancellationToken cancellationToken) => (await Read(raw, null, cancellationToken)).Reading;

    public void Dispose()
    {
        closing.Cancel();
        closing.Dispose();
        turn.Dispose();
    }

    private async Task<(Reading Reading, Equipment Equipment)> Read(RawDocument raw, ReadingJob? job, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            var facts = Facts();
            if (equipment is null || !equipment.HasAll(facts))
            {
                job?.Enter("Loading the models");
                equipment = await Task.Run(() => Equipment.Of(options, facts), cancellationToken);
            }
            var ready = equipment;
            return (await Task.Run(() => ready.Pipeline.Read(raw, stage => job?.Enter(stage.Name), cancellationToken), cancellationToken), ready);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task Finish(ReadingJob job, RawDocument raw)
    {
        try
        {
            var (reading, ready) = await Read(raw, job, closing.Token);
            job.Enter("Recording");
            job.Finish(reading, Record(reading, ready));
        }
        catch (Language.OnRecordException error)
        {
            job.Fail(new Failure(raw.Path, error.Code, error.Message));
        }
        catch (OperationCanceledException)
        {
            job.Fail(new Failure(raw.Path, Language.DiagnosticCodes.Interrupted, "The server was stopped before this was read. Add it again."));
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }

    // Asked for each document: `onrecord knowledge add` may have added to them since the last.
    private IReadOnlyList<AddedFacts> Facts()
    {
        using var ledger = LedgerFile.OpenForReading(options.Ledger);
        return ledger.Knowledge();
    }

    // Opened for this document alone, so that other programs find the ledger free between two.
    private AppendOutcome Record(Reading reading, Equipment ready)
    {
        using var ledger = LedgerFile.OpenForWriting(options.Ledger, options.Time);
        var run = ledger.BeginRun(new RunDescription { Program = options.Program, Models = ready.Checksums });
        var outcome = ledger.Append(run, reading);
        ledger.EndRun(run, new RunOutcome
        {
            IsInterrupted = false,
            Added = outcome is AppendOutcome.Added or AppendOutcome.NewAnalysis ? 1 : 0,
            Unchanged = outcome == AppendOutcome.AlreadyRecorded ? 1 : 0,
            Failed = outcome == AppendOutcome.FailureRecorded ? 1 : 0,
        });
        return outcome;
    }
}
