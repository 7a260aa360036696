using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace OnRecord.Lab.Train.Network;

/// <summary>
/// A matrix laid out for fast products: panels of sixteen columns, each row of a panel side by side. Products use fused
/// multiplication and a fixed order of sums, so that they come out the same on every machine. Immutable once packed; safe
/// to share between threads.
/// </summary>
internal sealed unsafe class DenseMatrix
{
    private const int Panel = 16;

    private readonly float[] packed;

    /// <summary>Packs a matrix.</summary>
    /// <param name="rows">The number of rows: the length of the vectors it takes.</param>
    /// <param name="columns">The number of columns, a multiple of sixteen.</param>
    /// <param name="values">The values, row by row.</param>
    /// <param name="isTransposed">Whether the values stand column by column.</param>
    public DenseMatrix(int rows, int columns, ReadOnlySpan<float> values, bool isTransposed = false)
    {
        if (columns % Panel != 0) throw new ArgumentException("The number of columns must be a multiple of sixteen.", nameof(columns));
        Rows = rows;
        Columns = columns;
        packed = new float[rows * columns];
        Pack(values, isTransposed);
    }

    /// <summary>The length of the vectors that the matrix takes.</summary>
    public int Rows { get; }

    /// <summary>The length of the vectors that it gives.</summary>
    public int Columns { get; }

    /// <summary>Packs new values of the same shape.</summary>
    public void Pack(ReadOnlySpan<float> values, bool isTransposed = false)
    {
        for (var p = 0; p < Columns / Panel; p++)
        {
            for (var k = 0; k < Rows; k++)
            {
                var target = packed.AsSpan((p * Rows + k) * Panel, Panel);
                if (!isTransposed) values.Slice(k * Columns + p * Panel, Panel).CopyTo(target);
                else
                {
                    for (var j = 0; j < Panel; j++) target[j] = values[(p * Panel + j) * Rows + k];
                }
            }
        }
    }

    /// <summary>Multiplies row vectors with the matrix.</summary>
    /// <param name="vectors">The vectors, one after the other, <c>count * Rows</c>.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="products">Takes the products, <c>count * Columns</c>.</param>
    /// <param name="adds">Whether the products are added to what stands there.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Multiply(ReadOnlySpan<float> vectors, int count, Span<float> products, bool adds = false)
    {
        if (vectors.Length < count * Rows || products.Length < count * Columns) throw new ArgumentException("The vectors or products are too short.", nameof(vectors));
        fixed (float* a = vectors, b = packed, c = products)
        {
            for (var p = 0; p < Columns / Panel; p++)
            {
                var panel = b + p * Rows * Panel;
                var i = 0;
                for (; i + 4 <= count; i += 4) Four(a + i * Rows, panel, c + i * Columns + p * Panel, adds);
                for (; i < count; i++) One(a + i * Rows, panel, c + i * Columns + p * Panel, adds);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Four(float* a, float* panel, float* c, bool adds)
    {
        Vector256<float> s00 = default, s01 = default, s10 = default, s11 = default, s20 = default, s21 = default, s30 = default, s31 = default;
        float* a1 = a + Rows, a2 = a1 + Rows, a3 = a2 + Rows;
        for (var k = 0; k < Rows; k++)
        {
            var b0 = Vector256.Load(panel);
            var b1 = Vector256.Load(panel + 8);
            panel += Panel;
            var v = Vector256.Create(a[k]);
            s00 = Vector256.FusedMultiplyAdd(v, b0, s00);
            s01 = Vector256.FusedMultiplyAdd(v, b1, s01);
            v = Vector256.Create(a1[k]);
            s10 = Vector256.FusedMultiplyAdd(v, b0, s10);
            s11 = Vector256.FusedMultiplyAdd(v, b1, s11);
            v = Vector256.Create(a2[k]);
            s20 = Vector256.FusedMultiplyAdd(v, b0, s20);
            s21 = Vector256.FusedMultiplyAdd(v, b1, s21);
            v = Vector256.Create(a3[k]);
            s30 = Vector256.FusedMultiplyAdd(v, b0, s30);
            s31 = Vector256.FusedMultiplyAdd(v, b1, s31);
        }
        Store(c, s00, s01, adds);
        Store(c + Columns, s10, s11, adds);
        Store(c + 2 * Columns, s20, s21, adds);
        Store(c + 3 * Columns, s30, s31, adds);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void One(float* a, float* panel, float* c, bool adds)
    {
        Vector256<float> s0 = default, s1 = default;
        for (var k = 0; k < Rows; k++)
        {
            var v = Vector256.Create(a[k]);
            s0 = Vector256.FusedMultiplyAdd(v, Vector256.Load(panel), s0);
            s1 = Vector256.FusedMultiplyAdd(v, Vector256.Load(panel + 8), s1);
            panel += Panel;
        }
        Store(c, s0, s1, adds);
    }

    private static void Store(float* c, Vector256<float> s0, Vector256<float> s1, bool adds)
    {
        if (adds)
        {
            s0 += Vector256.Load(c);
            s1 += Vector256.Load(c + 8);
        }
        s0.Store(c);
        s1.Store(c + 8);
    }
}
