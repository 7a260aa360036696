namespace OnRecord.Language.Learning;

/// <summary>
/// Brings the numbers that go into a layer half way to one size, and its weights the other way (Xiao et al. 2023). Vectors are larger
/// than the rows of tables, and eight bits with one scale for a whole row of both would leave nothing of the tables.
/// </summary>
internal static class Evening
{
    /// <summary>The largest size of each column's numbers.</summary>
    public static float[] Peaks(ReadOnlySpan<float> table, int width)
    {
        var peaks = new float[width];
        for (var row = 0; row + width <= table.Length; row += width)
        {
            for (var i = 0; i < width; i++) peaks[i] = MathF.Max(peaks[i], MathF.Abs(table[row + i]));
        }
        return peaks;
    }

    /// <summary>Multiplies each row of weights with its factor, and gives what the numbers it meets are to be multiplied with.</summary>
    /// <param name="weights">A row for each number that goes in.</param>
    /// <param name="columns">The length of a row.</param>
    /// <param name="peaks">The largest size of each number that goes in; nought for what never goes in.</param>
    public static float[] Apply(Span<float> weights, int columns, ReadOnlySpan<float> peaks)
    {
        var shrinking = new float[weights.Length / columns];
        for (var k = 0; k < shrinking.Length; k++)
        {
            var row = weights.Slice(k * columns, columns);
            var peak = 0f;
            foreach (var weight in row) peak = MathF.Max(peak, MathF.Abs(weight));
            var factor = peak == 0 || peaks[k] == 0 ? 1 : MathF.Sqrt(peaks[k] / peak);
            foreach (ref var weight in row) weight *= factor;
            shrinking[k] = 1 / factor;
        }
        return shrinking;
    }

    /// <summary>Multiplies the columns of a table.</summary>
    public static void Scale(Span<float> table, ReadOnlySpan<float> factors)
    {
        for (var row = 0; row + factors.Length <= table.Length; row += factors.Length)
        {
            for (var i = 0; i < factors.Length; i++) table[row + i] *= factors[i];
        }
    }
}
