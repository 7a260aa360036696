using System.Text;
using OnRecord.Language;

namespace OnRecord.Check.Tables;

/// <summary>Tells the form of a file of figures by its first bytes, and reads its tables.</summary>
internal static class TableFile
{
    // A file of figures by country and year is small; what is larger is something else.
    private const int MostBytes = 64 * 1024 * 1024;

    private static readonly byte[] Zip = [0x50, 0x4B, 0x03, 0x04];
    private static readonly byte[] OldWorkbook = [0xD0, 0xCF, 0x11, 0xE0];
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The tables of the file, in order.</summary>
    /// <exception cref="OnRecordException">OR6101: it holds no table that can be read. OR1005: it is too large.</exception>
    public static IReadOnlyList<RawTable> Read(string name, ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > MostBytes) throw new OnRecordException(DiagnosticCodes.TooLarge, $"{name} is larger than the 64 MB that a table of figures may have. Save the rows that matter into a file of their own.");
        if (bytes.Span.StartsWith(Zip)) return Workbook.Read(name, bytes);
        if (bytes.Span.StartsWith(OldWorkbook)) throw SeriesErrors.NoTable(name, "is a workbook of the form before 2007 (.xls). Save it as .xlsx or as CSV");
        string text;
        try
        {
            text = Strict.GetString(bytes.Span).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            throw SeriesErrors.NoTable(name, "is no UTF-8 text. Save it as CSV in UTF-8");
        }
        var begin = text.AsSpan().TrimStart();
        if (begin.IsEmpty) throw SeriesErrors.NoTable(name, "is empty. Check that it was written to its end");
        return [begin[0] is '[' or '{' ? JsonTable.Read(name, text) : DelimitedTable.Read(text)];
    }
}
