using System.Runtime.Intrinsics;

namespace OnRecord.Language.Learning;

/// <summary>The exponential function, by multiplications and additions that give the same bits on every machine.</summary>
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
}
