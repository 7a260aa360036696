using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using OnRecord.Language.ModelFiles;

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

    // So many bytes are found on the stack.
    private const int Near = 8192;

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

    private ByteMatrix(int rows, int columns, sbyte[] packed, float[] scales, int[] excess)
    {
        (Rows, Columns, groups) = (rows, columns, (rows + Together - 1) / Together);
        (this.packed, this.scales, this.excess) = (packed, scales, excess);
    }

    /// <summary>A matrix of a weight file, which stands there in whole numbers, as <see cref="ToBytes"/> gives them.</summary>
    /// <exception cref="OnRecordException">OR3002 where the section has another length.</exception>
    public static ByteMatrix Read(ModelFile file, string section, int rows, int columns)
    {
        var bytes = file.Section(section).Span;
        var size = (rows + Together - 1) / Together * Together * columns;
        if (columns % Panel != 0 || bytes.Length != size + columns * (sizeof(float) + sizeof(int))) throw Weights.Damaged(file, section);
        var scales = MemoryMarshal.Cast<byte, int>(bytes.Slice(size, columns * sizeof(float))).ToArray();
        var excess = MemoryMarshal.Cast<byte, int>(bytes[(size + columns * sizeof(float))..]).ToArray();
        if (!BitConverter.IsLittleEndian)
        {
            BinaryPrimitives.ReverseEndianness(scales, scales);
            BinaryPrimitives.ReverseEndianness(excess, excess);
        }
        return new ByteMatrix(rows, columns, MemoryMarshal.Cast<byte, sbyte>(bytes[..size]).ToArray(), MemoryMarshal.Cast<int, float>(scales).ToArray(), excess);
    }

    /// <summary>The matrix as it stands in a weight file: its whole numbers as they are multiplied, then each column's scale and excess, little-endian.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[packed.Length + Columns * (sizeof(float) + sizeof(int))];
        MemoryMarshal.AsBytes(packed.AsSpan()).CopyTo(bytes);
        for (var j = 0; j < Columns; j++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(packed.Length + j * sizeof(float)), scales[j]);
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(packed.Length + (Columns + j) * sizeof(float)), excess[j]);
        }
        return bytes;
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
    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    internal void Multiply(ReadOnlySpan<float> vectors, int count, Span<float> products, ReadOnlySpan<float> bias, bool byBytes)
    {
        if (vectors.Length < count * Rows || products.Length < count * Columns || bias.Length != 0 && bias.Length < Columns)
        {
            throw new ArgumentException("The vectors, products or bias are too short.", nameof(vectors));
        }
        var stride = groups * Together;
        // A step of a recurrent layer has few rows, and takes no longer than to ask for memory.
        var room = count * (stride + sizeof(float));
        var lent = room <= Near ? null : ArrayPool<byte>.Shared.Rent(room);
        var own = stackalloc byte[lent is null ? room : 0];
        fixed (byte* borrowed = lent)
        fixed (sbyte* b = packed)
        fixed (float* v = vectors, c = products, s = scales, o = bias)
        fixed (int* e = excess)
        {
            var units = (float*)(lent is null ? own : borrowed);
            var whole = (byte*)(units + count);
            for (var i = 0; i < count; i++) units[i] = Quantise(v + i * Rows, Rows, whole + i * stride, stride);
            var rows = new ByteRows(whole, units, groups, count);
            var columns = new ProductColumns(c, Columns, s, e, o);
            if (byBytes) ByteProducts.Multiply(rows, b, columns, Columns / Panel);
            else WidenedProducts.Multiply(rows, b, columns, Columns / Panel);
        }
        if (lent is not null) ArrayPool<byte>.Shared.Return(lent);
    }

    // What one unit of the whole numbers stands for.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Quantise(float* vector, int length, byte* target, int stride)
    {
        // Four at a time, none of which waits for another.
        Vector256<float> p0 = default, p1 = default, p2 = default, p3 = default;
        var i = 0;
        for (; i + 32 <= length; i += 32)
        {
            p0 = Vector256.MaxNative(p0, Vector256.Abs(Vector256.Load(vector + i)));
            p1 = Vector256.MaxNative(p1, Vector256.Abs(Vector256.Load(vector + i + 8)));
            p2 = Vector256.MaxNative(p2, Vector256.Abs(Vector256.Load(vector + i + 16)));
            p3 = Vector256.MaxNative(p3, Vector256.Abs(Vector256.Load(vector + i + 24)));
        }
        var peaks = Vector256.MaxNative(Vector256.MaxNative(p0, p1), Vector256.MaxNative(p2, p3));
        for (; i + 8 <= length; i += 8) peaks = Vector256.MaxNative(peaks, Vector256.Abs(Vector256.Load(vector + i)));
        var four = Vector128.MaxNative(peaks.GetLower(), peaks.GetUpper());
        four = Vector128.MaxNative(four, Vector128.Shuffle(four, Vector128.Create(2, 3, 0, 1)));
        var largest = Vector128.MaxNative(four, Vector128.Shuffle(four, Vector128.Create(1, 0, 3, 2))).ToScalar();
        for (; i < length; i++) largest = MathF.Max(largest, MathF.Abs(vector[i]));
        if (largest == 0)
        {
            new Span<byte>(target, stride).Fill(Zero);
            return 0;
        }
        var scale = Largest / largest;
        for (i = 0; i + 32 <= length; i += 32)
        {
            (Bytes(Whole(vector + i, scale), Whole(vector + i + 8, scale), Whole(vector + i + 16, scale), Whole(vector + i + 24, scale)) + Vector256.Create((byte)Zero)).Store(target + i);
        }
        for (; i < length; i++) target[i] = (byte)(Zero + (int)MathF.Round(vector[i] * scale));
        for (; i < stride; i++) target[i] = Zero;
        return largest / Largest;
    }

    // Whole numbers in bytes, in their order.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Bytes(Vector256<int> a, Vector256<int> b, Vector256<int> c, Vector256<int> d)
    {
        if (!Avx2.IsSupported) return Vector256.NarrowWithSaturation(Vector256.NarrowWithSaturation(a, b), Vector256.NarrowWithSaturation(c, d)).AsByte();
        // Each half is narrowed by itself, so what belongs together is put together once, at the end.
        var halves = Avx2.PackSignedSaturate(Avx2.PackSignedSaturate(a, b), Avx2.PackSignedSaturate(c, d));
        return Avx2.PermuteVar8x32(halves.AsInt32(), Vector256.Create(0, 4, 1, 5, 2, 6, 3, 7)).AsByte();
    }

    // The largest size of the numbers of eight columns.
    private static Vector256<float> Peaks(ReadOnlySpan<float> values, int rows, int columns, int first)
    {
        var peaks = Vector256<float>.Zero;
        for (var k = 0; k < rows; k++) peaks = Vector256.Max(peaks, Vector256.Abs(Vector256.Create(values.Slice(k * columns + first, Vector256<float>.Count))));
        return peaks;
    }

    // The nearest whole numbers, of two as near the even one.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Whole(float* values, float scale)
    {
        var scaled = Vector256.Load(values) * scale;
        return Avx.IsSupported ? Avx.ConvertToVector256Int32(scaled) : Vector256.ConvertToInt32Native(Vector256.Round(scaled));
    }
}
