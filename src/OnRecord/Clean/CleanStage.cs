using OnRecord.Clean.Pages;
using OnRecord.Language;

namespace OnRecord.Clean;

/// <summary>
/// From bytes to an article: decodes them, takes the text out of a page or keeps a plain text as it is, and marks the
/// furniture. Without state; shared by threads.
/// </summary>
public sealed class CleanStage : IStage
{
    /// <inheritdoc/>
    public string Name => "Clean";

    /// <inheritdoc/>
    public RecordPart Needs => RecordPart.None;

    /// <inheritdoc/>
    public RecordPart Gives => RecordPart.Article;

    /// <inheritdoc/>
    /// <exception cref="OnRecordException">OR1003: no text. OR2001: a page without an article. OR2002: a page beyond the bounds.</exception>
    public Reading Run(Reading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return reading with { Article = Read(reading.Raw) };
    }

    /// <summary>The day a page gives as its publication, whether or not it has an article; null where it gives none.</summary>
    internal static DateOnly? PublishedDay(RawDocument raw) => Page.PublishedDay(raw, CharsetDecoder.Decode(raw.Bytes.Span, CharsetDecoder.NameOf(raw)));

    private static Article Read(RawDocument raw)
    {
        var charset = CharsetDecoder.NameOf(raw);
        var text = CharsetDecoder.Decode(raw.Bytes.Span, charset);
        if (string.IsNullOrWhiteSpace(text))
            throw new OnRecordException(DiagnosticCodes.Empty, $"'{raw.Path}' has nothing but white space in it. Check that it was written to its end.");
        return raw.Form switch
        {
            DocumentForm.PlainText => PlainText.Read(raw, text, charset),
            DocumentForm.Html => Page.Read(raw, text, charset),
            _ => throw new OnRecordException(DiagnosticCodes.UnsupportedKind, $"'{raw.Path}' is of the form {raw.Form}, which is not read. Give the document as text or HTML."),
        };
    }
}
