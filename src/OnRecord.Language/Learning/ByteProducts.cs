using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace OnRecord.Language.Learning;

/// <summary>Rows times one panel of a <see cref="ByteMatrix"/> on processors that multiply and add thirty-two bytes an instruction (AVX-VNNI).</summary>
internal static unsafe class ByteProducts
{
    /// <summary>Multiplies all rows with the panel.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(ByteRows rows, sbyte* panel, ProductColumns columns)
    {
        var i = 0;
        for (; i + 6 <= rows.Count; i += 6) Six(rows, i, panel, columns);
        // The last six again cost less than three and more by twos, and come out the same.
        if (i + 2 < rows.Count && rows.Count >= 6) Six(rows, rows.Count - 6, panel, columns);
        else
        {
            for (; i + 2 <= rows.Count; i += 2) Two(rows, i, panel, columns);
            if (i < rows.Count) One(rows, i, panel, columns);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Six(ByteRows rows, int row, sbyte* panel, ProductColumns columns)
    {
        Vector256<int> s00 = default, s01 = default, s10 = default, s11 = default, s20 = default, s21 = default;
        Vector256<int> s30 = default, s31 = default, s40 = default, s41 = default, s50 = default, s51 = default;
        int* a0 = rows[row], a1 = rows[row + 1], a2 = rows[row + 2], a3 = rows[row + 3], a4 = rows[row + 4], a5 = rows[row + 5];
        for (var k = 0; k < rows.Groups; k++)
        {
            var b0 = Vector256.Load(panel);
            var b1 = Vector256.Load(panel + 32);
            panel += 64;
            var v = Vector256.Create(a0[k]).AsByte();
            s00 = Add(s00, v, b0);
            s01 = Add(s01, v, b1);
            v = Vector256.Create(a1[k]).AsByte();
            s10 = Add(s10, v, b0);
            s11 = Add(s11, v, b1);
            v = Vector256.Create(a2[k]).AsByte();
            s20 = Add(s20, v, b0);
            s21 = Add(s21, v, b1);
            v = Vector256.Create(a3[k]).AsByte();
            s30 = Add(s30, v, b0);
            s31 = Add(s31, v, b1);
            v = Vector256.Create(a4[k]).AsByte();
            s40 = Add(s40, v, b0);
            s41 = Add(s41, v, b1);
            v = Vector256.Create(a5[k]).AsByte();
            s50 = Add(s50, v, b0);
            s51 = Add(s51, v, b1);
        }
        columns.Store(row, s00, s01, rows.Units[row]);
        columns.Store(row + 1, s10, s11, rows.Units[row + 1]);
        columns.Store(row + 2, s20, s21, rows.Units[row + 2]);
        columns.Store(row + 3, s30, s31, rows.Units[row + 3]);
        columns.Store(row + 4, s40, s41, rows.Units[row + 4]);
        columns.Store(row + 5, s50, s51, rows.Units[row + 5]);
    }

    // Odd and even groups have sums of their own, so that one need not wait for the other.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Two(ByteRows rows, int row, sbyte* panel, ProductColumns columns)
    {
        Vector256<int> s00 = default, s01 = default, s10 = default, s11 = default, t00 = default, t01 = default, t10 = default, t11 = default;
        int* a0 = rows[row], a1 = rows[row + 1];
        var k = 0;
        for (; k + 2 <= rows.Groups; k += 2)
        {
            Vector256<sbyte> b0 = Vector256.Load(panel), b1 = Vector256.Load(panel + 32), c0 = Vector256.Load(panel + 64), c1 = Vector256.Load(panel + 96);
            panel += 128;
            Vector256<byte> v = Vector256.Create(a0[k]).AsByte(), w = Vector256.Create(a0[k + 1]).AsByte();
            s00 = Add(s00, v, b0);
            s01 = Add(s01, v, b1);
            t00 = Add(t00, w, c0);
            t01 = Add(t01, w, c1);
            v = Vector256.Create(a1[k]).AsByte();
            w = Vector256.Create(a1[k + 1]).AsByte();
            s10 = Add(s10, v, b0);
            s11 = Add(s11, v, b1);
            t10 = Add(t10, w, c0);
            t11 = Add(t11, w, c1);
        }
        if (k < rows.Groups)
        {
            Vector256<sbyte> b0 = Vector256.Load(panel), b1 = Vector256.Load(panel + 32);
            Vector256<byte> v = Vector256.Create(a0[k]).AsByte(), w = Vector256.Create(a1[k]).AsByte();
            s00 = Add(s00, v, b0);
            s01 = Add(s01, v, b1);
            s10 = Add(s10, w, b0);
            s11 = Add(s11, w, b1);
        }
        columns.Store(row, s00 + t00, s01 + t01, rows.Units[row]);
        columns.Store(row + 1, s10 + t10, s11 + t11, rows.Units[row + 1]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void One(ByteRows rows, int row, sbyte* panel, ProductColumns columns)
    {
        Vector256<int> s0 = default, s1 = default, t0 = default, t1 = default;
        var a = rows[row];
        var k = 0;
        for (; k + 2 <= rows.Groups; k += 2)
        {
            Vector256<byte> v = Vector256.Create(a[k]).AsByte(), w = Vector256.Create(a[k + 1]).AsByte();
            s0 = Add(s0, v, Vector256.Load(panel));
            s1 = Add(s1, v, Vector256.Load(panel + 32));
            t0 = Add(t0, w, Vector256.Load(panel + 64));
            t1 = Add(t1, w, Vector256.Load(panel + 96));
            panel += 128;
        }
        if (k < rows.Groups)
        {
            var v = Vector256.Create(a[k]).AsByte();
            s0 = Add(s0, v, Vector256.Load(panel));
            s1 = Add(s1, v, Vector256.Load(panel + 32));
        }
        columns.Store(row, s0 + t0, s1 + t1, rows.Units[row]);
    }

    // Four neighbours of each column multiplied and added to the column's sum.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Add(Vector256<int> sum, Vector256<byte> a, Vector256<sbyte> b) => AvxVnni.MultiplyWideningAndAdd(sum, a, b);
}
