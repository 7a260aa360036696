using System.Collections.Concurrent;
using System.Text;

namespace OnRecord.Knowledge;

/// <summary>
/// A table whose rows belong together where one cell says the same, such as the times in office of a person: read when a group is first
/// asked for, and once. Rows are added before anything is asked; then it is safe to share between threads.
/// </summary>
/// <param name="rows">The rows, to which others may be added.</param>
/// <param name="column">The cell's column.</param>
/// <param name="make">Makes what a row says.</param>
/// <param name="inOrder">Puts a group in order; null for the order of the rows.</param>
internal sealed class GroupedRows<T>(List<FactRow> rows, string column, Func<FactRow, T> make, Func<IEnumerable<T>, IEnumerable<T>>? inOrder = null)
{
    private static readonly IReadOnlyList<T> Nothing = [];

    private readonly RowIndex byCell = new();
    private ConcurrentDictionary<string, IReadOnlyList<T>>? made;
    private string[]? keys;

    /// <summary>What the groups are called, in the order in which they were first met.</summary>
    public IReadOnlyList<string> Keys => keys ??= [.. rows.Select(row => row[column]).Distinct(StringComparer.Ordinal)];

    /// <summary>Every group.</summary>
    public IEnumerable<IReadOnlyList<T>> Groups => Keys.Select(Of);

    /// <summary>Makes room for so many more rows at once.</summary>
    public void Expect(int count) => byCell.Expect(count, 0);

    /// <summary>Takes note of the last row.</summary>
    public void AddLast()
    {
        byCell.Add(RowIndex.Hash(rows[^1].Cell(column)), rows.Count - 1);
        (made, keys) = (null, null);
    }

    /// <summary>Whether there are rows of a group.</summary>
    public bool Has(string key) => Rows(key).Any();

    /// <summary>The rows of a group; empty where there are none.</summary>
    public IReadOnlyList<T> Of(string key)
    {
        var known = LazyInitializer.EnsureInitialized(ref made, () => new ConcurrentDictionary<string, IReadOnlyList<T>>(StringComparer.Ordinal));
        if (known.TryGetValue(key, out var before)) return before;
        var group = Rows(key).Select(make);
        IReadOnlyList<T> read = [.. inOrder is null ? group : inOrder(group)];
        // What nobody has is not kept: any name may be asked for.
        return read.Count == 0 ? Nothing : known.GetOrAdd(key, read);
    }

    private IEnumerable<FactRow> Rows(string key)
    {
        var bytes = Encoding.UTF8.GetBytes(key);
        for (var place = byCell.First(RowIndex.Hash(bytes)); place != 0; place = byCell.Next(place))
        {
            if (rows[byCell.Row(place)].Cell(column).SequenceEqual(bytes)) yield return rows[byCell.Row(place)];
        }
    }
}
