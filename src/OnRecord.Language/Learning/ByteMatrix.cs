using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace OnRecord.Language.Learning;

/// <summary>
/// A matrix in whole numbers of eight bits with one scale a column, for products with rows that are brought to whole
/// numbers with one scale a row. Four times as fast as floating point on processors that multiply bytes, in a quarter of the
/// memory, and exact: sums of whole numbers come out the same in any order and on every machine. Immutable; safe to share
/// between threads.
/// </summary>
internal sealed unsafe class ByteMatrix
{
    /// <summary>So many columns stand side by side, four rows of the matrix interleaved: what two instructions multiply and add.</summary>
    public const int Panel = 16;

    /// <summary>So many rows of the matrix are multiplied at once.</summary>
    public const int Together = 4;

    // Rows go in as bytes without a sign, so many above what they are.
    private const int Zero = 128;

    private const int Largest = 127;

    private readonly sbyte[] packed;
    private readonly float[] scales;
    private readonly int[] excess;
    private readonly int groups;

    /// <summary>Brings a matrix to whole numbers.</summary>
    /// <param name="rows">The number of rows: the length of the vectors it takes; at most 32,768.</param>
    /// <param name="columns">The number of columns, a multiple of sixteen.</param>
    /// <param name="values">The values, row by row.</param>
    public ByteMatrix(int rows, int columns, ReadOnlySpan<float> values)
    {
        if (columns % Panel != 0 || values.Length != rows * columns) throw new ArgumentException("The values must fill the rows, and the columns be a multiple of sixteen.", nameof(columns));
        // So that no sum of products leaves 32 bits, whatever the vector.
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows, int.MaxValue / (2 * Zero * Zero * 2));
        Rows = rows;
        Columns = columns;
        groups = (rows + Together - 1) / Together;
        packed = new sbyte[groups * Together * columns];
        scales = new float[columns];
        excess = new int[columns];
        var whole = MemoryMarshal.Cast<sbyte, int>(packed.AsSpan());
        for (var j = 0; j < columns; j += Vector256<float>.Count)
        {
            var scale = Peaks(values, rows, columns, j) / Largest;
            var sums = Vector256<int>.Zero;
            for (var group = 0; group < groups; group++)
            {
                // Four rows of eight columns stand side by side, a byte each.
                var four = Vector256<int>.Zero;
                for (var k = group * Together; k < Math.Min(rows, (group + 1) * Together); k++)
                {
                    // A column of nothing but noughts has none for a scale, and no number of it is one.
                    var quotients = Vector256.Create(values.Slice(k * columns + j, Vector256<float>.Count)) / scale;
                    var rounded = Vector256.ConvertToInt32(Vector256.Round(Vector256.ConditionalSelect(Vector256.Equals(scale, Vector256<float>.Zero), Vector256<float>.Zero, quotients)));
                    sums += rounded;
                    four |= (rounded & Vector256.Create(byte.MaxValue + 0)) << (k % Together * 8);
                }
                four.CopyTo(whole[((j / Panel * groups + group) * Panel + j % Panel)..]);
            }
            scale.CopyTo(scales, j);
            (sums * Zero).CopyTo(excess, j);
        }
    }

    /// <summary>The length of the vectors that the matrix takes.</summary>
    public int Rows { get; }

    /// <summary>The length of the vectors that it gives.</summary>
    public int Columns { get; }

    /// <summary>Multiplies row vectors with the matrix. A vector's product does not depend on the vectors beside it.</summary>
    /// <param name="vectors">The vectors, one after the other, <c>count * Rows</c>.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="products">Takes the products, <c>count * Columns</c>.</param>
    /// <param name="bias">What the products are added to, a number a column; empty for nought.</param>
    public void Multiply(ReadOnlySpan<float> vectors, int count, Span<float> products, ReadOnlySpan<float> bias = default) => Multiply(vectors, count, products, bias, AvxVnni.IsSupported);

    /// <summary>Multiplies as the other does, by bytes where the processor can, or with bytes widened: the same bits either way.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Multiply(ReadOnlySpan<float> vectors, int count, Span<float> products, ReadOnlySpan<float> bias, bool byBytes)
    {
        if (vectors.Length < count * Rows || products.Length < count * Columns || bias.Length != 0 && bias.Length < Columns)
        {
            throw new ArgumentException("The vectors, products or bias are too short.", nameof(vectors));
        }
        var stride = groups * Together;
        var whole = ArrayPool<byte>.Shared.Rent(count * stride);
        var units = ArrayPool<float>.Shared.Rent(count);
        try
        {
            for (var i = 0; i < count; i++) units[i] = Quantise(vectors.Slice(i * Rows, Rows), whole.AsSpan(i * stride, stride));
            fixed (byte* a = whole)
            fixed (sbyte* b = packed)
            fixed (float* c = products, s = scales, u = units, o = bias)
            fixed (int* e = excess)
            {
                var rows = new ByteRows(a, u, groups, count);
                for (var p = 0; p < Columns; p += Panel)
                {
                    var columns = new ProductColumns(c + p, Columns, s + p, e + p, o == null ? null : o + p);
                    if (byBytes) ByteProducts.Multiply(rows, b + p * stride, columns);
                    else WidenedProducts.Multiply(rows, b + p * stride, columns);
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(whole);
            ArrayPool<float>.Shared.Return(units);
        }
    }

    // What one unit of the whole numbers stands for.
    private static float Quantise(ReadOnlySpan<float> vector, Span<byte> target)
    {
        var peaks = Vector256<float>.Zero;
        var i = 0;
        for (; i + 8 <= vector.Length; i += 8) peaks = Vector256.MaxNative(peaks, Vector256.Abs(Vector256.Create(vector.Slice(i, 8))));
        var largest = 0f;
        for (var lane = 0; lane < 8; lane++) largest = MathF.Max(largest, peaks[lane]);
        for (; i < vector.Length; i++) largest = MathF.Max(largest, MathF.Abs(vector[i]));
        if (largest == 0)
        {
            target.Fill(Zero);
            return 0;
        }
        var scale = Largest / largest;
        var lift = Vector256.Create((byte)Zero);
        for (i = 0; i + 32 <= vector.Length; i += 32)
        {
            var low = Vector256.NarrowWithSaturation(Whole(vector.Slice(i, 8), scale), Whole(vector.Slice(i + 8, 8), scale));
            var high = Vector256.NarrowWithSaturation(Whole(vector.Slice(i + 16, 8), scale), Whole(vector.Slice(i + 24, 8), scale));
            (Vector256.NarrowWithSaturation(low, high).AsByte() + lift).CopyTo(target[i..]);
        }
        for (; i < vector.Length; i++) target[i] = (byte)(Zero + (int)MathF.Round(vector[i] * scale));
        for (; i < target.Length; i++) target[i] = Zero;
        return largest / Largest;
    }

    // The largest size of the numbers of eight columns.
    private static Vector256<float> Peaks(ReadOnlySpan<float> values, int rows, int columns, int first)
    {
        var peaks = Vector256<float>.Zero;
        for (var k = 0; k < rows; k++) peaks = Vector256.Max(peaks, Vector256.Abs(Vector256.Create(values.Slice(k * columns + first, Vector256<float>.Count))));
        return peaks;
    }

    private static Vector256<int> Whole(ReadOnlySpan<float> values, float scale) => Vector256.ConvertToInt32Native(Vector256.Round(Vector256.Create(values) * scale));
}
