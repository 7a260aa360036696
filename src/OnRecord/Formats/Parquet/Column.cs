using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace OnRecord.Formats.Parquet;

/// <summary>One column: gathers the values of a row group and writes them as one page, in the plain encoding and packed with gzip.</summary>
internal sealed class Column(string name, ColumnType type, bool isOptional)
{
    private static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;

    private readonly ArrayBufferWriter<byte> values = new();
    private readonly List<byte> present = [];

    public string Name => name;

    public ColumnType Type => type;

    /// <summary>Whether a value may be missing.</summary>
    public bool IsOptional => isOptional;

    /// <summary>How many rows are gathered.</summary>
    public int Count { get; private set; }

    /// <summary>How many bytes are gathered.</summary>
    public int Size => values.WrittenCount;

    public void Add(string? text)
    {
        if (!Note(ColumnType.Text, text is not null)) return;
        var length = Encoding.UTF8.GetByteCount(text!);
        Number(length);
        Encoding.UTF8.GetBytes(text, values.GetSpan(length));
        values.Advance(length);
    }

    public void Add(DateOnly? day)
    {
        if (Note(ColumnType.Day, day is not null)) Number(day!.Value.DayNumber - Epoch);
    }

    public void Add(int? number)
    {
        if (Note(ColumnType.Whole, number is not null)) Number(number!.Value);
    }

    public void Add(double number)
    {
        Note(ColumnType.Real, isPresent: true);
        BinaryPrimitives.WriteDoubleLittleEndian(values.GetSpan(sizeof(double)), number);
        values.Advance(sizeof(double));
    }

    /// <summary>Writes what is gathered and begins anew.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="offset">How many bytes of the file are before it.</param>
    public Chunk Write(Stream stream, long offset)
    {
        var levels = isOptional ? Levels() : [];
        using var packed = new MemoryStream();
        using (var pack = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            pack.Write(levels);
            pack.Write(values.WrittenSpan);
        }
        var unpacked = levels.Length + values.WrittenCount;
        var head = Head(unpacked, (int)packed.Length);
        stream.Write(head);
        stream.Write(packed.GetBuffer(), 0, (int)packed.Length);
        var chunk = new Chunk(offset, Count, head.Length + packed.Length, head.Length + unpacked);
        values.ResetWrittenCount();
        present.Clear();
        Count = 0;
        return chunk;
    }

    private byte[] Head(int unpacked, int packed)
    {
        var head = new ArrayBufferWriter<byte>();
        var thrift = new CompactThrift(head);
        thrift.Whole(1, Terms.DataPage);
        thrift.Whole(2, unpacked);
        thrift.Whole(3, packed);
        thrift.Begin(5);
        thrift.Whole(1, Count);
        thrift.Whole(2, Terms.Plain);
        thrift.Whole(3, Terms.RunLength);
        thrift.Whole(4, Terms.RunLength);
        thrift.End();
        thrift.Finish();
        return head.WrittenSpan.ToArray();
    }

    // Which values are there, a bit each, the lowest first: one run of whole bytes in the hybrid encoding, its length before it.
    private byte[] Levels()
    {
        List<byte> levels = [0, 0, 0, 0];
        var run = ((uint)present.Count << 1) | 1;
        for (; run >= 0x80; run >>= 7) levels.Add((byte)(run | 0x80));
        levels.Add((byte)run);
        byte[] whole = [.. levels, .. present];
        BinaryPrimitives.WriteInt32LittleEndian(whole, whole.Length - sizeof(int));
        return whole;
    }

    private bool Note(ColumnType given, bool isPresent)
    {
        if (given != type || (!isPresent && !isOptional)) throw new InvalidOperationException($"The column '{name}' takes no such value.");
        var bit = Count++ % 8;
        if (bit == 0) present.Add(0);
        if (isPresent) present[^1] |= (byte)(1 << bit);
        return isPresent;
    }

    private void Number(int number)
    {
        BinaryPrimitives.WriteInt32LittleEndian(values.GetSpan(sizeof(int)), number);
        values.Advance(sizeof(int));
    }
}
