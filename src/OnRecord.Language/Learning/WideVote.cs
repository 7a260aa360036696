using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace OnRecord.Language.Learning;

/// <summary>
/// A last layer of which the output with the highest score is asked: eight outputs stand side by side, so that no lanes are added up.
/// Each score is a sum of fused products in the order of the inputs, the same on every machine. Immutable; safe to share.
/// </summary>
internal sealed class WideVote
{
    private static readonly int Lanes = Vector256<float>.Count;

    private readonly float[] weights;
    private readonly float[] bias;
    private readonly int inputs, outputs;

    /// <summary>A layer.</summary>
    /// <param name="weights">A row for each output.</param>
    /// <param name="bias">A number for each output.</param>
    /// <param name="inputs">The length of a row.</param>
    public WideVote(ReadOnlySpan<float> weights, ReadOnlySpan<float> bias, int inputs)
    {
        if (bias.IsEmpty || weights.Length != bias.Length * inputs) throw new ArgumentException($"{bias.Length} outputs cannot have {weights.Length} weights.", nameof(weights));
        (this.inputs, outputs) = (inputs, bias.Length);
        var wide = (outputs + Lanes - 1) / Lanes * Lanes;
        this.weights = new float[wide * inputs];
        // Those that fill up the last eight are never the best.
        this.bias = new float[wide];
        this.bias.AsSpan(outputs).Fill(float.NegativeInfinity);
        bias.CopyTo(this.bias);
        for (var output = 0; output < outputs; output++)
        {
            for (var k = 0; k < inputs; k++) this.weights[(output / Lanes * inputs + k) * Lanes + output % Lanes] = weights[output * inputs + k];
        }
    }

    /// <summary>The output with the highest score; the first of equals.</summary>
    public int Best(ReadOnlySpan<float> input)
    {
        input = input[..inputs];
        var (best, bestScore) = (0, float.NegativeInfinity);
        var first = 0;
        for (; first + 2 * Lanes < bias.Length; first += 3 * Lanes) Take(Three(input, first), first, ref best, ref bestScore);
        for (; first < bias.Length; first += Lanes) Take(One(input, first), first, ref best, ref bestScore);
        return best;
    }

    // Three sums at a time, of which none waits for another.
    private (Vector256<float> A, Vector256<float> B, Vector256<float> C) Three(ReadOnlySpan<float> input, int first)
    {
        Vector256<float> a = Bias(first), b = Bias(first + Lanes), c = Bias(first + 2 * Lanes);
        ref var w = ref MemoryMarshal.GetReference(weights.AsSpan(first * inputs, 3 * Lanes * inputs));
        var next = (nuint)(Lanes * inputs);
        for (var k = 0; k < input.Length; k++)
        {
            var x = Vector256.Create(input[k]);
            var at = (nuint)(k * Lanes);
            a = Vector256.FusedMultiplyAdd(x, Vector256.LoadUnsafe(ref w, at), a);
            b = Vector256.FusedMultiplyAdd(x, Vector256.LoadUnsafe(ref w, at + next), b);
            c = Vector256.FusedMultiplyAdd(x, Vector256.LoadUnsafe(ref w, at + 2 * next), c);
        }
        return (a, b, c);
    }

    private Vector256<float> One(ReadOnlySpan<float> input, int first)
    {
        var sum = Bias(first);
        ref var w = ref MemoryMarshal.GetReference(weights.AsSpan(first * inputs, Lanes * inputs));
        for (var k = 0; k < input.Length; k++) sum = Vector256.FusedMultiplyAdd(Vector256.Create(input[k]), Vector256.LoadUnsafe(ref w, (nuint)(k * Lanes)), sum);
        return sum;
    }

    private Vector256<float> Bias(int first) => Vector256.LoadUnsafe(ref bias[first]);

    private static void Take((Vector256<float> A, Vector256<float> B, Vector256<float> C) scores, int first, ref int best, ref float bestScore)
    {
        Take(scores.A, first, ref best, ref bestScore);
        Take(scores.B, first + Lanes, ref best, ref bestScore);
        Take(scores.C, first + 2 * Lanes, ref best, ref bestScore);
    }

    private static void Take(Vector256<float> scores, int first, ref int best, ref float bestScore)
    {
        if (Vector256.LessThanOrEqualAll(scores, Vector256.Create(bestScore))) return;
        for (var lane = 0; lane < Lanes; lane++)
        {
            if (scores[lane] > bestScore) (best, bestScore) = (first + lane, scores[lane]);
        }
    }
}
