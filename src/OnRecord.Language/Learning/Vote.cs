using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace OnRecord.Language.Learning;

/// <summary>A last layer with few outputs, each with its own row of weights: an inner product in fixed order. Immutable; safe to share.</summary>
internal sealed class Vote
{
    private readonly float[] weights;
    private readonly float[] bias;
    private readonly int inputs;

    /// <summary>A layer.</summary>
    /// <param name="weights">A row for each output.</param>
    /// <param name="bias">A number for each output, or more.</param>
    /// <param name="inputs">The length of a row, a multiple of eight.</param>
    public Vote(float[] weights, float[] bias, int inputs)
    {
        this.weights = weights;
        this.bias = bias;
        this.inputs = inputs;
    }

    /// <summary>The score of one output.</summary>
    public float Score(ReadOnlySpan<float> input, int output)
    {
        ref var x = ref MemoryMarshal.GetReference(input[..inputs]);
        ref var w = ref MemoryMarshal.GetReference(weights.AsSpan(output * inputs, inputs));
        Vector256<float> a = default, b = default;
        nuint i = 0;
        for (; i + 16 <= (nuint)inputs; i += 16)
        {
            a = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref x, i), Vector256.LoadUnsafe(ref w, i), a);
            b = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref x, i + 8), Vector256.LoadUnsafe(ref w, i + 8), b);
        }
        if (i < (nuint)inputs) a = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref x, i), Vector256.LoadUnsafe(ref w, i), a);
        a += b;
        // The lanes are added in a fixed order, whatever the machine offers.
        var halves = a.GetLower() + a.GetUpper();
        return bias[output] + (halves.GetElement(0) + halves.GetElement(2) + (halves.GetElement(1) + halves.GetElement(3)));
    }
}
