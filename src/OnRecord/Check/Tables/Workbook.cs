using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using OnRecord.Language;

namespace OnRecord.Check.Tables;

/// <summary>
/// Reads the sheets of an Office Open XML workbook (ECMA-376): cells with their kept results, and of their looks whether
/// they are percentages or written in blue or red, as SIPRI marks estimates. Nothing is worked out and nothing is followed.
/// </summary>
internal static class Workbook
{
    private const long MostBytesOfPart = 256L * 1024 * 1024;
    private const int MostCells = 4_000_000;
    private const int MostColumns = 16_384;

    /// <exception cref="OnRecordException">OR6101: it is no workbook, or a part of it is damaged or too large.</exception>
    public static IReadOnlyList<RawTable> Read(string name, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes.ToArray(), writable: false), ZipArchiveMode.Read);
            var parts = Parts(zip, name);
            var shared = Shared(zip, name);
            var styles = WorkbookStyles.Read(Part(zip, "xl/styles.xml", name));
            var cells = 0;
            return [.. parts.Select(part => Sheet(part.Name, Part(zip, part.Path, name) ?? throw Damaged(name), shared, styles, name, ref cells))];
        }
        catch (Exception error) when (error is InvalidDataException or XmlException or FormatException or ArgumentException or OverflowException or NotSupportedException)
        {
            throw Damaged(name);
        }
    }

    private static OnRecordException Damaged(string name) => SeriesErrors.NoTable(name, "is no workbook (.xlsx), or is damaged. Open it in a spreadsheet program and save it again, or save the sheet as CSV");

    private static XmlReader? Part(ZipArchive zip, string path, string name)
    {
        if (zip.GetEntry(path) is not { } entry) return null;
        if (entry.Length > MostBytesOfPart) throw SeriesErrors.NoTable(name, "unpacks to more than a table of figures may have. Save the sheet that matters as CSV");
        // A part may unpack to more than it says: the reader stops there.
        return XmlReader.Create(entry.Open(), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true, MaxCharactersInDocument = MostBytesOfPart });
    }

    private static List<(string Name, string Path)> Parts(ZipArchive zip, string name)
    {
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        using (var relations = Part(zip, "xl/_rels/workbook.xml.rels", name) ?? throw Damaged(name))
        {
            while (relations.ReadToFollowing("Relationship"))
            {
                if (relations.GetAttribute("Id") is { } id && relations.GetAttribute("Target") is { } target) targets[id] = target.StartsWith('/') ? target[1..] : "xl/" + target;
            }
        }
        var sheets = new List<(string Name, string Path)>();
        using var workbook = Part(zip, "xl/workbook.xml", name) ?? throw Damaged(name);
        while (workbook.Read())
        {
            if (workbook.NodeType != XmlNodeType.Element || workbook.LocalName != "sheet") continue;
            var relation = workbook.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships") ?? workbook.GetAttribute("id", "http://purl.oclc.org/ooxml/officeDocument/relationships");
            // Charts are listed among the sheets, too, and have no cells.
            if (relation is not null && targets.TryGetValue(relation, out var path) && path.Contains("worksheets/", StringComparison.Ordinal)) sheets.Add((workbook.GetAttribute("name") ?? "", path));
        }
        return sheets;
    }

    private static List<string> Shared(ZipArchive zip, string name)
    {
        var strings = new List<string>();
        using var xml = Part(zip, "xl/sharedStrings.xml", name);
        while (xml?.Read() == true)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "si") strings.Add(Words(xml));
        }
        return strings;
    }

    // The runs of a text, without how they are to be pronounced.
    private static string Words(XmlReader xml)
    {
        var words = new StringBuilder();
        using var item = xml.ReadSubtree();
        var isReading = false;
        while (item.Read())
        {
            if (item.LocalName == "rPh") isReading = item.NodeType == XmlNodeType.Element && !item.IsEmptyElement;
            else if (item.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace && !isReading) words.Append(item.Value);
        }
        return words.ToString().Trim();
    }

    private static RawTable Sheet(string sheet, XmlReader xml, List<string> shared, WorkbookStyles styles, string name, ref int count)
    {
        var rows = new List<TableCell[]>();
        var cells = new List<TableCell>();
        using (xml)
        {
            while (xml.Read())
            {
                if (xml.LocalName == "row" && xml.NodeType == XmlNodeType.Element)
                {
                    // Rows with nothing in them are left out of the file, and counted by people.
                    var number = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : rows.Count + 1;
                    while (rows.Count < number - 1 && rows.Count < MostCells) rows.Add([]);
                    cells = [];
                    if (xml.IsEmptyElement) rows.Add([]);
                }
                else if (xml.LocalName == "row" && xml.NodeType == XmlNodeType.EndElement)
                {
                    rows.Add([.. cells]);
                }
                else if (xml.LocalName == "c" && xml.NodeType == XmlNodeType.Element)
                {
                    if (++count > MostCells) throw SeriesErrors.NoTable(name, "has more cells than a table of figures may have. Save the sheet that matters as CSV");
                    var column = ColumnOf(xml.GetAttribute("r")) ?? cells.Count;
                    while (cells.Count < column) cells.Add(new TableCell(""));
                    cells.Add(Cell(xml, shared, styles));
                }
            }
        }
        return new RawTable { Name = sheet, Rows = rows };
    }

    private static TableCell Cell(XmlReader xml, List<string> shared, WorkbookStyles styles)
    {
        var type = xml.GetAttribute("t") ?? "n";
        var style = int.TryParse(xml.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var s) ? s : 0;
        var (isFormula, value) = (false, "");
        using (var cell = xml.ReadSubtree())
        {
            cell.Read();
            while (cell.Read())
            {
                if (cell.NodeType != XmlNodeType.Element) continue;
                if (cell.LocalName == "f") isFormula = true;
                else if (cell.LocalName is "v" or "is") value = Words(cell);
            }
        }
        var text = type switch
        {
            "s" when value.Length > 0 => shared[int.Parse(value, NumberStyles.None, CultureInfo.InvariantCulture)],
            // A result such as #DIV/0! is no figure, and no gap either.
            "n" when value.Length > 0 => Written(value),
            _ => value,
        };
        return new TableCell(text)
        {
            IsFormula = isFormula,
            LacksResult = isFormula && text.Length == 0,
            IsEstimate = styles.IsColoured(style),
            IsPercentage = type == "n" && text.Length > 0 && styles.IsPercentage(style),
        };
    }

    // Numbers are kept as doubles: 1.61 stands there as 1.6100000000000001. A decimal made of a double has the 15 digits that mean something.
    private static string Written(string value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1e25
            ? ((decimal)number).ToString(CultureInfo.InvariantCulture)
            : value;

    // "AB12" is column 27.
    private static int? ColumnOf(string? reference)
    {
        if (reference is null) return null;
        var column = 0;
        foreach (var c in reference)
        {
            if (c is < 'A' or > 'Z') break;
            column = (column * 26) + (c - 'A' + 1);
            if (column > MostColumns) throw new FormatException("A cell stands beyond the last column.");
        }
        return column == 0 ? null : column - 1;
    }
}
