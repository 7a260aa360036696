using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace OnRecord.Language.Learning;

/// <summary>Sums of rows of numbers.</summary>
internal static class Sums
{
    /// <summary>Adds numbers to others; their count is a multiple of eight.</summary>
    public static void Add(ReadOnlySpan<float> values, Span<float> target)
    {
        var from = MemoryMarshal.Cast<float, Vector256<float>>(values);
        var to = MemoryMarshal.Cast<float, Vector256<float>>(target);
        for (var i = 0; i < from.Length; i++) to[i] += from[i];
    }
}
