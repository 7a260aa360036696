using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using OnRecord.Clean;

namespace OnRecord.Ledger.Chain;

/// <summary>How a document's text is had again from the archive.</summary>
internal sealed class ArchivedText
{
    private const string Original = "original";
    private const string Utf8 = "utf-8";
    private const string Utf16 = "utf-16";

    private ArchivedText(TextContent content, byte[]? bytes)
    {
        Content = content;
        Bytes = bytes;
    }

    /// <summary>What the entry says of the text.</summary>
    public TextContent Content { get; }

    /// <summary>The bytes to archive for it, besides the original; null where the original is enough.</summary>
    public byte[]? Bytes { get; }

    /// <summary>
    /// Plain text is the original decoded, so the original is enough; an article taken out of a page is archived by itself.
    /// </summary>
    public static ArchivedText Of(RawDocument raw, string charset, string text)
    {
        var hash = HashOf(text);
        if (raw.Form == DocumentForm.PlainText && string.Equals(CharsetDecoder.Decode(raw.Bytes.Span, charset), text, StringComparison.Ordinal))
        {
            return new ArchivedText(new TextContent(Original, null, hash, text.Length), null);
        }
        var paired = WellFormed.HasPairedSurrogates(text);
        var bytes = paired ? Encoding.UTF8.GetBytes(text) : MemoryMarshal.AsBytes(text.AsSpan()).ToArray();
        return new ArchivedText(new TextContent(paired ? Utf8 : Utf16, Convert.ToHexStringLower(SHA256.HashData(bytes)), hash, text.Length), bytes);
    }

    /// <summary>The text, out of the archived bytes that <see cref="TextContent"/> names.</summary>
    /// <exception cref="FormatException">The bytes do not give the text that was recorded.</exception>
    public static string Read(TextContent content, string charset, ReadOnlySpan<byte> bytes)
    {
        var text = content.Of switch
        {
            Original => Decoded(bytes, charset),
            Utf8 => Encoding.UTF8.GetString(bytes),
            Utf16 => new string(MemoryMarshal.Cast<byte, char>(bytes)),
            _ => throw new FormatException($"'{content.Of}' is no way to keep a text."),
        };
        if (text.Length != content.Length || HashOf(text) != content.Sha256)
        {
            throw new FormatException("The archived bytes do not give the text that was recorded.");
        }
        return text;
    }

    private static string Decoded(ReadOnlySpan<byte> bytes, string charset)
    {
        try
        {
            return CharsetDecoder.Decode(bytes, charset);
        }
        catch (ArgumentException error)
        {
            throw new FormatException("The charset that was recorded is none.", error);
        }
    }

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(text.AsSpan())));
}
