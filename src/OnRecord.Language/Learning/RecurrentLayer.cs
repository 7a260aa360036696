using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace OnRecord.Language.Learning;

/// <summary>
/// A simple recurrent unit (Lei et al. 2018) read in both directions: all matrix work is done for all words at once, and
/// only sums and products of single numbers run along the sentence. The gates use a sigmoid made of a division, which
/// gives the same bits on every machine. Immutable; safe to share.
/// </summary>
/// <remarks>
/// For each word, each direction has parts of <see cref="Width"/> numbers: candidate z, forget gate f, output gate o and,
/// where the layer has one, its own way past h. With c the state before: f = s(f + v·c), o = s(o + w·c),
/// c' = f·c + (1-f)·z, output = o·c' + (1-o)·past.
/// </remarks>
internal sealed class RecurrentLayer
{
    private readonly float[] peepholes;

    /// <summary>A layer.</summary>
    /// <param name="width">The numbers a direction has.</param>
    /// <param name="peepholes">For each direction, <paramref name="width"/> weights of the forget gate and as many of the output gate.</param>
    public RecurrentLayer(int width, float[] peepholes)
    {
        if (width % Vector256<float>.Count != 0 || peepholes.Length != 4 * width) throw new ArgumentException($"A layer {width} wide cannot have {peepholes.Length} weights.", nameof(width));
        Width = width;
        this.peepholes = peepholes;
    }

    /// <summary>The numbers a direction has.</summary>
    public int Width { get; }

    /// <summary>The gate's sigmoid.</summary>
    public static Vector256<float> Gate(Vector256<float> x) => Vector256.Create(0.5f) + Vector256.Create(0.5f) * x / (Vector256<float>.One + Vector256.Abs(x));

    /// <summary>Reads one sentence in both directions.</summary>
    /// <param name="parts">The parts of all words: <paramref name="partCount"/> × 2 × Width numbers a row, forward direction first.</param>
    /// <param name="partCount">Three, or four where each row has its own way past.</param>
    /// <param name="rows">For each word of the sentence its row in <paramref name="parts"/>.</param>
    /// <param name="past">With three parts, what goes past: 2 × Width numbers a word of the sentence. Else empty.</param>
    /// <param name="output">Takes 2 × Width numbers a word.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Read(ReadOnlySpan<float> parts, int partCount, ReadOnlySpan<int> rows, ReadOnlySpan<float> past, Span<float> output)
    {
        var stride = partCount * 2 * Width;
        if (output.Length < rows.Length * 2 * Width) throw new ArgumentException("The output is too short.", nameof(output));
        ref var u = ref MemoryMarshal.GetReference(parts);
        ref var h = ref MemoryMarshal.GetReference(output);
        ref var p = ref MemoryMarshal.GetReference(past);
        ref var v = ref MemoryMarshal.GetReference<float>(peepholes);
        for (var direction = 0; direction < 2; direction++)
        {
            // Two vectors side by side: each waits on its own last step, and the processor works on one while the other waits.
            var lane = 0;
            for (; lane + 16 <= Width; lane += 16)
            {
                var weights = (nuint)(direction * 2 * Width + lane);
                var (forget0, forget1) = (Vector256.LoadUnsafe(ref v, weights), Vector256.LoadUnsafe(ref v, weights + 8));
                var (give0, give1) = (Vector256.LoadUnsafe(ref v, weights + (nuint)Width), Vector256.LoadUnsafe(ref v, weights + (nuint)Width + 8));
                Vector256<float> state0 = default, state1 = default;
                for (var step = 0; step < rows.Length; step++)
                {
                    var word = direction == 0 ? step : rows.Length - 1 - step;
                    var at = (nuint)(rows[word] * stride + direction * partCount * Width + lane);
                    var to = (nuint)(word * 2 * Width + direction * Width + lane);
                    ref var by = ref (partCount == 4 ? ref Unsafe.Add(ref u, at + (nuint)(3 * Width)) : ref Unsafe.Add(ref p, to));
                    var out0 = Step(ref Unsafe.Add(ref u, at), ref by, forget0, give0, ref state0);
                    var out1 = Step(ref Unsafe.Add(ref u, at + 8), ref Unsafe.Add(ref by, 8), forget1, give1, ref state1);
                    out0.StoreUnsafe(ref h, to);
                    out1.StoreUnsafe(ref h, to + 8);
                }
            }
            for (; lane < Width; lane += 8)
            {
                var forget = Vector256.LoadUnsafe(ref v, (nuint)(direction * 2 * Width + lane));
                var give = Vector256.LoadUnsafe(ref v, (nuint)(direction * 2 * Width + Width + lane));
                Vector256<float> state = default;
                for (var step = 0; step < rows.Length; step++)
                {
                    var word = direction == 0 ? step : rows.Length - 1 - step;
                    var at = (nuint)(rows[word] * stride + direction * partCount * Width + lane);
                    var to = (nuint)(word * 2 * Width + direction * Width + lane);
                    ref var by = ref (partCount == 4 ? ref Unsafe.Add(ref u, at + (nuint)(3 * Width)) : ref Unsafe.Add(ref p, to));
                    Step(ref Unsafe.Add(ref u, at), ref by, forget, give, ref state).StoreUnsafe(ref h, to);
                }
            }
        }
    }

    // Eight units take one step: the candidate stands at the reference, the gates one and two widths behind it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<float> Step(ref float parts, ref float past, Vector256<float> forgetWeight, Vector256<float> outputWeight, ref Vector256<float> state)
    {
        var z = Vector256.LoadUnsafe(ref parts);
        var f = Gate(Vector256.FusedMultiplyAdd(forgetWeight, state, Vector256.LoadUnsafe(ref parts, (nuint)Width)));
        var o = Gate(Vector256.FusedMultiplyAdd(outputWeight, state, Vector256.LoadUnsafe(ref parts, (nuint)(2 * Width))));
        var by = Vector256.LoadUnsafe(ref past);
        state = Vector256.FusedMultiplyAdd(f, state - z, z);
        return Vector256.FusedMultiplyAdd(o, state - by, by);
    }
}
