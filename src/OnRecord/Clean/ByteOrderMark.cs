namespace OnRecord.Clean;

/// <summary>A mark at the head of the bytes that says in which Unicode form they are.</summary>
/// <param name="Charset">The charset it stands for.</param>
/// <param name="Length">How many bytes it takes.</param>
internal readonly record struct ByteOrderMark(string Charset, int Length)
{
    internal static ByteOrderMark? Of(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => new("utf-8", 3),
        [0xFF, 0xFE, 0x00, 0x00, ..] => new("utf-32", 4),
        [0x00, 0x00, 0xFE, 0xFF, ..] => new("utf-32BE", 4),
        [0xFF, 0xFE, ..] => new("utf-16", 2),
        [0xFE, 0xFF, ..] => new("utf-16BE", 2),
        _ => null,
    };
}
