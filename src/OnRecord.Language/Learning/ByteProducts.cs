using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace OnRecord.Language.Learning;

/// <summary>Rows times the panels of a <see cref="ByteMatrix"/> on processors that multiply and add thirty-two bytes an instruction (AVX-VNNI).</summary>
internal static unsafe class ByteProducts
{
    /// <summary>Multiplies all rows with some panels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(ByteRows rows, sbyte* panel, ProductColumns columns, int panels)
    {
        // Few rows are multiplied with more columns at a time: so many sums are under way that none waits for another.
        var p = 0;
        if (rows.Count == 1)
        {
            for (; p + 4 <= panels; p += 4) OneByFour(rows, panel + p * rows.PanelSize, columns.From(p));
        }
        else if (rows.Count < 6)
        {
            for (; p + 2 <= panels; p += 2)
            {
                var i = 0;
                for (; i + 2 <= rows.Count; i += 2) TwoByTwo(rows, i, panel + p * rows.PanelSize, columns.From(p));
                for (var side = 0; i < rows.Count && side < 2; side++) One(rows, i, panel + (p + side) * rows.PanelSize, columns.From(p + side));
            }
        }
        for (; p < panels; p++) Multiply(rows, panel + p * rows.PanelSize, columns.From(p));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Multiply(ByteRows rows, sbyte* panel, ProductColumns columns)
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

    // Two rows with two panels that stand one after the other.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TwoByTwo(ByteRows rows, int row, sbyte* panel, ProductColumns columns)
    {
        Vector256<int> s00 = default, s01 = default, s02 = default, s03 = default, s10 = default, s11 = default, s12 = default, s13 = default;
        int* a0 = rows[row], a1 = rows[row + 1];
        var next = panel + rows.PanelSize;
        for (var k = 0; k < rows.Groups; k++)
        {
            Vector256<byte> v = Vector256.Create(a0[k]).AsByte(), w = Vector256.Create(a1[k]).AsByte();
            var b = Vector256.Load(panel);
            s00 = Add(s00, v, b);
            s10 = Add(s10, w, b);
            b = Vector256.Load(panel + 32);
            s01 = Add(s01, v, b);
            s11 = Add(s11, w, b);
            b = Vector256.Load(next);
            s02 = Add(s02, v, b);
            s12 = Add(s12, w, b);
            b = Vector256.Load(next + 32);
            s03 = Add(s03, v, b);
            s13 = Add(s13, w, b);
            panel += 64;
            next += 64;
        }
        var second = columns.From(1);
        columns.Store(row, s00, s01, rows.Units[row]);
        second.Store(row, s02, s03, rows.Units[row]);
        columns.Store(row + 1, s10, s11, rows.Units[row + 1]);
        second.Store(row + 1, s12, s13, rows.Units[row + 1]);
    }

    // The only row with four panels that stand one after the other.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void OneByFour(ByteRows rows, sbyte* panel, ProductColumns columns)
    {
        Vector256<int> s0 = default, s1 = default, s2 = default, s3 = default, s4 = default, s5 = default, s6 = default, s7 = default;
        var a = rows[0];
        sbyte* p1 = panel + rows.PanelSize, p2 = p1 + rows.PanelSize, p3 = p2 + rows.PanelSize;
        for (var at = 0; at < rows.PanelSize; at += 64)
        {
            var v = Vector256.Create(*a++).AsByte();
            s0 = Add(s0, v, Vector256.Load(panel + at));
            s1 = Add(s1, v, Vector256.Load(panel + at + 32));
            s2 = Add(s2, v, Vector256.Load(p1 + at));
            s3 = Add(s3, v, Vector256.Load(p1 + at + 32));
            s4 = Add(s4, v, Vector256.Load(p2 + at));
            s5 = Add(s5, v, Vector256.Load(p2 + at + 32));
            s6 = Add(s6, v, Vector256.Load(p3 + at));
            s7 = Add(s7, v, Vector256.Load(p3 + at + 32));
        }
        columns.Store(0, s0, s1, rows.Units[0]);
        columns.From(1).Store(0, s2, s3, rows.Units[0]);
        columns.From(2).Store(0, s4, s5, rows.Units[0]);
        columns.From(3).Store(0, s6, s7, rows.Units[0]);
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
