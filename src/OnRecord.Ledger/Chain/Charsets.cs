using System.Text;

namespace OnRecord.Ledger.Chain;

/// <summary>Gives the text of archived bytes again.</summary>
internal static class Charsets
{
    static Charsets() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static string Decode(ReadOnlySpan<byte> bytes, string charset)
    {
        var encoding = Encoding.GetEncoding(charset);
        var mark = encoding.Preamble;
        return encoding.GetString(mark.Length > 0 && bytes.StartsWith(mark) ? bytes[mark.Length..] : bytes);
    }
}
