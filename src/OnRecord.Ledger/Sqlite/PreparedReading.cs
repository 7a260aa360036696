using System.Security.Cryptography;
using OnRecord.Ledger.Chain;

namespace OnRecord.Ledger.Sqlite;

/// <summary>A reading worked out as far as can be without the ledger, by any thread. Immutable.</summary>
internal sealed class PreparedReading
{
    private PreparedReading(Reading reading, ArchivedText? text, ResultContent result)
    {
        Path = WellFormed.Of(reading.Raw.Path);
        Url = reading.Raw.Url?.ToString();
        Sha256 = reading.Raw.Sha256;
        Original = reading.Raw.Bytes;
        Characters = reading.Article?.Text;
        Text = text;
        Result = result;
        ResultSha256 = Convert.ToHexStringLower(Entry.HashOf(CanonicalJson.Write(result, CanonicalJson.Default.ResultContent)));
    }

    public string Path { get; }

    public string? Url { get; }

    public string Sha256 { get; }

    public ReadOnlyMemory<byte> Original { get; }

    /// <summary>The article's text; null where the reading has none.</summary>
    public string? Characters { get; }

    /// <summary>How the text is kept; null where the reading has none.</summary>
    public ArchivedText? Text { get; }

    public ResultContent Result { get; }

    public string ResultSha256 { get; }

    /// <exception cref="ArgumentException">The document's hash is not the hash of its bytes.</exception>
    /// <exception cref="Language.OnRecordException">OR5006: a span reaches beyond the text.</exception>
    public static PreparedReading Of(Reading reading)
    {
        if (Convert.ToHexStringLower(SHA256.HashData(reading.Raw.Bytes.Span)) != reading.Raw.Sha256)
        {
            throw new ArgumentException("RawDocument.Sha256 is not the SHA-256 of the document's bytes in lower-case hexadecimal.", nameof(reading));
        }
        var text = reading.Article is { } article ? ArchivedText.Of(reading.Raw, article.Charset, article.Text) : null;
        return new PreparedReading(reading, text, ReadingForm.Of(reading, text?.Content));
    }
}
