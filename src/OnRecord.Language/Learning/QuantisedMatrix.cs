using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace OnRecord.Language.Learning;

/// <summary>
/// A matrix in whole numbers of twelve bits with one scale a column, for products with rows that are brought to whole
/// numbers with one scale a row: what a parser's close decisions need, where a <see cref="ByteMatrix"/> is too coarse. Twice as
/// fast as floating point on processors with AVX2 and four times on those with AVX-512, in half the memory, and exact: sums of
/// whole numbers come out the same in any order and on every machine. Immutable; safe to share between threads.
/// </summary>
internal sealed unsafe class QuantisedMatrix : IWholeMatrix
{
    // Sixteen columns side by side, two rows of the matrix interleaved: what one instruction multiplies and adds.
    private const int Panel = 16;
    private const int LargestWeight = 2047;

    private readonly short[] packed;
    private readonly float[] scales;
    private readonly int pairs;
    private readonly float largestInput;

    /// <summary>Brings a matrix to whole numbers.</summary>
    /// <param name="rows">The number of rows: the length of the vectors it takes.</param>
    /// <param name="columns">The number of columns, a multiple of sixteen.</param>
    /// <param name="values">The values, row by row.</param>
    public QuantisedMatrix(int rows, int columns, ReadOnlySpan<float> values)
    {
        if (columns % Panel != 0 || values.Length != rows * columns) throw new ArgumentException("The values must fill the rows, and the columns be a multiple of sixteen.", nameof(columns));
        Rows = rows;
        Columns = columns;
        pairs = (rows + 1) / 2;
        // So that no sum of products leaves 32 bits, whatever the vector.
        largestInput = Math.Min(short.MaxValue, int.MaxValue / (pairs * 2 * LargestWeight));
        packed = new short[pairs * 2 * columns];
        scales = new float[columns];
        for (var k = 0; k < rows; k++)
        {
            var row = values.Slice(k * columns, columns);
            for (var j = 0; j < columns; j++) scales[j] = Math.Max(scales[j], Math.Abs(row[j]));
        }
        for (var j = 0; j < columns; j++) scales[j] /= LargestWeight;
        for (var k = 0; k < rows; k++)
        {
            var row = values.Slice(k * columns, columns);
            for (var j = 0; j < columns; j++)
            {
                var at = ((j / Panel * pairs + k / 2) * Panel + j % Panel) * 2 + k % 2;
                packed[at] = scales[j] == 0 ? (short)0 : (short)MathF.Round(row[j] / scales[j]);
            }
        }
    }

    private static PairInstructions Best => WidePairProducts.AreSupported ? PairInstructions.Wide : AvxVnni.IsSupported ? PairInstructions.Added : PairInstructions.Multiplied;

    /// <inheritdoc/>
    public int Rows { get; }

    /// <inheritdoc/>
    public int Columns { get; }

    /// <inheritdoc/>
    public void Multiply(ReadOnlySpan<float> vectors, int count, Span<float> products, ReadOnlySpan<float> bias = default) => Multiply(vectors, count, products, bias, Best);

