namespace OnRecord.Interpret.Classify;

/// <summary>How the states of a passage become one row: their mean, then each number's largest value. Once for training and reading.</summary>
internal static class PooledStates
{
    /// <summary>The numbers of the row.</summary>
    public static int Count(int width) => 2 * width;

    /// <summary>Pools the states.</summary>
    /// <param name="states">The states, a row a piece.</param>
    /// <param name="width">The numbers of a state.</param>
    /// <param name="pooled">Takes the row.</param>
    /// <param name="largest">Takes the piece of each number's largest value; empty where nobody asks.</param>
    public static void Pool(ReadOnlySpan<float> states, int width, Span<float> pooled, Span<int> largest)
    {
        var length = states.Length / width;
        pooled[..width].Clear();
        states[..width].CopyTo(pooled[width..]);
        largest.Clear();
        for (var j = 0; j < length; j++)
        {
            for (var k = 0; k < width; k++)
            {
                var value = states[j * width + k];
                pooled[k] += value / length;
                if (value <= pooled[width + k]) continue;
                pooled[width + k] = value;
                if (!largest.IsEmpty) largest[k] = j;
            }
        }
    }
}
