using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using OnRecord.Language.ModelFiles;

namespace OnRecord.Language.Learning;

/// <summary>
/// A layer of long short-term memory (Hochreiter and Schmidhuber 1997) read in both directions: what a unit takes in, keeps
/// and gives depends on what all units of its direction gave for the word before. The gates are made of products and
/// divisions, which give the same bits on every machine. Immutable; safe to share.
/// </summary>
/// <remarks>
/// For each word, each direction has four parts of <see cref="Width"/> numbers: input gate i, forget gate f, output gate o and
/// candidate g, to each of which the output before, h, adds its products. c' = f·c + i·g, h' = o·t(c').
/// </remarks>
internal sealed class LongShortTermLayer
{
    /// <summary>The parts that a direction has.</summary>
    public const int Parts = 4;

    private readonly ByteMatrix[] recurrent;

    /// <summary>A layer.</summary>
    /// <param name="width">The numbers a direction has, a multiple of sixteen.</param>
    /// <param name="recurrent">For each direction, width × 4·width weights, row after row.</param>
    public LongShortTermLayer(int width, ReadOnlySpan<float> recurrent)
    {
        var size = width * Parts * width;
        if (width % 16 != 0 || recurrent.Length != 2 * size) throw new ArgumentException($"A layer {width} wide cannot have {recurrent.Length} weights.", nameof(width));
        Width = width;
        this.recurrent = [new ByteMatrix(width, Parts * width, recurrent[..size]), new ByteMatrix(width, Parts * width, recurrent[size..])];
    }

    /// <summary>A layer of a weight file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="section">The section of its weights.</param>
    /// <param name="width">The numbers a direction has, a multiple of sixteen.</param>
    /// <exception cref="OnRecordException">OR3002 where the section has another length.</exception>
    public static LongShortTermLayer Read(ModelFile file, string section, int width)
    {
        using var block = WideBlock.Rent(WideBlock.SizeOf<float>(2 * width * Parts * width));
        var values = block.TakeSpan<float>(2 * width * Parts * width);
        Weights.Read(file, section, values);
        return new LongShortTermLayer(width, values);
    }

    /// <summary>The numbers a direction has.</summary>
    public int Width { get; }

    /// <summary>The hyperbolic tangent, by its third Padé approximant.</summary>
    public static Vector256<float> Tangent(Vector256<float> x)
    {
        x = Vector256.Min(Vector256.Max(x, Vector256.Create(-3f)), Vector256.Create(3f));
        var square = x * x;
        return x * (square + Vector256.Create(27f)) / Vector256.FusedMultiplyAdd(square, Vector256.Create(9f), Vector256.Create(27f));
    }

    /// <summary>The logistic function, made of <see cref="Tangent"/>.</summary>
    public static Vector256<float> Gate(Vector256<float> x) => Vector256.FusedMultiplyAdd(Tangent(x * 0.5f), Vector256.Create(0.5f), Vector256.Create(0.5f));

    /// <summary>
    /// Reads passages in both directions. They take each step together, the longest first, so that a step is one product
    /// of matrices; what a passage gives does not depend on those beside it.
    /// </summary>
    /// <param name="parts">The parts of all words, one passage after the other: 4 × 2 × Width numbers a row, forward direction first.</param>
    /// <param name="lengths">The number of words of each passage.</param>
    /// <param name="output">Takes 2 × Width numbers a word.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Read(ReadOnlySpan<float> parts, IEnumerable<int> lengths, Span<float> output)
    {
        var end = 0;
        var passages = lengths.Select(length => (Start: (end += length) - length, Length: length)).OrderByDescending(p => p.Length).ToArray();
        if (parts.Length < end * 2 * Parts * Width || output.Length < end * 2 * Width) throw new ArgumentException("The parts or the output are too short.", nameof(output));
        var added = ArrayPool<float>.Shared.Rent(passages.Length * Parts * Width);
        var state = ArrayPool<float>.Shared.Rent(passages.Length * Width);
        var given = ArrayPool<float>.Shared.Rent(passages.Length * Width);
        for (var direction = 0; direction < 2; direction++)
        {
            state.AsSpan().Clear();
            given.AsSpan().Clear();
            var active = passages.Length;
            for (var step = 0; ; step++)
            {
                while (active > 0 && passages[active - 1].Length <= step) active--;
                if (active == 0) break;
                recurrent[direction].Multiply(given, active, added);
                for (var p = 0; p < active; p++)
                {
                    var word = direction == 0 ? passages[p].Start + step : passages[p].Start + passages[p].Length - 1 - step;
                    var mine = given.AsSpan(p * Width, Width);
                    Step(parts.Slice((word * 2 + direction) * Parts * Width, Parts * Width), added.AsSpan(p * Parts * Width, Parts * Width), state.AsSpan(p * Width, Width), mine);
                    mine.CopyTo(output[((word * 2 + direction) * Width)..]);
                }
            }
        }
        ArrayPool<float>.Shared.Return(added);
        ArrayPool<float>.Shared.Return(state);
        ArrayPool<float>.Shared.Return(given);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Step(ReadOnlySpan<float> parts, ReadOnlySpan<float> added, Span<float> state, Span<float> given)
    {
        ref var a = ref MemoryMarshal.GetReference(parts);
        ref var b = ref MemoryMarshal.GetReference(added);
        ref var c = ref MemoryMarshal.GetReference(state);
        var width = (nuint)Width;
        for (nuint lane = 0; lane < width; lane += 8)
        {
            var i = Gate(Sum(ref a, ref b, lane));
            var f = Gate(Sum(ref a, ref b, lane + width));
            var o = Gate(Sum(ref a, ref b, lane + 2 * width));
            var g = Tangent(Sum(ref a, ref b, lane + 3 * width));
            var now = Vector256.FusedMultiplyAdd(f, Vector256.LoadUnsafe(ref c, lane), i * g);
            now.StoreUnsafe(ref c, lane);
            (o * Tangent(now)).StoreUnsafe(ref MemoryMarshal.GetReference(given), lane);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Sum(ref float a, ref float b, nuint at) => Vector256.LoadUnsafe(ref a, at) + Vector256.LoadUnsafe(ref b, at);
}
