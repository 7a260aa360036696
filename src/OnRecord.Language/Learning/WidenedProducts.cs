using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace OnRecord.Language.Learning;

/// <summary>
/// Rows times the panels of a <see cref="ByteMatrix"/> on processors that do not multiply bytes: bytes are widened on the way.
/// The sums are those of <see cref="ByteProducts"/>.
/// </summary>
internal static unsafe class WidenedProducts
{
    /// <summary>Multiplies all rows with some panels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(ByteRows rows, sbyte* panel, ProductColumns columns, int panels)
    {
        for (var p = 0; p < panels; p++, panel += rows.PanelSize)
        {
            var own = columns.From(p);
            var i = 0;
            for (; i + 3 <= rows.Count; i += 3) Three(rows, i, panel, own);
            for (; i < rows.Count; i++) One(rows, i, panel, own);
        }
    }

    // Each sum has four columns, two numbers each: the even and the odd half of the groups of four.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Three(ByteRows rows, int row, sbyte* panel, ProductColumns columns)
    {
        Vector256<int> s0 = default, s1 = default, s2 = default, s3 = default, t0 = default, t1 = default, t2 = default, t3 = default;
        Vector256<int> u0 = default, u1 = default, u2 = default, u3 = default;
        int* a = rows[row], b = rows[row + 1], c = rows[row + 2];
        for (var k = 0; k < rows.Groups; k++)
        {
            Vector256<short> v = Widen(a[k]), w = Widen(b[k]), x = Widen(c[k]);
            var columns4 = Widen(panel);
            s0 = Add(s0, v, columns4);
            t0 = Add(t0, w, columns4);
            u0 = Add(u0, x, columns4);
            columns4 = Widen(panel + 16);
            s1 = Add(s1, v, columns4);
            t1 = Add(t1, w, columns4);
            u1 = Add(u1, x, columns4);
            columns4 = Widen(panel + 32);
            s2 = Add(s2, v, columns4);
            t2 = Add(t2, w, columns4);
            u2 = Add(u2, x, columns4);
            columns4 = Widen(panel + 48);
            s3 = Add(s3, v, columns4);
            t3 = Add(t3, w, columns4);
            u3 = Add(u3, x, columns4);
            panel += 64;
        }
        columns.Store(row, Join(s0, s1), Join(s2, s3), rows.Units[row]);
        columns.Store(row + 1, Join(t0, t1), Join(t2, t3), rows.Units[row + 1]);
        columns.Store(row + 2, Join(u0, u1), Join(u2, u3), rows.Units[row + 2]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void One(ByteRows rows, int row, sbyte* panel, ProductColumns columns)
    {
        Vector256<int> s0 = default, s1 = default, s2 = default, s3 = default;
        var a = rows[row];
        for (var k = 0; k < rows.Groups; k++)
        {
            var v = Widen(a[k]);
            s0 = Add(s0, v, Widen(panel));
            s1 = Add(s1, v, Widen(panel + 16));
            s2 = Add(s2, v, Widen(panel + 32));
            s3 = Add(s3, v, Widen(panel + 48));
            panel += 64;
        }
        columns.Store(row, Join(s0, s1), Join(s2, s3), rows.Units[row]);
    }

    // Four numbers of a row, four times over.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Widen(int four)
    {
        var bytes = Vector128.Create(four).AsByte();
        if (Avx2.IsSupported) return Avx2.ConvertToVector256Int16(bytes);
        return Vector256.Create(Vector128.WidenLower(bytes), Vector128.WidenUpper(bytes)).AsInt16();
    }

    // Four numbers of each of four columns.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Widen(sbyte* columns)
    {
        if (Avx2.IsSupported) return Avx2.ConvertToVector256Int16(columns);
        var bytes = Vector128.Load(columns);
        return Vector256.Create(Vector128.WidenLower(bytes), Vector128.WidenUpper(bytes));
    }

    // The two numbers of each column added: eight columns of two sums.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Join(Vector256<int> first, Vector256<int> second)
    {
        var even = Vector256.Create(0, 2, 4, 6, 0, 2, 4, 6);
        var odd = Vector256.Create(1, 3, 5, 7, 1, 3, 5, 7);
        var low = Vector256.Shuffle(first, even) + Vector256.Shuffle(first, odd);
        var high = Vector256.Shuffle(second, even) + Vector256.Shuffle(second, odd);
        return Vector256.Create(low.GetLower(), high.GetLower());
    }

    // The sum with the products of each two neighbours, by what the processor has.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Add(Vector256<int> sum, Vector256<short> a, Vector256<short> b)
    {
        if (Avx2.IsSupported) return sum + Avx2.MultiplyAddAdjacent(a, b);
        Vector256<int> x = a.AsInt32(), y = b.AsInt32();
        return sum + (x << 16 >> 16) * (y << 16 >> 16) + (x >> 16) * (y >> 16);
    }
}
