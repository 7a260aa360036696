using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using OnRecord.Language.Entities;
using OnRecord.Language.Text;

namespace OnRecord.Lab.Corpora;

/// <summary>A text in which names are marked: the tokens of the corpus, a space apart, a line for each run of them.</summary>
internal sealed record NamedText(string Id, string Text, IReadOnlyList<(TextSpan Span, string Label)> Names)
{
    /// <summary>Reads a gzipped tar of files with a token and its label a line.</summary>
    public static List<NamedText> ReadArchive(string path)
    {
        var texts = new List<NamedText>();
        using var file = File.OpenRead(path);
        using var zip = new GZipStream(file, CompressionMode.Decompress);
        using var tar = new TarReader(zip);
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is null || !entry.Name.EndsWith(".tsv", StringComparison.Ordinal)) continue;
            using var reader = new StreamReader(entry.DataStream, Encoding.UTF8);
            texts.Add(Parse(entry.Name, reader.ReadToEnd(), '\t'));
        }
        return texts;
    }

    /// <summary>Reads one file with a token and its label a line.</summary>
    public static NamedText ReadFile(string path) => Parse(Path.GetFileName(path), File.ReadAllText(path), '\0');

    /// <summary>Splits into one text a line, for corpora of single sentences.</summary>
    public IEnumerable<NamedText> Lines()
    {
        var start = 0;
        while (start < Text.Length)
        {
            var end = Text.IndexOf('\n', start);
            if (end < 0) end = Text.Length;
            var line = new TextSpan(start, end);
            yield return new NamedText($"{Id}:{start}", line.Slice(Text), [.. Names.Where(n => line.Contains(n.Span)).Select(n => (new TextSpan(n.Span.Start - start, n.Span.End - start), n.Label))]);
            start = end + 1;
        }
    }

    /// <summary>The type a corpus' label stands for.</summary>
    public static NameType Type(string label) => label switch
    {
        "Person" or "politician" or "person" or "PER" => NameType.Person,
        "Organization" or "politicalparty" or "organisation" or "ORG" => NameType.Organisation,
        "Location" or "country" or "location" or "LOC" => NameType.Place,
        "NORP" => NameType.Group,
        "Facility" => NameType.Facility,
        "Product" => NameType.Product,
        "event" or "election" => NameType.Event,
        "Money" => NameType.Money,
        "Date" => NameType.Date,
        "Misc" or "misc" or "MISC" => NameType.Other,
        _ => throw new FormatException($"The label '{label}' is not one of a corpus of names."),
    };

    private static NamedText Parse(string id, string content, char separator)
    {
        var text = new StringBuilder();
        var names = new List<(TextSpan, string)>();
        var open = -1;
        var openLabel = "";
        foreach (var raw in content.Split('\n'))
        {
            var line = raw.TrimEnd('\r');
            var at = separator == '\t' ? line.IndexOf('\t') : line.LastIndexOfAny([' ', '\t']);
            if (at <= 0)
            {
                Close();
                if (text.Length > 0 && text[^1] != '\n')
                {
                    text.Length--;
                    text.Append('\n');
                }
                continue;
            }
            // A third column, where there is one, marks a name inside the name.
            var label = line[(at + 1)..].Split('\t')[0].Trim();
            if (!label.StartsWith("I-", StringComparison.Ordinal) || label[2..] != openLabel) Close();
            if (label.Length > 2 && open < 0) (open, openLabel) = (text.Length, label[2..]);
            text.Append(line[..at].Trim()).Append(' ');
        }
        Close();
        return new NamedText(id, text.ToString().TrimEnd(), names);

        void Close()
        {
            if (open >= 0) names.Add((new TextSpan(open, text.Length - 1), openLabel));
            open = -1;
            openLabel = "";
        }
    }
}
