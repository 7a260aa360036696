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
    /// Reads passages in both directions. They are read side by side in lanes, as many as products of rows are made for, and where one
    /// ends the next begins; what a passage gives does not depend on those beside it.
    /// </summary>
    /// <param name="parts">The parts of all words, one passage after the other: 4 × 2 × Width numbers a row, forward direction first.</param>
    /// <param name="lengths">The number of words of each passage.</param>
    /// <param name="output">Takes 2 × Width numbers a word.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Read(ReadOnlySpan<float> parts, IEnumerable<int> lengths, Span<float> output)
    {
        var lanes = Lanes(lengths, out var words);
        if (parts.Length < words * 2 * Parts * Width || output.Length < words * 2 * Width) throw new ArgumentException("The parts or the output are too short.", nameof(output));
        var added = ArrayPool<float>.Shared.Rent(lanes.Length * Parts * Width);
        var state = ArrayPool<float>.Shared.Rent(lanes.Length * Width);
        var given = ArrayPool<float>.Shared.Rent(lanes.Length * Width);
        for (var direction = 0; direction < 2; direction++)
        {
            foreach (var lane in lanes) lane.Begin();
            var active = lanes.Length;
            while (true)
            {
                // The lane with most words stands first: those that are done stand last.
                while (active > 0 && lanes[active - 1].IsDone) active--;
                if (active == 0) break;
                for (var l = 0; l < active; l++)
                {
                    if (!lanes[l].IsAtBegin) continue;
                    state.AsSpan(l * Width, Width).Clear();
                    given.AsSpan(l * Width, Width).Clear();
                }
                recurrent[direction].Multiply(given, active, added);
                for (var l = 0; l < active; l++)
                {
                    var word = lanes[l].Next(isForward: direction == 0);
                    var mine = given.AsSpan(l * Width, Width);
                    Step(parts.Slice((word * 2 + direction) * Parts * Width, Parts * Width), added.AsSpan(l * Parts * Width, Parts * Width), state.AsSpan(l * Width, Width), mine);
                    mine.CopyTo(output[((word * 2 + direction) * Width)..]);
                }
            }
        }
        ArrayPool<float>.Shared.Return(added);
        ArrayPool<float>.Shared.Return(state);
        ArrayPool<float>.Shared.Return(given);
    }

    // The longest passages first, each where there is least to read: lanes end at nearly the same time (Graham 1969).
    private static Lane[] Lanes(IEnumerable<int> lengths, out int words)
    {
        var end = 0;
        var passages = lengths.Select(length => (Start: (end += length) - length, Length: length)).Where(p => p.Length > 0).OrderByDescending(p => p.Length).ToArray();
        words = end;
        if (passages.Length == 0) return [];
        // More lanes than the longest passage leaves room for would stand empty at the end.
        var count = ByteMatrix.RowsTogether * Math.Max(1, words / (passages[0].Length * ByteMatrix.RowsTogether));
        Lane[] lanes = [.. Enumerable.Range(0, Math.Min(count, passages.Length)).Select(_ => new Lane())];
        foreach (var (start, length) in passages) lanes.MinBy(lane => lane.Words)!.Add(start, length);
        return [.. lanes.OrderByDescending(lane => lane.Words)];
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

    // Passages that are read one after the other.
    private sealed class Lane
    {
        private readonly List<(int Start, int Length)> passages = [];
        private int passage, step;

        public int Words { get; private set; }

        public bool IsDone => passage == passages.Count;

        public void Add(int start, int length)
        {
            passages.Add((start, length));
            Words += length;
        }

        public void Begin() => (passage, step) = (0, 0);

        // Whether the next word is a passage's first.
        public bool IsAtBegin => step == 0;

        // The next word in a direction.
        public int Next(bool isForward)
        {
            var (start, length) = passages[passage];
            var word = isForward ? start + step : start + length - 1 - step;
            if (++step == length) (passage, step) = (passage + 1, 0);
            return word;
        }
    }
}
