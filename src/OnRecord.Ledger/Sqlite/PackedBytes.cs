namespace OnRecord.Ledger.Sqlite;

/// <summary>Bytes as the archive keeps them.</summary>
/// <param name="Packing">How they are packed: <c>brotli</c> or <c>none</c>.</param>
/// <param name="Size">Their length unpacked.</param>
/// <param name="Bytes">What is kept.</param>
internal readonly record struct PackedBytes(string Packing, long Size, byte[] Bytes);
