using System.Runtime.Intrinsics;

namespace OnRecord.Lab.Train.Transformer;

/// <summary>The exponential function and what is made of it, by multiplications and additions that give the same bits on every machine.</summary>
internal static class Exponential
{
    /// <summary>e to the power of x, within two units of the last place: 2^n times a polynomial of the rest (Cody and Waite 1980).</summary>
    public static Vector256<float> Of(Vector256<float> x)
    {
        x = Vector256.Min(Vector256.Max(x, Vector256.Create(-87f)), Vector256.Create(88f));
        var whole = Vector256.Floor(Vector256.FusedMultiplyAdd(x, Vector256.Create(1.44269504f), Vector256.Create(0.5f)));
        var rest = Vector256.FusedMultiplyAdd(whole, Vector256.Create(-0.693359375f), x);
        rest = Vector256.FusedMultiplyAdd(whole, Vector256.Create(2.12194440e-4f), rest);
        var sum = Vector256.Create(1.9875691500e-4f);
        sum = Vector256.FusedMultiplyAdd(sum, rest, Vector256.Create(1.3981999507e-3f));
        sum = Vector256.FusedMultiplyAdd(sum, rest, Vector256.Create(8.3334519073e-3f));
        sum = Vector256.FusedMultiplyAdd(sum, rest, Vector256.Create(4.1665795894e-2f));
        sum = Vector256.FusedMultiplyAdd(sum, rest, Vector256.Create(1.6666665459e-1f));
        sum = Vector256.FusedMultiplyAdd(sum, rest, Vector256.Create(0.5f));
        sum = Vector256.FusedMultiplyAdd(sum, rest * rest, rest) + Vector256<float>.One;
        return sum * Vector256.ShiftLeft(Vector256.ConvertToInt32(whole) + Vector256.Create(127), 23).AsSingle();
    }

    /// <summary>
    /// The Gaussian error linear unit x·Φ(x) (Hendrycks and Gimpel 2016) and its slope Φ(x) + x·φ(x). Φ is taken by formula
    /// 7.1.26 of Abramowitz and Stegun, within 2e-7.
    /// </summary>
    public static Vector256<float> GaussianUnit(Vector256<float> x, out Vector256<float> slope)
    {
        var one = Vector256<float>.One;
        var size = Vector256.Abs(x) * 0.70710678f;
        var t = one / Vector256.FusedMultiplyAdd(size, Vector256.Create(0.3275911f), one);
        var sum = Vector256.FusedMultiplyAdd(t, Vector256.Create(1.061405429f), Vector256.Create(-1.453152027f));
        sum = Vector256.FusedMultiplyAdd(sum, t, Vector256.Create(1.421413741f));
        sum = Vector256.FusedMultiplyAdd(sum, t, Vector256.Create(-0.284496736f));
        sum = Vector256.FusedMultiplyAdd(sum, t, Vector256.Create(0.254829592f));
        var bell = Of(-size * size);
        var tail = sum * t * bell * 0.5f;
        var share = Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256<float>.Zero), tail, one - tail);
        slope = Vector256.FusedMultiplyAdd(x * 0.39894228f, bell, share);
        return x * share;
    }
}
