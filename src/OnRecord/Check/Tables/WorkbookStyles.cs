using System.Globalization;
using System.Xml;

namespace OnRecord.Check.Tables;

/// <summary>What the looks of a workbook's cells mean: by the number that a cell names.</summary>
internal sealed class WorkbookStyles
{
    private readonly List<bool> percentages = [];
    private readonly List<bool> coloured = [];

    public bool IsPercentage(int style) => style < percentages.Count && percentages[style];

    /// <summary>Whether it is written in a blue or red, by which SIPRI marks its estimates and what is highly uncertain.</summary>
    public bool IsColoured(int style) => style < coloured.Count && coloured[style];

    public static WorkbookStyles Read(XmlReader? xml)
    {
        var styles = new WorkbookStyles();
        if (xml is null) return styles;
        var formats = new HashSet<int> { 9, 10 }; // The two built-in formats of percentages: 0% and 0.00%.
        var fonts = new List<bool>();
        var (isInFonts, isInFormats) = (false, false);
        using (xml)
        {
            while (xml.Read())
            {
                if (xml.NodeType is not (XmlNodeType.Element or XmlNodeType.EndElement)) continue;
                var begins = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
                if (xml.LocalName == "fonts") isInFonts = begins;
                else if (xml.LocalName == "cellXfs") isInFormats = begins;
                if (xml.NodeType != XmlNodeType.Element) continue;
                if (xml.LocalName == "numFmt" && Number(xml, "numFmtId") is { } format && xml.GetAttribute("formatCode")?.Contains('%', StringComparison.Ordinal) == true) formats.Add(format);
                else if (isInFonts && xml.LocalName == "font") fonts.Add(false);
                else if (isInFonts && xml.LocalName == "color" && fonts.Count > 0) fonts[^1] = IsBlueOrRed(xml.GetAttribute("rgb"));
                else if (isInFormats && xml.LocalName == "xf")
                {
                    styles.percentages.Add(Number(xml, "numFmtId") is { } id && formats.Contains(id));
                    styles.coloured.Add(Number(xml, "fontId") is { } font && font < fonts.Count && fonts[font]);
                }
            }
        }
        return styles;
    }

    // "FF0000FF": transparency, red, green, blue. One of blue and red is strong, and the others are weak.
    private static bool IsBlueOrRed(string? colour)
    {
        if (colour is null || colour.Length != 8 || !uint.TryParse(colour, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value)) return false;
        var (red, green, blue) = ((value >> 16) & 0xFF, (value >> 8) & 0xFF, value & 0xFF);
        return green < 0x80 && (blue >= 0xC0 && red < 0x80 || red >= 0xC0 && blue < 0x80);
    }

    private static int? Number(XmlReader xml, string attribute) =>
        int.TryParse(xml.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
