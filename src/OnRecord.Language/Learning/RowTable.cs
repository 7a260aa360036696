using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using OnRecord.Language.ModelFiles;

namespace OnRecord.Language.Learning;

/// <summary>
/// A learned table of which few rows are asked for: it stays in the weight file as it is, in sixteen bits a number, and a row is widened
/// when it goes in. Immutable once it is scaled; safe to share between threads.
/// </summary>
internal sealed class RowTable
{
    // So many numbers are widened at once.
    private const int Lanes = 4;

    private readonly ReadOnlyMemory<byte> bytes;
    private readonly float[] factors;

    /// <summary>A table of a weight file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="section">Its section.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="width">The length of a row, at least four.</param>
    /// <exception cref="OnRecordException">OR3002 where the section has another length.</exception>
    public RowTable(ModelFile file, string section, int rows, int width)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, Lanes);
        bytes = file.Section(section);
        if (bytes.Length != rows * width * sizeof(ushort)) throw Weights.Damaged(file, section);
        // Only where a machine turns the bytes of numbers round.
        if (!BitConverter.IsLittleEndian) bytes = Turned(bytes.Span);
        factors = new float[width];
        Array.Fill(factors, 1);
    }

    /// <summary>The length of a row.</summary>
    public int Width => factors.Length;

    /// <summary>Has the table give its numbers multiplied, a factor a column.</summary>
    public void Scale(ReadOnlySpan<float> more)
    {
        for (var i = 0; i < factors.Length; i++) factors[i] *= more[i];
    }

    /// <summary>The largest size of each column's numbers.</summary>
    public float[] Peaks()
    {
        // Without its sign a number of sixteen bits is the larger the larger its bits are. Eight rows are a whole number of vectors.
        var halves = MemoryMarshal.Cast<byte, ushort>(bytes.Span);
        Span<ushort> peaks = stackalloc ushort[Vector128<ushort>.Count * Width];
        peaks.Clear();
        var sizes = Vector128.Create((ushort)0x7FFF);
        for (; halves.Length >= peaks.Length; halves = halves[peaks.Length..])
        {
            for (var k = 0; k < peaks.Length; k += Vector128<ushort>.Count)
            {
                Vector128.Max(Vector128.Create<ushort>(peaks[k..]), Vector128.Create(halves[k..]) & sizes).CopyTo(peaks[k..]);
            }
        }
        for (var i = 0; i < halves.Length; i++) peaks[i] = Math.Max(peaks[i], (ushort)(halves[i] & 0x7FFF));
        var largest = new float[Width];
        for (var i = 0; i < peaks.Length; i++) largest[i % Width] = Math.Max(largest[i % Width], (float)BitConverter.UInt16BitsToHalf(peaks[i]) * factors[i % Width]);
        return largest;
    }

    /// <summary>Writes a row where it is wanted, and goes behind it.</summary>
    public void CopyTo(int row, Span<float> target, ref int at)
    {
        Widen(MemoryMarshal.Cast<byte, ushort>(bytes.Span).Slice(row * Width, Width), target.Slice(at, Width));
        at += Width;
    }

    /// <summary>Writes a row for each of some words.</summary>
    /// <param name="numbers">The numbers of the rows, the first of a word at each step.</param>
    /// <param name="step">How far the numbers of two words stand apart.</param>
    /// <param name="target">Takes the rows.</param>
    /// <param name="stride">How far the rows of two words stand apart.</param>
    public void CopyTo(ReadOnlySpan<int> numbers, int step, Span<float> target, int stride)
    {
        var halves = MemoryMarshal.Cast<byte, ushort>(bytes.Span);
        for (int i = 0, at = 0; i < numbers.Length; i += step, at += stride) Widen(halves.Slice(numbers[i] * Width, Width), target.Slice(at, Width));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Widen(ReadOnlySpan<ushort> row, Span<float> target)
    {
        for (var i = 0; ; i += Lanes)
        {
            // The last four, where the width is no multiple of four, are written over some of those before.
            if (i > row.Length - Lanes) i = row.Length - Lanes;
            var four = Vector128.WidenLower(Vector128.CreateScalarUnsafe(MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(row.Slice(i, Lanes)))).AsUInt16());
            (Weights.Singles(four) * Vector128.Create(factors.AsSpan(i, Lanes))).CopyTo(target[i..]);
            if (i == row.Length - Lanes) return;
        }
    }

    private static byte[] Turned(ReadOnlySpan<byte> bytes)
    {
        var turned = new byte[bytes.Length];
        BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<byte, ushort>(bytes), MemoryMarshal.Cast<byte, ushort>(turned.AsSpan()));
        return turned;
    }
}
