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

    // The corpora leave out where there was no space: it is put back as a newspaper would print it.
    private static NamedText Parse(string id, string content, char separator)
    {
        var text = new StringBuilder();
        var names = new List<(TextSpan, string)>();
        var open = -1;
        var openLabel = "";
        var end = 0;
        var words = content.Split('\n').Select(line => Row(line.TrimEnd('\r'), separator)).ToList();
        var isQuoted = false;
        for (var i = 0; i < words.Count; i++)
        {
            var (word, label) = words[i];
            if (word.Length == 0)
            {
                Close();
                isQuoted = false;
                if (text.Length > 0 && text[^1] != '\n') text.Append('\n');
                continue;
            }
            if (!label.StartsWith("I-", StringComparison.Ordinal) || label[2..] != openLabel) Close();
            var before = i > 0 ? words[i - 1].Word : "";
            if (before.Length > 0 && !IsGlued(before, word, i > 1 ? words[i - 2].Word : "", i + 1 < words.Count ? words[i + 1].Word : "", isQuoted)) text.Append(' ');
            if (word == "\"") isQuoted = !isQuoted;
            if (label.Length > 2 && open < 0) (open, openLabel) = (text.Length, label[2..]);
            text.Append(word);
            end = text.Length;
        }
        Close();
        return new NamedText(id, text.ToString().TrimEnd(), names);

        void Close()
        {
            if (open >= 0) names.Add((new TextSpan(open, end), openLabel));
            open = -1;
            openLabel = "";
        }
    }

    private static (string Word, string Label) Row(string line, char separator)
    {
        var at = separator == '\t' ? line.IndexOf('\t') : line.LastIndexOfAny([' ', '\t']);
        // A third column, where there is one, marks a name inside the name.
        return at <= 0 ? ("", "") : (line[..at].Trim(), line[(at + 1)..].Split('\t')[0].Trim());
    }

    private static bool IsGlued(string before, string word, string beforeThat, string next, bool isQuoted)
    {
        if (word is "," or "." or ";" or ":" or "!" or "?" or ")" or "]" or "%" or "\u2019" or "\u201D" or "'s" or "n't" || before is "(" or "[" or "$" or "\u201C" or "\u2018" or "\u00A3" or "\u20AC") return true;
        if (word == "\"") return isQuoted;
        if (before == "\"") return isQuoted;
        if (before == "\u2019") return char.IsLower(word[0]) && word.Length < 3;
        // U . S . is U.S., and 2 . 5 is 2.5.
        if (before == "." && beforeThat.Length == 1 && char.IsUpper(beforeThat[0]) && word.Length == 1 && char.IsUpper(word[0])) return true;
        if (before is "." or "," && beforeThat.Length > 0 && char.IsAsciiDigit(beforeThat[^1]) && char.IsAsciiDigit(word[0])) return true;
        // Hyphens join words; between capital letters they are mostly dashes.
        if (word == "-") return next.Length > 0 && IsJoined(before, next);
        return before == "-" && beforeThat.Length > 0 && IsJoined(beforeThat, word);
    }

    private static bool IsJoined(string left, string right) =>
        char.IsLetterOrDigit(left[^1]) && (char.IsLower(right[0]) || char.IsDigit(right[0]) && char.IsDigit(left[^1]) || char.IsUpper(right[0]) && left.Length < 8 && char.IsLower(left[0]));
}
