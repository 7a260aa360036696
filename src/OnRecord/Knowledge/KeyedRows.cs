using System.Text;

namespace OnRecord.Knowledge;

/// <summary>
/// Tables of which a run asks for few rows: what the rows of a key say is put together when it is first asked for, and once. Rows are
/// added before anything is asked; then it is safe to share between threads.
/// </summary>
/// <param name="make">Makes what a row says, given what the rows before it said.</param>
internal sealed class KeyedRows<T>(Func<FactRow, T?, T> make)
    where T : class
{
    // The rows of each key in the order in which keys were first met; later rows of a key stand apart.
    private readonly List<FactRow> first = [];
    private readonly Dictionary<int, List<FactRow>> later = [];
    private readonly RowIndex byKey = new();
    private T?[] made = [];

    /// <summary>How many keys there are.</summary>
    public int Count => first.Count;

    /// <summary>What all rows say, in the order in which their keys were first met.</summary>
    public IEnumerable<T> All => Enumerable.Range(0, Count).Select(number => this[number]);

    /// <summary>What the rows of a key say, by the key's number.</summary>
    public T this[int number]
    {
        get
        {
            if (Volatile.Read(ref made[number]) is { } known) return known;
            var value = make(first[number], null);
            if (later.TryGetValue(number, out var others))
            {
                foreach (var row in others) value = make(row, value);
            }
            // Whoever comes second takes what the first one made: there is one of each.
            return Interlocked.CompareExchange(ref made[number], value, null) ?? value;
        }
    }

    /// <summary>Makes room for so many more rows at once.</summary>
    public void Expect(int rows)
    {
        first.EnsureCapacity(first.Count + rows);
        byKey.Expect(rows, rows);
        Array.Resize(ref made, Math.Max(made.Length, first.Count + rows));
    }

    /// <summary>Adds a row.</summary>
    /// <returns>The number of its key.</returns>
    /// <exception cref="Language.OnRecordException">OR6001: it has no key.</exception>
    public int Add(FactRow row)
    {
        var key = row.RequiredCell("key");
        var hash = RowIndex.Hash(key);
        if (Number(key, hash) is >= 0 and var known)
        {
            if (!later.TryGetValue(known, out var others)) later[known] = others = [];
            others.Add(row);
            made[known] = null;
            return known;
        }
        byKey.Add(hash, first.Count);
        first.Add(row);
        if (made.Length < first.Count) Array.Resize(ref made, Math.Max(64, 2 * made.Length));
        return first.Count - 1;
    }

    /// <summary>Whether there are rows of a key.</summary>
    public bool Has(string key) => Number(Encoding.UTF8.GetBytes(key), RowIndex.Hash(key)) >= 0;

    /// <summary>What the rows of a key say; null where there are none.</summary>
    public T? Find(ReadOnlySpan<byte> key) => Number(key, RowIndex.Hash(key)) is >= 0 and var number ? this[number] : null;

    /// <summary>What the rows of a key say; null where there are none.</summary>
    public T? Find(string key) => Find(Encoding.UTF8.GetBytes(key));

    private int Number(ReadOnlySpan<byte> key, uint hash)
    {
        for (var place = byKey.First(hash); place != 0; place = byKey.Next(place))
        {
            if (first[byKey.Row(place)].Cell("key").SequenceEqual(key)) return byKey.Row(place);
        }
        return -1;
    }
}
