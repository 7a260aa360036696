using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace OnRecord.Lab.Train.Language;

/// <summary>Adam (Kingma and Ba 2015), with the gradient clipped by its norm.</summary>
internal sealed class Adam(IReadOnlyList<Parameter> parameters)
{
    private const float Decay1 = 0.9f;
    private const float Decay2 = 0.98f;
    private const float Epsilon = 1e-6f;
    private const double LongestGradient = 5;

    private int step;

    /// <summary>Takes one step with the gradients that have been gathered, and clears them.</summary>
    public void Step(double rate, double scale)
    {
        step++;
        var norm = 0.0;
        foreach (var parameter in parameters)
        {
            var sum = Vector256<float>.Zero;
            foreach (var g in MemoryMarshal.Cast<float, Vector256<float>>(parameter.Gradient)) sum += g * g;
            norm += Vector256.Sum(sum);
        }
        norm = Math.Sqrt(norm) * scale;
        if (norm > LongestGradient) scale *= LongestGradient / norm;
        var s = Vector256.Create((float)scale);
        var r = Vector256.Create((float)(rate * Math.Sqrt(1 - Math.Pow(Decay2, step)) / (1 - Math.Pow(Decay1, step))));
        foreach (var parameter in parameters)
        {
            var w = MemoryMarshal.Cast<float, Vector256<float>>(parameter.Value.AsSpan());
            var g = MemoryMarshal.Cast<float, Vector256<float>>(parameter.Gradient.AsSpan());
            var m = MemoryMarshal.Cast<float, Vector256<float>>(parameter.First.AsSpan());
            var v = MemoryMarshal.Cast<float, Vector256<float>>(parameter.Second.AsSpan());
            for (var i = 0; i < w.Length; i++)
            {
                var x = g[i] * s;
                m[i] = m[i] * Decay1 + x * (1 - Decay1);
                v[i] = v[i] * Decay2 + x * x * (1 - Decay2);
                w[i] -= r * m[i] / (Vector256.Sqrt(v[i]) + Vector256.Create(Epsilon));
            }
            g.Clear();
        }
    }
}
