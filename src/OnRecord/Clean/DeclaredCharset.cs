using System.Text;
using System.Text.RegularExpressions;

namespace OnRecord.Clean;

/// <summary>The charset a page declares in its own head.</summary>
internal static partial class DeclaredCharset
{
    // The standard looks at 1,024 bytes; pages put long comments and preloads before the declaration.
    private const int Window = 8 * 1024;

    [GeneratedRegex("""<meta\b[^>]{0,300}?\bcharset\s*=\s*["']?\s*(?<name>[A-Za-z0-9_.:-]{2,40})""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex Meta { get; }

    [GeneratedRegex("""^\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["'](?<name>[A-Za-z0-9_.:-]{2,40})""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex XmlDeclaration { get; }

    internal static string? InPage(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Window)]);
        var meta = Meta.Match(head);
        if (meta.Success)
            return meta.Groups["name"].Value;
        var xml = XmlDeclaration.Match(head);
        return xml.Success ? xml.Groups["name"].Value : null;
    }
}
