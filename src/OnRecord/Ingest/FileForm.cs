using System.Text;
using OnRecord.Language;

namespace OnRecord.Ingest;

/// <summary>Tells what a file is by its name and first bytes, and refuses what is no text.</summary>
internal static class FileForm
{
    private const int Window = 64 * 1024;

    /// <summary>Whether a file found in a folder is read: by its extension alone. A folder's notes in Markdown are no news.</summary>
    internal static bool IsReadFromFolders(string path) => FormOf(Path.GetExtension(path)) is not null;

    /// <summary>What a file is: by its extension, and by its bytes where the extension says nothing.</summary>
    /// <exception cref="OnRecordException">OR1003, OR1004 or OR1006: the bytes are empty, not text, or a document of a kind that is not read.</exception>
    internal static DocumentForm Of(string path, ReadOnlySpan<byte> bytes)
    {
        RefuseWhatIsNoText(path, bytes);
        return FormOf(Path.GetExtension(path)) ?? (StartsAsPage(bytes) ? DocumentForm.Html : DocumentForm.PlainText);
    }

    /// <summary>Standard input is plain text, whatever it holds: its text is then the input, character for character.</summary>
    internal static DocumentForm OfStandardInput(string path, ReadOnlySpan<byte> bytes)
    {
        RefuseWhatIsNoText(path, bytes);
        return DocumentForm.PlainText;
    }

    private static DocumentForm? FormOf(string extension) => extension.ToUpperInvariant() switch
    {
        ".TXT" or ".TEXT" => DocumentForm.PlainText,
        ".HTML" or ".HTM" or ".XHTML" => DocumentForm.Html,
        _ => null,
    };

    private static void RefuseWhatIsNoText(string path, ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            throw new OnRecordException(DiagnosticCodes.Empty, $"'{path}' has no bytes in it. Check that it was written to its end.");
        if (bytes.StartsWith("%PDF-"u8))
            throw new OnRecordException(DiagnosticCodes.UnsupportedKind, $"'{path}' is a PDF, which is not read. Save its text as a .txt file and read that.");
        if (bytes.StartsWith("{\\rtf"u8))
            throw new OnRecordException(DiagnosticCodes.UnsupportedKind, $"'{path}' is a rich-text file, which is not read. Save it as a .txt file and read that.");
        if (HasWideByteOrderMark(bytes))
            return;
        var nul = bytes.IndexOf((byte)0);
        if (nul >= 0)
            throw new OnRecordException(DiagnosticCodes.Binary, FormattableString.Invariant($"'{path}' is not text: it has a NUL at byte {nul}. If it is UTF-16 without a byte order mark, save it as UTF-8."));
        var window = bytes[..Math.Min(bytes.Length, Window)];
        var controls = 0;
        foreach (var b in window)
        {
            if (b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0C or 0x0B or 0x08 or 0x1A or 0x1B))
                controls++;
        }
        // Text has next to none of these; compressed and compiled bytes have one in ten.
        if (controls * 30 > window.Length)
            throw new OnRecordException(DiagnosticCodes.Binary, FormattableString.Invariant($"'{path}' is not text: {controls} of its first {window.Length} bytes are control codes. Give the document as .txt or .html."));
    }

    private static bool HasWideByteOrderMark(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) || bytes.StartsWith((ReadOnlySpan<byte>)[0x00, 0x00, 0xFE, 0xFF]);

    private static bool StartsAsPage(ReadOnlySpan<byte> bytes)
    {
        // Latin-1 keeps ASCII as it is; dropping NULs does the same for UTF-16.
        var start = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 1024)]).Replace("\0", "", StringComparison.Ordinal).TrimStart('\u00EF', '\u00BB', '\u00BF', '\u00FF', '\u00FE', ' ', '\t', '\r', '\n');
        return start.StartsWith('<')
            && (start.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase)
                || start.Contains("<html", StringComparison.OrdinalIgnoreCase)
                || start.StartsWith("<head", StringComparison.OrdinalIgnoreCase)
                || start.StartsWith("<body", StringComparison.OrdinalIgnoreCase));
    }
}
