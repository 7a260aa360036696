using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using OnRecord.Lab.Train.Language;

namespace OnRecord.Lab.Train.Transformer;

/// <summary>
/// Adam with weights that decay apart from the gradient (Loshchilov and Hutter 2019), the gradient clipped by its norm, the rate
/// rising at first and falling to nought. Matrices decay; biases and norms, of one row, do not.
/// </summary>
/// <param name="parameters">What is learned.</param>
/// <param name="rate">The largest rate.</param>
/// <param name="steps">The number of steps that will be taken.</param>
/// <param name="warmUp">The share of steps with a rising rate.</param>
/// <param name="decay">How much of a weight goes away with a step, times the rate.</param>
internal sealed class AdamW(IReadOnlyList<Parameter> parameters, float rate, int steps, float warmUp = 0.1f, float decay = 0.01f)
{
    private const float Decay1 = 0.9f;
    private const float Decay2 = 0.999f;
    private const float Epsilon = 1e-8f;
    private const double LongestGradient = 1;

    private int step;

    /// <summary>Takes one step with the gradients that have been gathered, times a scale, and clears them.</summary>
    public void Step(double scale)
    {
        step++;
        var norm = Math.Sqrt(parameters.Sum(p => Squares(p.Gradient))) * scale;
        if (norm > LongestGradient) scale *= LongestGradient / norm;
        var rising = Math.Max(1, warmUp * steps);
        var now = (float)(rate * Math.Min(step / rising, Math.Max(0, steps - step + 1) / Math.Max(1, steps - rising)));
        var s = Vector256.Create((float)scale);
        var first = Vector256.Create((float)(1 / (1 - Math.Pow(Decay1, step))));
        var second = Vector256.Create((float)(1 / (1 - Math.Pow(Decay2, step))));
        foreach (var parameter in parameters)
        {
            var w = MemoryMarshal.Cast<float, Vector256<float>>(parameter.Value.AsSpan());
            var g = MemoryMarshal.Cast<float, Vector256<float>>(parameter.Gradient.AsSpan());
            var m = MemoryMarshal.Cast<float, Vector256<float>>(parameter.First.AsSpan());
            var v = MemoryMarshal.Cast<float, Vector256<float>>(parameter.Second.AsSpan());
            var kept = 1 - (parameter.Count > parameter.Columns ? now * decay : 0);
            for (var i = 0; i < w.Length; i++)
            {
                var x = g[i] * s;
                m[i] = m[i] * Decay1 + x * (1 - Decay1);
                v[i] = v[i] * Decay2 + x * x * (1 - Decay2);
                w[i] = w[i] * kept - now * m[i] * first / (Vector256.Sqrt(v[i] * second) + Vector256.Create(Epsilon));
            }
            g.Clear();
        }
    }

    private static double Squares(float[] values)
    {
        var sum = Vector256<float>.Zero;
        foreach (var x in MemoryMarshal.Cast<float, Vector256<float>>(values)) sum += x * x;
        return Vector256.Sum(sum);
    }
}
