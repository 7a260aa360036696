using System.Buffers;
using System.Text;

namespace OnRecord.Formats.Parquet;

/// <summary>
/// Writes the compact protocol of Thrift, in which Parquet describes itself: as much of it as a writer of Parquet needs. A struct is
/// begun, its fields are written by ascending number, and it is ended.
/// </summary>
internal sealed class CompactThrift(IBufferWriter<byte> to)
{
    private const byte WholeType = 5;
    private const byte LongType = 6;
    private const byte TextType = 8;
    private const byte ListType = 9;
    private const byte StructType = 12;
    private const int ShortestLongList = 15;

    // The number of the last field of each struct that is open: what is written is how far the next is from it.
    private readonly Stack<int> last = new([0]);

    public void Whole(int field, int value)
    {
        Head(field, WholeType);
        ZigZag(value);
    }

    public void Long(int field, long value)
    {
        Head(field, LongType);
        ZigZag(value);
    }

    public void Text(int field, string text)
    {
        Head(field, TextType);
        Item(text);
    }

    /// <summary>Begins a struct that is a field.</summary>
    public void Begin(int field)
    {
        Head(field, StructType);
        Begin();
    }

    /// <summary>Begins a struct that is an item of a list.</summary>
    public void Begin() => last.Push(0);

    /// <summary>Ends a struct.</summary>
    public void End()
    {
        last.Pop();
        Byte(0);
    }

    /// <summary>Ends the outermost struct.</summary>
    public void Finish() => Byte(0);

    public void Wholes(int field, params ReadOnlySpan<int> values)
    {
        List(field, WholeType, values.Length);
        foreach (var value in values) ZigZag(value);
    }

    public void Texts(int field, params ReadOnlySpan<string> texts)
    {
        List(field, TextType, texts.Length);
        foreach (var text in texts) Item(text);
    }

    /// <summary>Begins a list of so many structs, which follow.</summary>
    public void Structs(int field, int count) => List(field, StructType, count);

    private void List(int field, byte type, int count)
    {
        Head(field, ListType);
        if (count < ShortestLongList)
        {
            Byte((byte)((count << 4) | type));
            return;
        }
        Byte((byte)(0xF0 | type));
        Variable((ulong)count);
    }

    private void Head(int field, byte type)
    {
        Byte((byte)(((field - last.Pop()) << 4) | type));
        last.Push(field);
    }

    private void Item(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        Variable((ulong)length);
        Encoding.UTF8.GetBytes(text, to.GetSpan(length));
        to.Advance(length);
    }

    private void ZigZag(long value) => Variable((ulong)((value << 1) ^ (value >> 63)));

    private void Variable(ulong value)
    {
        for (; value >= 0x80; value >>= 7) Byte((byte)(value | 0x80));
        Byte((byte)value);
    }

    private void Byte(byte value)
    {
        to.GetSpan(1)[0] = value;
        to.Advance(1);
    }
}
