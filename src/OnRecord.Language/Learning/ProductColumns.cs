using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace OnRecord.Language.Learning;

/// <summary>Where the products of one panel of a <see cref="ByteMatrix"/> go, and how whole numbers become theirs.</summary>
internal readonly unsafe struct ProductColumns(float* target, int stride, float* scales, int* excess, float* bias)
{
    /// <summary>The columns of a panel some panels on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ProductColumns From(int panel)
    {
        var first = panel * ByteMatrix.Panel;
        return new ProductColumns(target + first, stride, scales + first, excess + first, bias == null ? null : bias + first);
    }

    /// <summary>Puts the sums of a row's sixteen columns where they belong.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(int row, Vector256<int> left, Vector256<int> right, float unit)
    {
        var x = Vector256.ConvertToSingle(left - Vector256.Load(excess)) * (Vector256.Load(scales) * unit);
        var y = Vector256.ConvertToSingle(right - Vector256.Load(excess + 8)) * (Vector256.Load(scales + 8) * unit);
        if (bias != null)
        {
            x += Vector256.Load(bias);
            y += Vector256.Load(bias + 8);
        }
        x.Store(target + row * stride);
        y.Store(target + row * stride + 8);
    }
}
