using System.Text;

namespace OnRecord.Clean;

/// <summary>
/// Turns bytes into text. <see cref="NameOf"/> decides once which charset the bytes are in; <see cref="Decode"/> then
/// gives the same text from the bytes and that name alone, today and when an archive is verified. Safe to share between threads.
/// </summary>
public static class CharsetDecoder
{
    static CharsetDecoder() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>
    /// The charset of the bytes, by the first of these that says one: a byte order mark, the transport, the page's own
    /// <c>meta</c>, UTF-8 that holds without an error, a guess from the bytes. A declared western charset gives way to UTF-8
    /// where the bytes are UTF-8 beyond doubt, since pages go on declaring what their editors stopped writing.
    /// </summary>
    public static string NameOf(RawDocument raw)
    {
        ArgumentNullException.ThrowIfNull(raw);
        var bytes = raw.Bytes.Span;
        if (ByteOrderMark.Of(bytes) is { } mark)
            return mark.Charset;
        var declared = CharsetLabel.Resolve(raw.DeclaredCharset) ?? (raw.Form == DocumentForm.Html ? CharsetLabel.Resolve(DeclaredCharset.InPage(bytes)) : null);
        if (declared is not null && (declared != CharsetGuess.Western || !CharsetGuess.IsUtf8BeyondDoubt(bytes)))
            return declared;
        return CharsetGuess.Of(bytes);
    }

    /// <summary>
    /// The text of the bytes in that charset, without the byte order mark. Bytes that are none in the charset, and lone
    /// surrogates, become U+FFFD; every other character is kept as it stands.
    /// </summary>
    /// <exception cref="ArgumentException">No charset has that name.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes, string charset)
    {
        var encoding = Encoding.GetEncoding(charset, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"));
        if (ByteOrderMark.Of(bytes) is { } mark && mark.Charset == charset)
            bytes = bytes[mark.Length..];
        return encoding.GetString(bytes);
    }
}
