using System.Collections;

namespace OnRecord.Interpret.Clauses;

/// <summary>The dependents of a token, in order: each tells the next, and going through them asks for no memory.</summary>
/// <param name="first">The first; -1 where there is none.</param>
/// <param name="next">For each token the next of the same head; -1 after the last.</param>
internal readonly struct Dependents(int first, int[] next) : IEnumerable<int>
{
    public Enumerator GetEnumerator() => new(first, next);

    IEnumerator<int> IEnumerable<int>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Goes from one to the next.</summary>
    internal struct Enumerator : IEnumerator<int>
    {
        private readonly int[] next;
        private int coming;

        public Enumerator(int first, int[] next) => (coming, this.next) = (first, next);

        public int Current { get; private set; } = -1;

        readonly object IEnumerator.Current => Current;

        public bool MoveNext()
        {
            if (coming < 0) return false;
            Current = coming;
            coming = next[coming];
            return true;
        }

        public readonly void Reset() => throw new NotSupportedException("Dependents are gone through once.");

        public readonly void Dispose()
        {
        }
    }
}
