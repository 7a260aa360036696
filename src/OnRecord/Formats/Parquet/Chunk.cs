namespace OnRecord.Formats.Parquet;

/// <summary>Where the values of one column in one row group stand in the file. Immutable.</summary>
/// <param name="Offset">Where the chunk begins.</param>
/// <param name="Values">How many values it has, empty ones included.</param>
/// <param name="Bytes">How long it is with its heading.</param>
/// <param name="Unpacked">How long it would be unpacked.</param>
internal readonly record struct Chunk(long Offset, int Values, long Bytes, long Unpacked);
