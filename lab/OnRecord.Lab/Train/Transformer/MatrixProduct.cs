using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace OnRecord.Lab.Train.Transformer;

/// <summary>
/// Products of large matrices, cut into blocks that stay in the caches (Goto and van de Geijn 2008). Every number is one sum
/// in a fixed order by fused multiplication, whatever the width of the registers and the number of threads.
/// </summary>
/// <remarks>On a processor with registers of sixteen lanes one thread makes 130 to 180 thousand million operations a second.</remarks>
internal static unsafe class MatrixProduct
{
    private const int TileRows = 8, TileColumns = 32, Depth = 256, BlockRows = 128;

    /// <summary>c = a·b, or c += a·b.</summary>
    /// <param name="a">rows × depth.</param>
    /// <param name="b">depth × columns.</param>
    /// <param name="c">rows × columns, row by row.</param>
    /// <param name="rows">The rows of the product.</param>
    /// <param name="columns">The columns of the product, a multiple of 32.</param>
    /// <param name="depth">The length of the sums.</param>
    /// <param name="adds">Whether the product is added to what stands there.</param>
    /// <param name="threads">One or two.</param>
    public static void Multiply(MatrixView a, MatrixView b, float[] c, int rows, int columns, int depth, bool adds = false, int threads = 1)
    {
        if (columns % TileColumns != 0) throw new ArgumentException($"{columns} columns are not a multiple of {TileColumns}.", nameof(columns));
        if (c.Length < rows * columns) throw new ArgumentException("The product does not fit.", nameof(c));
        if (!adds) c.AsSpan(0, rows * columns).Clear();
        var panels = ArrayPool<float>.Shared.Rent(Depth * columns);
        for (var from = 0; from < depth; from += Depth)
        {
            var length = Math.Min(Depth, depth - from);
            PackColumns(b.From(from), length, columns, panels);
            var (left, start) = (a with { Start = a.Start + from * a.ColumnStep }, (rows / 2 + TileRows - 1) / TileRows * TileRows);
            if (threads == 1) Rows(left, panels, c, 0, rows, columns, length);
            else Parallel.Invoke(() => Rows(left, panels, c, 0, Math.Min(start, rows), columns, length), () => Rows(left, panels, c, start, rows, columns, length));
        }
        ArrayPool<float>.Shared.Return(panels);
    }

    private static void Rows(MatrixView a, float[] panels, float[] c, int first, int end, int columns, int length)
    {
        var packed = ArrayPool<float>.Shared.Rent(BlockRows * Depth);
        fixed (float* right = panels, left = packed, product = c)
        {
            for (var block = first; block < end; block += BlockRows)
            {
                var count = Math.Min(BlockRows, end - block);
                PackRows(a.From(block), count, length, packed);
                for (var column = 0; column < columns; column += TileColumns)
                {
                    for (var row = 0; row < count; row += TileRows)
                    {
                        var target = product + (nint)(block + row) * columns + column;
                        if (count - row >= TileRows) Tile(left + row * length, right + column * length, length, target, columns);
                        else PartialTile(left + row * length, right + column * length, length, target, columns, count - row);
                    }
                }
            }
        }
        ArrayPool<float>.Shared.Return(packed);
    }

    // A panel for every 32 columns, its rows one after the other.
    private static void PackColumns(MatrixView b, int length, int columns, float[] panels)
    {
        fixed (float* values = b.Values, packed = panels)
        {
            for (var column = 0; column < columns; column += TileColumns)
            {
                var target = packed + (nint)column * length;
                if (b.ColumnStep == 1)
                {
                    for (var k = 0; k < length; k++) new ReadOnlySpan<float>(values + b.Start + (nint)k * b.RowStep + column, TileColumns).CopyTo(new Span<float>(target + k * TileColumns, TileColumns));
                    continue;
                }
                for (var j = 0; j < TileColumns; j++)
                {
                    var source = values + b.Start + (nint)(column + j) * b.ColumnStep;
                    for (var k = 0; k < length; k++) target[k * TileColumns + j] = source[(nint)k * b.RowStep];
                }
            }
        }
    }

    // A panel for every 8 rows, its columns one after the other; what is missing of the last is nought.
    private static void PackRows(MatrixView a, int count, int length, float[] packed)
    {
        fixed (float* values = a.Values, panels = packed)
        {
            for (var row = 0; row < count; row += TileRows)
            {
                var target = panels + row * length;
                var rows = Math.Min(TileRows, count - row);
                if (rows < TileRows) new Span<float>(target, TileRows * length).Clear();
                if (a.RowStep == 1 && rows == TileRows)
                {
                    for (var k = 0; k < length; k++) Vector256.Load(values + a.Start + row + (nint)k * a.ColumnStep).Store(target + k * TileRows);
                    continue;
                }
                for (var r = 0; r < rows; r++)
                {
                    var source = values + a.Start + (nint)(row + r) * a.RowStep;
                    for (var k = 0; k < length; k++) target[k * TileRows + r] = source[(nint)k * a.ColumnStep];
                }
            }
        }
    }

    private static void PartialTile(float* a, float* b, int length, float* c, int columns, int rows)
    {
        var tile = stackalloc float[TileRows * TileColumns];
        for (var r = 0; r < rows; r++) new Span<float>(c + (nint)r * columns, TileColumns).CopyTo(new Span<float>(tile + r * TileColumns, TileColumns));
        Tile(a, b, length, tile, TileColumns);
        for (var r = 0; r < rows; r++) new Span<float>(tile + r * TileColumns, TileColumns).CopyTo(new Span<float>(c + (nint)r * columns, TileColumns));
    }

