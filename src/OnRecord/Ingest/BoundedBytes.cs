using OnRecord.Language;

namespace OnRecord.Ingest;

/// <summary>Reads a stream to its end, and no further than the bound.</summary>
internal static class BoundedBytes
{
    private const int FirstBuffer = 64 * 1024;

    /// <summary>Every byte of the stream.</summary>
    /// <exception cref="OnRecordException">OR1005: there are more bytes than the bound; a file whose length is known is then not read at all.</exception>
    internal static byte[] Read(Stream stream, string path, long maxBytes)
    {
        // A pipe has no length, and a file under /proc says 0: the length only decides how large the first buffer is.
        var length = stream.CanSeek ? stream.Length - stream.Position : 0;
        if (length > maxBytes)
            throw TooLarge(path, FormattableString.Invariant($"has {length} bytes"), maxBytes);
        var buffer = new byte[length > 0 ? length : Math.Min(FirstBuffer, maxBytes)];
        var filled = 0;
        while (true)
        {
            if (filled == buffer.Length)
            {
                var next = stream.ReadByte();
                if (next < 0)
                    break;
                if (filled >= maxBytes)
                    throw TooLarge(path, "goes on", maxBytes);
                Array.Resize(ref buffer, (int)Math.Min(maxBytes, Math.Max(2L * buffer.Length, FirstBuffer)));
                buffer[filled++] = (byte)next;
            }
            var read = stream.Read(buffer, filled, buffer.Length - filled);
            if (read == 0 && filled < buffer.Length)
                break;
            filled += read;
        }
        if (filled != buffer.Length)
            Array.Resize(ref buffer, filled);
        return buffer;
    }

    private static OnRecordException TooLarge(string path, string what, long maxBytes) => new(
        DiagnosticCodes.TooLarge,
        FormattableString.Invariant($"'{path}' {what}; a document may have {maxBytes}. Split it into its documents and read those."));
}
