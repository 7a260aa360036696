namespace OnRecord.Lab.Train;

/// <summary>Gives each hashed feature that occurs often enough a row.</summary>
internal sealed class FeatureTable
{
    private readonly Dictionary<uint, int> counts = [];
    private readonly Dictionary<uint, int> rows = [];
    private readonly List<uint> features = [];

    /// <summary>The features that have rows, in the order of the rows.</summary>
    public IReadOnlyList<uint> Features => features;

    public void Count(ReadOnlySpan<uint> hashed)
    {
        foreach (var feature in hashed)
        {
            System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, feature, out _)++;
        }
    }

    /// <summary>Ends the counting: features that occurred at least so often get rows.</summary>
    public void Freeze(int least)
    {
        foreach (var (feature, count) in counts)
        {
            if (count < least) continue;
            rows[feature] = features.Count;
            features.Add(feature);
        }
        counts.Clear();
    }

    public int[] Rows(ReadOnlySpan<uint> hashed)
    {
        Span<int> found = stackalloc int[hashed.Length];
        var n = 0;
        foreach (var feature in hashed)
        {
            if (rows.TryGetValue(feature, out var row)) found[n++] = row;
        }
        return found[..n].ToArray();
    }
}
