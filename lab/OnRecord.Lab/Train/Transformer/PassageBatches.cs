namespace OnRecord.Lab.Train.Transformer;

/// <summary>Puts passages of like length into batches, in another order each time.</summary>
internal static class PassageBatches
{
    // Passages are sorted by length within so many batches.
    private const int Together = 32;

    /// <summary>The places of the passages of each batch.</summary>
    public static IEnumerable<int[]> Of(IReadOnlyList<int[]> passages, int size, Xorshift chance)
    {
        var order = Enumerable.Range(0, passages.Count).ToArray();
        chance.Shuffle(order);
        var batches = order.Chunk(size * Together).SelectMany(part => part.OrderBy(i => passages[i].Length).Chunk(size)).ToArray();
        chance.Shuffle(batches);
        return batches;
    }

    /// <summary>The number of batches that one pass has.</summary>
    public static int Count(int passages, int size) => Enumerable.Range(0, passages).Chunk(size * Together).Sum(part => (part.Length + size - 1) / size);
}
