using System.Collections.Concurrent;
using OnRecord.Ledger;

namespace OnRecord.Server;

/// <summary>The ledger that is served, for as many readers at once as the machine has use for.</summary>
internal sealed class Record : IDisposable
{
    // More readers than processors only take turns at them; the rest wait here and hold no page in memory.
    private static readonly int MostReaders = Math.Max(2, Environment.ProcessorCount);

    private readonly ConcurrentBag<LedgerReader> idle = [];
    private readonly SemaphoreSlim turns = new(MostReaders);
    private readonly string path;

    public Record(string path) => this.path = path;

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
        while (idle.TryTake(out var reader)) reader.Dispose();
        turns.Dispose();
    }
}
