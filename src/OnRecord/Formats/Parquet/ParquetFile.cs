using System.Buffers;
using System.Buffers.Binary;

namespace OnRecord.Formats.Parquet;

/// <summary>
/// Writes a file of Apache Parquet row by row: row groups as they fill, and at the end what describes them. It goes forward only, so
/// it can be written into a pipe; of a row group's values no more are held than <see cref="MostBytes"/>.
/// </summary>
internal sealed class ParquetFile(Stream stream, IReadOnlyList<Column> columns)
{
    // A reader unpacks a row group as a whole, and describing one costs 2 kB at the end of the file.
    private const int MostRows = 20_000;
    private const int MostBytes = 16 * 1024 * 1024;

    private static readonly byte[] Mark = "PAR1"u8.ToArray();

    private readonly List<(Chunk[] Chunks, int Rows)> groups = [];
    private long written;
    private int rows;

    /// <summary>Ends a row, for which every column has been given a value.</summary>
    public void EndRow()
    {
        if (++rows >= MostRows || columns.Sum(column => (long)column.Size) >= MostBytes) WriteGroup();
    }

    /// <summary>Writes what is left and the description. To be called once.</summary>
    public void Finish()
    {
        if (rows > 0) WriteGroup();
        Begin();
        var foot = new ArrayBufferWriter<byte>();
        Describe(new CompactThrift(foot));
        Put(foot.WrittenSpan);
        var length = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, foot.WrittenCount);
        Put(length);
        Put(Mark);
    }

    private void WriteGroup()
    {
        Begin();
        var chunks = new Chunk[columns.Count];
        for (var i = 0; i < chunks.Length; i++)
        {
            chunks[i] = columns[i].Write(stream, written);
            written += chunks[i].Bytes;
        }
        groups.Add((chunks, rows));
        rows = 0;
    }

    private void Begin()
    {
        if (written == 0) Put(Mark);
    }

    private void Put(ReadOnlySpan<byte> bytes)
    {
        stream.Write(bytes);
        written += bytes.Length;
    }

    private void Describe(CompactThrift thrift)
    {
        thrift.Whole(1, 1);
        thrift.Structs(2, columns.Count + 1);
        thrift.Begin();
        thrift.Text(4, "statements");
        thrift.Whole(5, columns.Count);
        thrift.End();
        foreach (var column in columns) Describe(thrift, column);
        thrift.Long(3, groups.Sum(group => (long)group.Rows));
        thrift.Structs(4, groups.Count);
        foreach (var (chunks, count) in groups)
        {
            thrift.Begin();
            thrift.Structs(1, chunks.Length);
            for (var i = 0; i < chunks.Length; i++) Describe(thrift, columns[i], chunks[i]);
            thrift.Long(2, chunks.Sum(chunk => chunk.Unpacked));
            thrift.Long(3, count);
            thrift.Long(5, chunks[0].Offset);
            thrift.Long(6, chunks.Sum(chunk => chunk.Bytes));
            thrift.End();
        }
        thrift.Text(6, "OnRecord");
        thrift.Finish();
    }

    private static void Describe(CompactThrift thrift, Column column)
    {
        thrift.Begin();
        thrift.Whole(1, Terms.PhysicalOf(column.Type));
        thrift.Whole(3, column.IsOptional ? Terms.Optional : Terms.Required);
        thrift.Text(4, column.Name);
        if (Terms.ConvertedOf(column.Type) is { } converted)
        {
            thrift.Whole(6, converted);
            thrift.Begin(10);
            thrift.Begin(column.Type == ColumnType.Text ? Terms.StringLogical : Terms.DateLogical);
            thrift.End();
            thrift.End();
        }
        thrift.End();
    }

    private static void Describe(CompactThrift thrift, Column column, Chunk chunk)
    {
        thrift.Begin();
        thrift.Long(2, chunk.Offset);
        thrift.Begin(3);
        thrift.Whole(1, Terms.PhysicalOf(column.Type));
        thrift.Wholes(2, Terms.Plain, Terms.RunLength);
        thrift.Texts(3, column.Name);
        thrift.Whole(4, Terms.Gzip);
        thrift.Long(5, chunk.Values);
        thrift.Long(6, chunk.Unpacked);
        thrift.Long(7, chunk.Bytes);
        thrift.Long(9, chunk.Offset);
        thrift.End();
        thrift.End();
    }
}
