using System.Text;

namespace OnRecord.Clean;

/// <summary>From the labels that pages and servers write to the charset they mean (the WHATWG Encoding Standard, section 4.2).</summary>
internal static class CharsetLabel
{
    /// <summary>The name of the charset a label means; null where it means none.</summary>
    internal static string? Resolve(string? label)
    {
        var name = label?.Trim().Trim('"', '\'').ToLowerInvariant();
        switch (name)
        {
            case null or "":
                return null;
            case "utf8" or "utf-8" or "unicode-1-1-utf-8":
            // A label that could be read cannot have been in UTF-16; the standard reads such a page as UTF-8.
            case "utf-16" or "utf-16le" or "utf-16be" or "unicode" or "utf-32" or "utf-32le" or "utf-32be" or "utf-7":
                return "utf-8";
            case "iso-8859-1" or "iso8859-1" or "latin1" or "latin-1" or "l1" or "us-ascii" or "ascii" or "cp1252" or "x-cp1252" or "windows1252" or "ansi_x3.4-1968":
                return CharsetGuess.Western;
            case "iso-8859-9" or "latin5":
                return "windows-1254";
            case "tis-620" or "iso-8859-11":
                return "windows-874";
            case "x-sjis" or "sjis" or "shift-jis" or "ms_kanji" or "windows-31j":
                return "shift_jis";
            case "gb2312" or "gbk" or "x-gbk" or "gb_2312-80":
                return "gb18030";
            case "big5-hkscs":
                return "big5";
            case "ks_c_5601-1987" or "ksc5601" or "korean" or "windows-949":
                return "ks_c_5601-1987";
        }
        try
        {
            // Asked through the decoder, so that the code pages are registered before the first look-up.
            _ = CharsetDecoder.Decode([], name);
            return Encoding.GetEncoding(name).WebName;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
