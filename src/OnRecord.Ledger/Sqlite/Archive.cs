using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;

namespace OnRecord.Ledger.Sqlite;

/// <summary>Bytes by their hash, packed.</summary>
internal static class Archive
{
    private const string Brotli = "brotli";
    private const string None = "none";

    // Quality 4 of 11 with a 1 MB window; see docs/design/ledger.md for the figures.
    private const int Quality = 4;
    private const int WindowBits = 20;

    public static bool Has(LedgerConnection connection, string sha256) =>
        connection.Number("SELECT 1 FROM archive WHERE sha256 = ?1", sha256) is not null;

    public static void Add(LedgerConnection connection, string sha256, PackedBytes packed)
    {
        if (Has(connection, sha256)) return;
        connection.Run("INSERT INTO archive (sha256, size, packing, bytes) VALUES (?1, ?2, ?3, ?4)", sha256, packed.Size, packed.Packing, packed.Bytes);
    }

    public static PackedBytes Pack(ReadOnlySpan<byte> bytes)
    {
        var target = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        return BrotliEncoder.TryCompress(bytes, target, out var written, Quality, WindowBits) && written < bytes.Length
            ? new PackedBytes(Brotli, bytes.Length, target[..written])
            : new PackedBytes(None, bytes.Length, bytes.ToArray());
    }

    /// <summary>The bytes with that hash.</summary>
    /// <param name="connection">The ledger.</param>
    /// <param name="sha256">The hash.</param>
    /// <param name="limit">The most bytes it can be, as the chain has it: a damaged row must not ask for all of the memory.</param>
    /// <exception cref="FormatException">They are missing, or are not what the hash says; the message says which.</exception>
    public static byte[] Read(LedgerConnection connection, string sha256, long limit)
    {
        var rows = connection.Query("SELECT size, packing, bytes FROM archive WHERE sha256 = ?1", sha256);
        if (!rows.Next()) throw new FormatException("the archived bytes are missing");
        var size = rows.Number(0);
        var packing = rows.Text(1);
        var stored = rows.Bytes(2);
        rows.Reset();
        if (size < 0 || size > limit) throw new FormatException("the archived bytes do not have the size that was recorded");
        var bytes = packing switch
        {
            None => stored,
            Brotli => Unpack(stored, size),
            _ => throw new FormatException("the archived bytes are packed in a way that is not known"),
        };
        if (bytes.Length != size || Convert.ToHexStringLower(SHA256.HashData(bytes)) != sha256)
        {
            throw new FormatException("the archived bytes do not have the hash they are filed under");
        }
        return bytes;
    }

    private static byte[] Unpack(byte[] stored, long size)
    {
        var bytes = new byte[size];
        var decoder = default(BrotliDecoder);
        try
        {
            if (decoder.Decompress(stored, bytes, out var consumed, out var written) != OperationStatus.Done || consumed != stored.Length || written != size)
            {
                throw new FormatException("the archived bytes cannot be unpacked");
            }
            return bytes;
        }
        finally
        {
            decoder.Dispose();
        }
    }
}
