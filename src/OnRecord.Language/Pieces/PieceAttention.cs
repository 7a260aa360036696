using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using OnRecord.Language.Learning;

namespace OnRecord.Language.Pieces;

/// <summary>
/// Scaled dot-product attention of several heads over the pieces of a passage (Vaswani et al. 2017): what each piece gathers from
/// all of them. Immutable; safe to share between threads.
/// </summary>
internal sealed class PieceAttention
{
    /// <summary>The longest passage, in pieces, a multiple of eight.</summary>
    public const int LongestPassage = 128;

    /// <summary>The numbers of a head.</summary>
    public const int HeadWidth = 32;

    private const int Lanes = 8;

    private readonly int width;

    /// <param name="width">The numbers of a piece, a multiple of <see cref="HeadWidth"/>.</param>
    public PieceAttention(int width) => this.width = width;

    /// <summary>Writes what each piece of one passage gathers.</summary>
    /// <param name="rows">Queries, keys and values of all heads one after the other, 3 × width numbers a piece.</param>
    /// <param name="length">The number of pieces.</param>
    /// <param name="gathered">Takes width numbers a piece.</param>
    [SkipLocalsInit]
    public void Apply(ReadOnlySpan<float> rows, int length, Span<float> gathered)
    {
        Span<float> keys = stackalloc float[HeadWidth * LongestPassage];
        Span<float> shares = stackalloc float[LongestPassage];
        for (var head = 0; head < width; head += HeadWidth)
        {
            // Keys stand in columns, so that a query is compared with eight of them at once.
            for (var j = 0; j < length; j++)
            {
                var key = rows.Slice(j * 3 * width + width + head, HeadWidth);
                for (var k = 0; k < HeadWidth; k++) keys[k * LongestPassage + j] = key[k];
            }
            for (var i = 0; i < length; i++)
            {
                Compare(rows.Slice(i * 3 * width + head, HeadWidth), keys, shares, length);
                Gather(rows[(2 * width + head)..], shares[..length], gathered.Slice(i * width + head, HeadWidth));
            }
        }
    }

    // How much of each piece goes to the one that asks; behind the last stands anything.
    private static void Compare(ReadOnlySpan<float> query, ReadOnlySpan<float> keys, Span<float> shares, int length)
    {
        var scale = Vector256.Create(1 / MathF.Sqrt(HeadWidth));
        ref var key = ref MemoryMarshal.GetReference(keys);
        ref var share = ref MemoryMarshal.GetReference(shares);
        var top = Vector256.Create(float.NegativeInfinity);
        var absent = Vector256.Create(float.NegativeInfinity);
        // Four times eight at once: none waits for another, and each number of the query is spread once.
        for (var j = 0; j < length; j += 4 * Lanes)
        {
            Vector256<float> a = default, b = default, c = default, d = default;
            for (var k = 0; k < HeadWidth; k++)
            {
                var number = Vector256.Create(query[k]);
                var at = (nuint)(k * LongestPassage + j);
                a = Vector256.FusedMultiplyAdd(number, Vector256.LoadUnsafe(ref key, at), a);
                b = Vector256.FusedMultiplyAdd(number, Vector256.LoadUnsafe(ref key, at + Lanes), b);
                c = Vector256.FusedMultiplyAdd(number, Vector256.LoadUnsafe(ref key, at + 2 * Lanes), c);
                d = Vector256.FusedMultiplyAdd(number, Vector256.LoadUnsafe(ref key, at + 3 * Lanes), d);
            }
            Put(a, j, ref share);
            Put(b, j + Lanes, ref share);
            Put(c, j + 2 * Lanes, ref share);
            Put(d, j + 3 * Lanes, ref share);
        }
        top = Vector256.Create(Largest(top));
        var total = Vector256<float>.Zero;
        for (var j = 0; j < length; j += Lanes)
        {
            var eight = Exponential.Of(Vector256.LoadUnsafe(ref share, (nuint)j) - top);
            // What stands behind the last piece has no share.
            eight = Vector256.ConditionalSelect(Vector256.LessThan(Vector256.Create(j) + Vector256<int>.Indices, Vector256.Create(length)).AsSingle(), eight, Vector256<float>.Zero);
            eight.StoreUnsafe(ref share, (nuint)j);
            total += eight;
        }
        var factor = Vector256.Create(1 / Vector256.Sum(total));
        for (var j = 0; j < length; j += Lanes) (Vector256.LoadUnsafe(ref share, (nuint)j) * factor).StoreUnsafe(ref share, (nuint)j);

        void Put(Vector256<float> sums, int j, ref float to)
        {
            sums *= scale;
            sums.StoreUnsafe(ref to, (nuint)j);
            var isThere = Vector256.LessThan(Vector256.Create(j) + Vector256<int>.Indices, Vector256.Create(length)).AsSingle();
            top = Vector256.Max(top, Vector256.ConditionalSelect(isThere, sums, absent));
        }
    }

    private static float Largest(Vector256<float> values)
    {
        var largest = values[0];
        for (var k = 1; k < Lanes; k++) largest = MathF.Max(largest, values[k]);
        return largest;
    }

    private void Gather(ReadOnlySpan<float> values, ReadOnlySpan<float> shares, Span<float> target)
    {
        Vector256<float> a = default, b = default, c = default, d = default;
        for (var j = 0; j < shares.Length; j++)
        {
            var value = MemoryMarshal.Cast<float, Vector256<float>>(values.Slice(j * 3 * width, HeadWidth));
            var share = Vector256.Create(shares[j]);
            a = Vector256.FusedMultiplyAdd(share, value[0], a);
            b = Vector256.FusedMultiplyAdd(share, value[1], b);
            c = Vector256.FusedMultiplyAdd(share, value[2], c);
            d = Vector256.FusedMultiplyAdd(share, value[3], d);
        }
        a.CopyTo(target);
        b.CopyTo(target[Lanes..]);
        c.CopyTo(target[(2 * Lanes)..]);
        d.CopyTo(target[(3 * Lanes)..]);
    }
}