    /// <summary>Multiplies as the other does, by the instructions that are named: the same bits with any.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Multiply(ReadOnlySpan<float> vectors, int count, Span<float> products, ReadOnlySpan<float> bias, PairInstructions by)
    {
        if (vectors.Length < count * Rows || products.Length < count * Columns || bias.Length != 0 && bias.Length < Columns)
        {
            throw new ArgumentException("The vectors, products or bias are too short.", nameof(vectors));
        }
        var stride = pairs * 2;
        var whole = ArrayPool<short>.Shared.Rent(count * stride);
        var units = ArrayPool<float>.Shared.Rent(count);
        try
        {
            for (var i = 0; i < count; i++) units[i] = Quantise(vectors.Slice(i * Rows, Rows), whole.AsSpan(i * stride, stride));
            fixed (short* a = whole, b = packed)
            fixed (float* c = products, s = scales, u = units, o = bias)
            {
                if (by == PairInstructions.Wide)
                {
                    for (var p = 0; p < Columns; p += Panel) new WidePairProducts(b + p * stride, pairs, c + p, Columns, s + p, o == null ? null : o + p).Multiply((int*)a, u, count);
                }
                else if (by == PairInstructions.Added) Panels<AddedPairs>(a, b, c, s, u, o, count);
                else Panels<MultipliedPairs>(a, b, c, s, u, o, count);
            }
        }
        finally
        {
            ArrayPool<short>.Shared.Return(whole);
            ArrayPool<float>.Shared.Return(units);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Panels<TPairs>(short* a, short* b, float* c, float* s, float* u, float* o, int count)
        where TPairs : struct, IPairProducts
    {
        var stride = pairs * 2;
        for (var p = 0; p < Columns / Panel; p++)
        {
            var panel = b + p * pairs * Panel * 2;
            var scale = s + p * Panel;
            var from = o == null ? null : o + p * Panel;
            var i = 0;
            for (; i + 4 <= count; i += 4) Four<TPairs>(a + i * stride, panel, c + i * Columns + p * Panel, scale, u + i, from);
            // The last four again cost less than two or three one by one, and come out the same.
            if (i + 1 < count && count >= 4) Four<TPairs>(a + (count - 4) * stride, panel, c + (count - 4) * Columns + p * Panel, scale, u + count - 4, from);
            else for (; i < count; i++) One<TPairs>(a + i * stride, panel, c + i * Columns + p * Panel, scale, u[i], from);
        }
    }

    // What one unit of the whole numbers stands for.
    private float Quantise(ReadOnlySpan<float> vector, Span<short> target)
    {
        var peaks = Vector256<float>.Zero;
        var i = 0;
        for (; i + 8 <= vector.Length; i += 8) peaks = Vector256.MaxNative(peaks, Vector256.Abs(Vector256.Create(vector.Slice(i, 8))));
        var largest = 0f;
        for (var lane = 0; lane < 8; lane++) largest = MathF.Max(largest, peaks[lane]);
        for (; i < vector.Length; i++) largest = MathF.Max(largest, MathF.Abs(vector[i]));
        if (largest == 0)
        {
            target.Clear();
            return 0;
        }
        var scale = largestInput / largest;
        for (i = 0; i + 16 <= vector.Length; i += 16)
        {
            var low = Vector256.ConvertToInt32(Vector256.Round(Vector256.Create(vector.Slice(i, 8)) * scale));
            var high = Vector256.ConvertToInt32(Vector256.Round(Vector256.Create(vector.Slice(i + 8, 8)) * scale));
            Vector256.Narrow(low, high).CopyTo(target[i..]);
        }
        for (; i < vector.Length; i++) target[i] = (short)MathF.Round(vector[i] * scale);
        for (; i < target.Length; i++) target[i] = 0;
        return largest / largestInput;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Four<TPairs>(short* a, short* panel, float* c, float* scale, float* unit, float* from)
        where TPairs : struct, IPairProducts
    {
        Vector256<int> s00 = default, s01 = default, s10 = default, s11 = default, s20 = default, s21 = default, s30 = default, s31 = default;
        int* a0 = (int*)a, a1 = a0 + pairs, a2 = a1 + pairs, a3 = a2 + pairs;
        for (var k = 0; k < pairs; k++)
        {
            var b0 = Vector256.Load(panel);
            var b1 = Vector256.Load(panel + 16);
            panel += 2 * Panel;
            var v = Vector256.Create(a0[k]).AsInt16();
            s00 = TPairs.Add(s00, v, b0);
            s01 = TPairs.Add(s01, v, b1);
            v = Vector256.Create(a1[k]).AsInt16();
            s10 = TPairs.Add(s10, v, b0);
            s11 = TPairs.Add(s11, v, b1);
            v = Vector256.Create(a2[k]).AsInt16();
            s20 = TPairs.Add(s20, v, b0);
            s21 = TPairs.Add(s21, v, b1);
            v = Vector256.Create(a3[k]).AsInt16();
            s30 = TPairs.Add(s30, v, b0);
            s31 = TPairs.Add(s31, v, b1);
        }
        Store(c, s00, s01, scale, unit[0], from);
        Store(c + Columns, s10, s11, scale, unit[1], from);
        Store(c + 2 * Columns, s20, s21, scale, unit[2], from);
        Store(c + 3 * Columns, s30, s31, scale, unit[3], from);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void One<TPairs>(short* a, short* panel, float* c, float* scale, float unit, float* from)
        where TPairs : struct, IPairProducts
    {
        Vector256<int> s0 = default, s1 = default;
        var a0 = (int*)a;
        for (var k = 0; k < pairs; k++)
        {
            var v = Vector256.Create(a0[k]).AsInt16();
            s0 = TPairs.Add(s0, v, Vector256.Load(panel));
            s1 = TPairs.Add(s1, v, Vector256.Load(panel + 16));
            panel += 2 * Panel;
        }
        Store(c, s0, s1, scale, unit, from);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(float* c, Vector256<int> s0, Vector256<int> s1, float* scale, float unit, float* from)
    {
        var x0 = Vector256.ConvertToSingle(s0) * (Vector256.Load(scale) * unit);
        var x1 = Vector256.ConvertToSingle(s1) * (Vector256.Load(scale + 8) * unit);
        if (from != null)
        {
            x0 += Vector256.Load(from);
            x1 += Vector256.Load(from + 8);
        }
        x0.Store(c);
        x1.Store(c + 8);
    }
}
