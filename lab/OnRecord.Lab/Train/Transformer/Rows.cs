using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using OnRecord.Lab.Train.Language;
using OnRecord.Language.Learning;

namespace OnRecord.Lab.Train.Transformer;

/// <summary>What is done to rows of numbers between the products.</summary>
internal static class Rows
{
    /// <summary>Room for so many numbers, what stands there kept or not.</summary>
    public static float[] Room(ref float[] values, int count)
    {
        if (values.Length < count) values = new float[count + count / 4];
        return values;
    }

    /// <summary>Writes a bias into each row, to which a product is then added.</summary>
    public static void Fill(float[] rows, int count, Parameter bias)
    {
        for (var i = 0; i < count; i++) bias.Value.AsSpan(0, bias.Count).CopyTo(rows.AsSpan(i * bias.Count));
    }

    /// <summary>Adds the rows' sum to the gradient of their bias.</summary>
    public static void AddSum(float[] rows, int count, Parameter bias)
    {
        for (var i = 0; i < count; i++) Sums.Add(rows.AsSpan(i * bias.Count, bias.Count), bias.Gradient);
    }

    /// <summary>Leaves out a share of the numbers, the others grow to make up for it; keeps what each was multiplied with.</summary>
    public static void Drop(Span<float> values, Span<float> factors, float share, Xorshift chance)
    {
        var kept = 1 / (1 - share);
        for (var i = 0; i < values.Length; i++)
        {
            factors[i] = chance.NextSingle() < share ? 0 : kept;
            values[i] *= factors[i];
        }
    }

    /// <summary>Multiplies numbers with others, one by one; their count is a multiple of eight.</summary>
    public static void Multiply(ReadOnlySpan<float> factors, Span<float> values)
    {
        var from = MemoryMarshal.Cast<float, Vector256<float>>(factors);
        var to = MemoryMarshal.Cast<float, Vector256<float>>(values);
        for (var i = 0; i < to.Length; i++) to[i] *= from[i];
    }
}