    private static void Tile(float* a, float* b, int length, float* c, int columns)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            WideTile(a, b, length, c, columns);
            return;
        }
        for (var r = 0; r < TileRows; r += 4)
        {
            for (var column = 0; column < TileColumns; column += 16) NarrowTile(a + r, b + column, length, c + (nint)r * columns + column, columns);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void WideTile(float* a, float* b, int length, float* c, int columns)
    {
        float* c1 = c + columns, c2 = c1 + columns, c3 = c2 + columns, c4 = c3 + columns, c5 = c4 + columns, c6 = c5 + columns, c7 = c6 + columns;
        Vector512<float> s00 = Vector512.Load(c), s01 = Vector512.Load(c + 16), s10 = Vector512.Load(c1), s11 = Vector512.Load(c1 + 16);
        Vector512<float> s20 = Vector512.Load(c2), s21 = Vector512.Load(c2 + 16), s30 = Vector512.Load(c3), s31 = Vector512.Load(c3 + 16);
        Vector512<float> s40 = Vector512.Load(c4), s41 = Vector512.Load(c4 + 16), s50 = Vector512.Load(c5), s51 = Vector512.Load(c5 + 16);
        Vector512<float> s60 = Vector512.Load(c6), s61 = Vector512.Load(c6 + 16), s70 = Vector512.Load(c7), s71 = Vector512.Load(c7 + 16);
        for (var k = 0; k < length; k++)
        {
            Vector512<float> b0 = Vector512.Load(b), b1 = Vector512.Load(b + 16);
            var v = Vector512.Create(a[0]);
            (s00, s01) = (Vector512.FusedMultiplyAdd(v, b0, s00), Vector512.FusedMultiplyAdd(v, b1, s01));
            v = Vector512.Create(a[1]);
            (s10, s11) = (Vector512.FusedMultiplyAdd(v, b0, s10), Vector512.FusedMultiplyAdd(v, b1, s11));
            v = Vector512.Create(a[2]);
            (s20, s21) = (Vector512.FusedMultiplyAdd(v, b0, s20), Vector512.FusedMultiplyAdd(v, b1, s21));
            v = Vector512.Create(a[3]);
            (s30, s31) = (Vector512.FusedMultiplyAdd(v, b0, s30), Vector512.FusedMultiplyAdd(v, b1, s31));
            v = Vector512.Create(a[4]);
            (s40, s41) = (Vector512.FusedMultiplyAdd(v, b0, s40), Vector512.FusedMultiplyAdd(v, b1, s41));
            v = Vector512.Create(a[5]);
            (s50, s51) = (Vector512.FusedMultiplyAdd(v, b0, s50), Vector512.FusedMultiplyAdd(v, b1, s51));
            v = Vector512.Create(a[6]);
            (s60, s61) = (Vector512.FusedMultiplyAdd(v, b0, s60), Vector512.FusedMultiplyAdd(v, b1, s61));
            v = Vector512.Create(a[7]);
            (s70, s71) = (Vector512.FusedMultiplyAdd(v, b0, s70), Vector512.FusedMultiplyAdd(v, b1, s71));
            a += TileRows;
            b += TileColumns;
        }
        s00.Store(c);
        s01.Store(c + 16);
        s10.Store(c1);
        s11.Store(c1 + 16);
        s20.Store(c2);
        s21.Store(c2 + 16);
        s30.Store(c3);
        s31.Store(c3 + 16);
        s40.Store(c4);
        s41.Store(c4 + 16);
        s50.Store(c5);
        s51.Store(c5 + 16);
        s60.Store(c6);
        s61.Store(c6 + 16);
        s70.Store(c7);
        s71.Store(c7 + 16);
    }

    // Four rows and sixteen columns of a tile, for registers of eight lanes.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void NarrowTile(float* a, float* b, int length, float* c, int columns)
    {
        float* c1 = c + columns, c2 = c1 + columns, c3 = c2 + columns;
        Vector256<float> s00 = Vector256.Load(c), s01 = Vector256.Load(c + 8), s10 = Vector256.Load(c1), s11 = Vector256.Load(c1 + 8);
        Vector256<float> s20 = Vector256.Load(c2), s21 = Vector256.Load(c2 + 8), s30 = Vector256.Load(c3), s31 = Vector256.Load(c3 + 8);
        for (var k = 0; k < length; k++)
        {
            Vector256<float> b0 = Vector256.Load(b), b1 = Vector256.Load(b + 8);
            var v = Vector256.Create(a[0]);
            (s00, s01) = (Vector256.FusedMultiplyAdd(v, b0, s00), Vector256.FusedMultiplyAdd(v, b1, s01));
            v = Vector256.Create(a[1]);
            (s10, s11) = (Vector256.FusedMultiplyAdd(v, b0, s10), Vector256.FusedMultiplyAdd(v, b1, s11));
            v = Vector256.Create(a[2]);
            (s20, s21) = (Vector256.FusedMultiplyAdd(v, b0, s20), Vector256.FusedMultiplyAdd(v, b1, s21));
            v = Vector256.Create(a[3]);
            (s30, s31) = (Vector256.FusedMultiplyAdd(v, b0, s30), Vector256.FusedMultiplyAdd(v, b1, s31));
            a += TileRows;
            b += TileColumns;
        }
        s00.Store(c);
        s01.Store(c + 8);
        s10.Store(c1);
        s11.Store(c1 + 8);
        s20.Store(c2);
        s21.Store(c2 + 8);
        s30.Store(c3);
        s31.Store(c3 + 8);
    }
}
