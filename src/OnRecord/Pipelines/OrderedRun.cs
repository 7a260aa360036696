using System.Runtime.ExceptionServices;

namespace OnRecord.Pipelines;

/// <summary>
/// Runs work over a long sequence on several threads and hands the results out in the order of the sequence, so that the
/// output is the same for any number of threads. Memory is bounded: no more is taken from the sequence than the bounds
/// on look-ahead allow, and what is taken counts until the next result is asked for.
/// </summary>
public static class OrderedRun
{
    /// <summary>How many items a thread may be ahead where nothing else is said.</summary>
    public const int ItemsAheadForEachThread = 4;

    /// <summary>How much weight may be ahead, of all items together, where nothing else is said: 32 MiB where the weight is bytes.</summary>
    public const long DefaultWeightAhead = 32L * 1024 * 1024;

    /// <summary>The results in the order of the sequence.</summary>
    /// <param name="source">Read by the thread that asks for the results, lazily.</param>
    /// <param name="work">Called by the threads of the run; must be safe to call at the same time on different items.</param>
    /// <param name="weight">How heavy an item is; an item heavier than the bound is worked on with no other taken in beside it.</param>
    /// <param name="threads">How many threads work; at least 1.</param>
    /// <param name="weightAhead">The bound on the weight of what is taken and not handed out.</param>
    /// <param name="cancellationToken">
    /// When cancelled, nothing more is begun; what was begun is finished and handed out, and the sequence of results then
    /// ends without an exception, since the results so far are good.
    /// </param>
    public static IEnumerable<TResult> Over<T, TResult>(
        IEnumerable<T> source,
        Func<T, TResult> work,
        Func<T, long> weight,
        int threads,
        long weightAhead = DefaultWeightAhead,
        CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        return Results(source, work, weight, threads, weightAhead, cancellationToken);
    }

    private static IEnumerable<TResult> Results<T, TResult>(IEnumerable<T> source, Func<T, TResult> work, Func<T, long> weight, int threads, long weightAhead, CancellationToken cancellationToken)
    {
        using var desk = new Desk<T, TResult>(work, threads, cancellationToken);
        using var items = source.GetEnumerator();
        var held = new Queue<Piece<T, TResult>>();
        var heldWeight = 0L;
        var hasMore = true;
        while (true)
        {
            while (hasMore && held.Count < threads * ItemsAheadForEachThread && (held.Count == 0 || heldWeight < weightAhead))
            {
                if (cancellationToken.IsCancellationRequested || !items.MoveNext())
                {
                    hasMore = false;
                    break;
                }
                var piece = new Piece<T, TResult>(items.Current, weight(items.Current));
                heldWeight += piece.Weight;
                held.Enqueue(piece);
                desk.Put(piece);
            }
            if (!held.TryPeek(out var first) || !desk.WaitFor(first)) yield break;
            yield return first.Outcome;
            held.Dequeue();
            heldWeight -= first.Weight;
        }
    }

    /// <summary>One item on its way through the run.</summary>
    private sealed class Piece<T, TResult>(T item, long weight)
    {
        private TResult? result;
        private ExceptionDispatchInfo? error;

        public long Weight => weight;

        public bool IsBegun { get; set; }

        public bool IsDone { get; set; }

        public TResult Outcome
        {
            get
            {
                error?.Throw();
                return result!;
            }
        }

        public void Do(Func<T, TResult> work)
        {
            try
            {
                result = work(item);
            }
            catch (Exception thrown)
            {
                // Thrown again on the thread that asks for the result, where the caller can see it.
                error = ExceptionDispatchInfo.Capture(thrown);
            }
        }
    }

    /// <summary>The threads, and the pieces that wait for one of them, first come first served.</summary>
    private sealed class Desk<T, TResult> : IDisposable
    {
        private readonly object gate = new();
        private readonly Queue<Piece<T, TResult>> waiting = new();
        private readonly Func<T, TResult> work;
        private readonly CancellationTokenRegistration registration;
        private bool isClosed;

        public Desk(Func<T, TResult> work, int count, CancellationToken cancellationToken)
        {
            this.work = work;
            registration = cancellationToken.Register(Close);
            for (var i = 0; i < count; i++) new Thread(Serve) { IsBackground = true, Name = "OnRecord reading" }.Start();
        }

        public void Put(Piece<T, TResult> piece)
        {
            lock (gate)
            {
                waiting.Enqueue(piece);
                Monitor.PulseAll(gate);
            }
        }

        /// <summary>Waits until the piece is done; false where it was not begun before the run was cancelled, and then nor was any after it.</summary>
        public bool WaitFor(Piece<T, TResult> piece)
        {
            lock (gate)
            {
                while (!piece.IsDone)
                {
                    if (isClosed && !piece.IsBegun) return false;
                    Monitor.Wait(gate);
                }
                return true;
            }
        }

        /// <summary>Lets the threads end after what they have begun.</summary>
        public void Dispose()
        {
            registration.Dispose();
            Close();
        }

        private void Close()
        {
            lock (gate)
            {
                isClosed = true;
                Monitor.PulseAll(gate);
            }
        }

        private void Serve()
        {
            while (Take() is { } piece)
            {
                piece.Do(work);
                lock (gate)
                {
                    piece.IsDone = true;
                    Monitor.PulseAll(gate);
                }
            }
        }

        private Piece<T, TResult>? Take()
        {
            lock (gate)
            {
                while (!isClosed && waiting.Count == 0) Monitor.Wait(gate);
                if (isClosed) return null;
                var piece = waiting.Dequeue();
                piece.IsBegun = true;
                return piece;
            }
        }
    }
}
