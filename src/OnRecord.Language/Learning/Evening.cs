using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace OnRecord.Language.Learning;

/// <summary>
/// Brings the numbers that go into a layer half way to one size, and its weights the other way, so that its products stay what they
/// are (Xiao et al. 2023). Vectors are larger than the rows of tables, and eight bits with one scale for a whole row of both would
/// leave nothing of the tables.
/// </summary>
internal static class Evening
{
    /// <summary>Changes the weights of a layer that takes a word's vector and then a row of each of some tables, and has the tables give other numbers.</summary>
    /// <param name="vectors">The word vectors, which serve others too and stay as they are.</param>
    /// <param name="tables">The tables, in the order they go in.</param>
    /// <param name="weights">A row for each number that goes in; those behind the last table meet nothing.</param>
    /// <param name="columns">The length of a row.</param>
    /// <returns>What each number of a vector is to be multiplied with when it goes in.</returns>
    public static float[] Apply(WordVectors vectors, IReadOnlyList<RowTable> tables, Span<float> weights, int columns)
    {
        var factors = Apply(weights, columns, [.. vectors.Peaks, .. tables.SelectMany(t => t.Peaks())]);
        var at = vectors.Dimensions;
        foreach (var table in tables)
        {
            table.Scale(factors.AsSpan(at, table.Width));
            at += table.Width;
        }
        return factors[..vectors.Dimensions];
    }

    /// <summary>Multiplies the numbers of one row.</summary>
    public static void Scale(Span<float> row, ReadOnlySpan<float> factors)
    {
        for (var i = 0; i < factors.Length; i++) row[i] *= factors[i];
    }

    // Gives what each number that goes in is to be multiplied with, where its weights are divided by it.
    private static float[] Apply(Span<float> weights, int columns, ReadOnlySpan<float> peaks)
    {
        var factors = new float[peaks.Length];
        for (var k = 0; k < factors.Length; k++)
        {
            var row = weights.Slice(k * columns, columns);
            var peak = Peak(row);
            var growth = peak == 0 || peaks[k] == 0 ? 1 : MathF.Sqrt(peaks[k] / peak);
            var eights = MemoryMarshal.Cast<float, Vector256<float>>(row);
            for (var i = 0; i < eights.Length; i++) eights[i] *= growth;
            foreach (ref var weight in row[(eights.Length * Vector256<float>.Count)..]) weight *= growth;
            factors[k] = 1 / growth;
        }
        return factors;
    }

    private static float Peak(ReadOnlySpan<float> row)
    {
        var peaks = Vector256<float>.Zero;
        var eights = MemoryMarshal.Cast<float, Vector256<float>>(row);
        foreach (var eight in eights) peaks = Vector256.Max(peaks, Vector256.Abs(eight));
        var peak = 0f;
        for (var lane = 0; lane < Vector256<float>.Count; lane++) peak = MathF.Max(peak, peaks[lane]);
        foreach (var weight in row[(eights.Length * Vector256<float>.Count)..]) peak = MathF.Max(peak, MathF.Abs(weight));
        return peak;
    }
}
