using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using OnRecord.Knowledge;
using OnRecord.Ledger;
using OnRecord.Server.Search;

namespace OnRecord.Server;

/// <summary>The ledger that is served, for as many readers at once as the machine has use for.</summary>
internal sealed class Record : IDisposable
{
    // More readers than processors only take turns at them; the rest wait here and hold no page in memory.
    private static readonly int MostReaders = Math.Max(2, Environment.ProcessorCount);

    private readonly ConcurrentBag<LedgerReader> idle = [];
    private readonly SemaphoreSlim turns = new(MostReaders);
    private readonly string path;
    private readonly TimeProvider time;
    // Two that ask at once may both make it; they make the same.
    private volatile StrongBox<(IReadOnlyList<AddedFacts> Added, WorldKnowledge World)>? knowledge;

    public Record(string path, TimeProvider time)
    {
        this.path = path;
        this.time = time;
        Threads = new ThreadKeeper(path, time);
    }

    /// <summary>Pledges, disputes and claims, joined over all articles.</summary>
    public ThreadKeeper Threads { get; }

    /// <summary>The day it is, in UTC: pledges fall due by it.</summary>
    public DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <summary>The shipped knowledge with what the ledger adds to it. Made anew only where something was added.</summary>
    public WorldKnowledge Knowledge(LedgerReader ledger)
    {
        var added = ledger.Knowledge();
        var known = knowledge;
        if (known is null || !known.Value.Added.Select(KeyOf).SequenceEqual(added.Select(KeyOf))) knowledge = known = new((added, WorldKnowledge.With(added)));
        return known.Value.World;

        static (string, string, string) KeyOf(AddedFacts facts) => (facts.Name, facts.Concept, facts.Table);
    }

    /// <summary>Asks the ledger, when it is this question's turn.</summary>
    /// <exception cref="Language.OnRecordException">The ledger cannot answer.</exception>
    public async Task<T> Ask<T>(Func<LedgerReader, T> question, CancellationToken cancellationToken)
    {
        await turns.WaitAsync(cancellationToken);
        try
        {
            var reader = idle.TryTake(out var free) ? free : LedgerReader.Open(path);
            var isSound = false;
            try
            {
                var answer = question(reader);
                isSound = true;
                return answer;
            }
            finally
            {
                // After an error the file may be another one than was opened.
                if (isSound) idle.Add(reader);
                else reader.Dispose();
            }
        }
        finally
        {
            turns.Release();
        }
    }

    public void Dispose()
    {
        Threads.Dispose();
        while (idle.TryTake(out var reader)) reader.Dispose();
        turns.Dispose();
    }
}
