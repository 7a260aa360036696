using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using OnRecord.Language.Learning;

namespace OnRecord.Lab.Train.Language;

/// <summary>The recurrent layer as it is trained: it keeps its states, and takes the gradient back through them. The forward pass is that of <see cref="RecurrentLayer"/>.</summary>
internal sealed class Recurrent(int width, int partCount, Parameter peepholes)
{
    private float[] states = [];
    private float[] forgets = [];
    private float[] outputs = [];

    public void Forward(ReadOnlySpan<float> parts, ReadOnlySpan<int> lengths, ReadOnlySpan<float> past, Span<float> hidden)
    {
        var size = hidden.Length;
        if (states.Length < size) (states, forgets, outputs) = (new float[size], new float[size], new float[size]);
        var first = 0;
        foreach (var length in lengths)
        {
            for (var direction = 0; direction < 2; direction++)
            {
                for (var lane = 0; lane < width; lane += 8)
                {
                    var v = At(peepholes.Value, direction * 2 * width + lane);
                    var w = At(peepholes.Value, direction * 2 * width + width + lane);
                    var state = Vector256<float>.Zero;
                    for (var step = 0; step < length; step++)
                    {
                        var word = first + (direction == 0 ? step : length - 1 - step);
                        var at = word * partCount * 2 * width + direction * partCount * width + lane;
                        var to = word * 2 * width + direction * width + lane;
                        var z = At(parts, at);
                        var f = RecurrentLayer.Gate(Vector256.FusedMultiplyAdd(v, state, At(parts, at + width)));
                        var o = RecurrentLayer.Gate(Vector256.FusedMultiplyAdd(w, state, At(parts, at + 2 * width)));
                        var by = partCount == 4 ? At(parts, at + 3 * width) : At(past, to);
                        state = Vector256.FusedMultiplyAdd(f, state - z, z);
                        Set(states, to, state);
                        Set(forgets, to, f);
                        Set(outputs, to, o);
                        Set(hidden, to, Vector256.FusedMultiplyAdd(o, state - by, by));
                    }
                }
            }
            first += length;
        }
    }

    /// <summary>Adds the gradient of the parts, of what goes past (with three parts) and of the peepholes.</summary>
    public void Backward(ReadOnlySpan<float> parts, ReadOnlySpan<int> lengths, ReadOnlySpan<float> past, ReadOnlySpan<float> hiddenGradient, Span<float> partsGradient, Span<float> pastGradient)
    {
        var one = Vector256<float>.One;
        var first = 0;
        foreach (var length in lengths)
        {
            for (var direction = 0; direction < 2; direction++)
            {
                for (var lane = 0; lane < width; lane += 8)
                {
                    var vAt = direction * 2 * width + lane;
                    var wAt = vAt + width;
                    Vector256<float> v = At(peepholes.Value, vAt), w = At(peepholes.Value, wAt), dv = At(peepholes.Gradient, vAt), dw = At(peepholes.Gradient, wAt);
                    var carry = Vector256<float>.Zero;
                    for (var step = length - 1; step >= 0; step--)
                    {
                        var word = first + (direction == 0 ? step : length - 1 - step);
                        var at = word * partCount * 2 * width + direction * partCount * width + lane;
                        var to = word * 2 * width + direction * width + lane;
                        var before = step == 0 ? Vector256<float>.Zero : At(states, to + (direction == 0 ? -2 : 2) * width);
                        Vector256<float> f = At(forgets, to), o = At(outputs, to), c = At(states, to), dh = At(hiddenGradient, to);
                        var z = At(parts, at);
                        var by = partCount == 4 ? At(parts, at + 3 * width) : At(past, to);
                        var dc = dh * o + carry;
                        var du = dh * (c - by) * Slope(o);
                        var df = dc * (before - z) * Slope(f);
                        Set(partsGradient, at, dc * (one - f));
                        Set(partsGradient, at + width, df);
                        Set(partsGradient, at + 2 * width, du);
                        if (partCount == 4) Set(partsGradient, at + 3 * width, dh * (one - o));
                        else Set(pastGradient, to, At(pastGradient, to) + dh * (one - o));
                        dv += df * before;
                        dw += du * before;
                        carry = dc * f + df * v + du * w;
                    }
                    Set(peepholes.Gradient, vAt, dv);
                    Set(peepholes.Gradient, wAt, dw);
                }
            }
            first += length;
        }
    }

    /// <summary>The gate's slope by its value: with s = (1 + x / (1 + |x|)) / 2 it is (1 - |2s - 1|)² / 2.</summary>
    private static Vector256<float> Slope(Vector256<float> gate)
    {
        var rest = Vector256<float>.One - Vector256.Abs(gate + gate - Vector256<float>.One);
        return rest * rest * 0.5f;
    }

    private static Vector256<float> At(ReadOnlySpan<float> from, int at) => Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(from), (nuint)at);

    private static void Set(Span<float> to, int at, Vector256<float> value) => value.StoreUnsafe(ref MemoryMarshal.GetReference(to), (nuint)at);
}
