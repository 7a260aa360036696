using System.Formats.Tar;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using OnRecord.Language.Text;

namespace OnRecord.Lab.Corpora;

/// <summary>Reads TimeML documents out of a gzipped tar: the text, the day it was written, and the times marked in it.</summary>
internal static class TimeBank
{
    /// <summary>The dev part where the folder has one; otherwise the fifth of the documents that a hash of their names holds out.</summary>
    public static List<TimeBankDocument> ReadHeldOut(string folder, out string part)
    {
        var dev = Path.Combine(folder, "dev.tar.gz");
        if (File.Exists(dev))
        {
            part = "dev part";
            return Read(dev);
        }
        var all = Read(Path.Combine(folder, "timebank.tar.gz"));
        var held = all.Where(d => IsHeldOut(d.Name)).ToList();
        part = string.Create(CultureInfo.InvariantCulture, $"a fifth held out by document: {held.Count} of {all.Count}");
        return held;
    }

    /// <summary>The documents that rules may be tuned on.</summary>
    public static List<TimeBankDocument> ReadTrain(string folder) => [.. Read(Path.Combine(folder, "timebank.tar.gz")).Where(d => !IsHeldOut(d.Name))];

    /// <summary>FNV-1a of the document's name, modulo five: the same documents on every machine.</summary>
    private static bool IsHeldOut(string name)
    {
        var hash = 2166136261u;
        foreach (var c in name) hash = (hash ^ c) * 16777619;
        return hash % 5 == 0;
    }

    private static List<TimeBankDocument> Read(string path)
    {
        var documents = new List<TimeBankDocument>();
        using var file = File.OpenRead(path);
        using var zip = new GZipStream(file, CompressionMode.Decompress);
        using var tar = new TarReader(zip);
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is null || !entry.Name.EndsWith(".tml", StringComparison.Ordinal)) continue;
            documents.Add(Parse(entry.DataStream, Path.GetFileNameWithoutExtension(entry.Name)));
        }
        return documents;
    }

    private static TimeBankDocument Parse(Stream stream, string name)
    {
        var text = new StringBuilder();
        var times = new List<TimeBankTime>();
        DateOnly? created = null;
        using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        var isInText = false;
        var start = -1;
        var type = "";
        var value = "";
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when reader.Name == "TEXT":
                    isInText = true;
                    break;
                case XmlNodeType.EndElement when reader.Name == "TEXT":
                    isInText = false;
                    break;
                case XmlNodeType.Element when reader.Name == "TIMEX3":
                    var role = reader.GetAttribute("functionInDocument");
                    type = reader.GetAttribute("type") ?? "";
                    value = reader.GetAttribute("value") ?? "";
                    if (role is "CREATION_TIME" || role == "PUBLICATION_TIME" && created is null) created = DayOf(value);
                    start = isInText && !reader.IsEmptyElement ? text.Length : -1;
                    break;
                case XmlNodeType.EndElement when reader.Name == "TIMEX3" && start >= 0:
                    if (text.Length > start) times.Add(new TimeBankTime(new TextSpan(start, text.Length), type, value));
                    start = -1;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace when isInText:
                    text.Append(reader.Value);
                    break;
            }
        }
        return new TimeBankDocument(name, text.ToString(), created, times);
    }

    private static DateOnly? DayOf(string value) =>
        value.Length >= 10 && DateOnly.TryParseExact(value.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
