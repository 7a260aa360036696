using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace OnRecord.Language.Learning;

/// <summary>
/// Rows times one panel of a <see cref="QuantisedMatrix"/> on processors with registers of thirty-two whole numbers (AVX-512BW): one
/// register holds a panel's pair of rows. The sums are those of the narrower products, bit for bit.
/// </summary>
/// <param name="panel">The panel: its pairs of rows, one after the other.</param>
/// <param name="pairs">How many there are.</param>
/// <param name="target">Where the first row's products go.</param>
/// <param name="stride">How far the next row's are from there.</param>
/// <param name="scales">What one unit of each column stands for.</param>
/// <param name="bias">What is added to the products, or null.</param>
internal readonly unsafe struct WidePairProducts(short* panel, int pairs, float* target, int stride, float* scales, float* bias)
{
    private const int Numbers = 32, Together = 8;

    /// <summary>Whether the processor has them.</summary>
    public static bool AreSupported => Avx512BW.IsSupported;

    /// <summary>Multiplies rows.</summary>
    /// <param name="rows">The rows, each its pairs of numbers.</param>
    /// <param name="units">What one unit of each row stands for.</param>
    /// <param name="count">How many rows there are.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Multiply(int* rows, float* units, int count)
    {
        var i = 0;
        for (; i + Together <= count; i += Together) Eight(rows, units, i);
        // The last eight again cost less than three and more one by one, and come out the same.
        if (i + 2 < count && count >= Together) Eight(rows, units, count - Together);
        else for (; i < count; i++) One(rows, units, i);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Eight(int* rows, float* units, int row)
    {
        Vector512<int> s0 = default, s1 = default, s2 = default, s3 = default, s4 = default, s5 = default, s6 = default, s7 = default;
        int* a0 = rows + (nint)row * pairs, a1 = a0 + pairs, a2 = a1 + pairs, a3 = a2 + pairs, a4 = a3 + pairs, a5 = a4 + pairs, a6 = a5 + pairs, a7 = a6 + pairs;
        var b = panel;
        for (var k = 0; k < pairs; k++, b += Numbers)
        {
            var column = Avx512F.LoadVector512(b);
            s0 = Add(s0, a0[k], column);
            s1 = Add(s1, a1[k], column);
            s2 = Add(s2, a2[k], column);
            s3 = Add(s3, a3[k], column);
            s4 = Add(s4, a4[k], column);
            s5 = Add(s5, a5[k], column);
            s6 = Add(s6, a6[k], column);
            s7 = Add(s7, a7[k], column);
        }
        Store(row, s0, units);
        Store(row + 1, s1, units);
        Store(row + 2, s2, units);
        Store(row + 3, s3, units);
        Store(row + 4, s4, units);
        Store(row + 5, s5, units);
        Store(row + 6, s6, units);
        Store(row + 7, s7, units);
    }

    // Even and odd pairs have sums of their own, so that one need not wait for the other.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void One(int* rows, float* units, int row)
    {
        Vector512<int> even = default, odd = default;
        var a = rows + (nint)row * pairs;
        var k = 0;
        for (; k + 2 <= pairs; k += 2)
        {
            even = Add(even, a[k], Avx512F.LoadVector512(panel + k * Numbers));
            odd = Add(odd, a[k + 1], Avx512F.LoadVector512(panel + (k + 1) * Numbers));
        }
        if (k < pairs) even = Add(even, a[k], Avx512F.LoadVector512(panel + k * Numbers));
        Store(row, Avx512F.Add(even, odd), units);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> Add(Vector512<int> sum, int pair, Vector512<short> column) =>
        Avx512F.Add(sum, Avx512BW.MultiplyAddAdjacent(Vector512.Create(pair).AsInt16(), column));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Store(int row, Vector512<int> sum, float* units)
    {
        var product = Avx512F.Multiply(Avx512F.ConvertToVector512Single(sum), Avx512F.Multiply(Avx512F.LoadVector512(scales), Vector512.Create(units[row])));
        if (bias != null) product = Avx512F.Add(product, Avx512F.LoadVector512(bias));
        Avx512F.Store(target + (nint)row * stride, product);
    }
}
