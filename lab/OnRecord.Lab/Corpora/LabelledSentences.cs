using System.IO.Compression;
using System.Text;
using System.Text.Json;
using OnRecord.Language.Text;

namespace OnRecord.Lab.Corpora;

/// <summary>Reads the corpora of labelled sentences, each in the layout it is published in.</summary>
internal static class LabelledSentences
{
    /// <summary>PLOVER sentences with their source and target marked: tab-separated with quoted fields.</summary>
    public static List<LabelledSentence> Plover(string path)
    {
        var rows = Rows(path, isQuoted: true);
        return [.. rows.Select(r => Marked(r["marked_sentence"], (int)Enum.Parse<EventCode>(r["gold_root"], ignoreCase: true)))];
    }

    /// <summary>Sentences of debates: an object a line.</summary>
    public static List<LabelledSentence> ClaimBuster(string path)
    {
        var sentences = new List<LabelledSentence>();
        foreach (var line in Lines(path))
        {
            using var document = JsonDocument.Parse(line);
            var text = document.RootElement.GetProperty("text").GetString()!;
            sentences.Add(new LabelledSentence(text, document.RootElement.GetProperty("label").GetInt32(), text));
        }
        return sentences;
    }

    /// <summary>Sentences of speeches.</summary>
    public static List<LabelledSentence> PoliClaim(string path) =>
        [.. Rows(path, isQuoted: false).Select(r => new LabelledSentence(r["text"], r["gold"] == "1" ? 1 : 0, r["speech"]))];

    /// <summary>Sentences of manifestos. One manifesto occurs twice under two names, so party and year say which it is.</summary>
    public static List<LabelledSentence> Pledges(string path) =>
        [.. Rows(path, isQuoted: false).Select(r => new LabelledSentence(r["text"], r["binary"] == "1" ? 1 : 0, r["party"] + r["year"]))];

    private static LabelledSentence Marked(string marked, int label)
    {
        var text = new StringBuilder(marked.Length);
        var starts = new int[2];
        var spans = new TextSpan?[2];
        for (var i = 0; i < marked.Length;)
        {
            var mark = marked.AsSpan(i);
            var which = mark.StartsWith("<s>") || mark.StartsWith("</s>") ? 0 : 1;
            if (mark.StartsWith("<s>") || mark.StartsWith("<t>"))
            {
                starts[which] = text.Length;
                i += 3;
            }
            else if (mark.StartsWith("</s>") || mark.StartsWith("</t>"))
            {
                spans[which] ??= new TextSpan(starts[which], text.Length);
                i += 4;
            }
            else text.Append(marked[i++]);
        }
        return new LabelledSentence(text.ToString(), label, text.ToString(), spans[0], spans[1]);
    }

    private static IEnumerable<string> Lines(string path)
    {
        using Stream file = File.OpenRead(path);
        using var reader = new StreamReader(path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0) yield return line;
        }
    }

    private static List<Dictionary<string, string>> Rows(string path, bool isQuoted)
    {
        var rows = new List<Dictionary<string, string>>();
        string[]? header = null;
        foreach (var line in Lines(path))
        {
            var fields = line.Split('\t');
            if (isQuoted) fields = [.. fields.Select(Unquoted)];
            if (header is null)
            {
                header = fields;
                continue;
            }
            if (fields.Length != header.Length) throw new InvalidDataException($"{path}: the row {rows.Count + 2} has {fields.Length} fields and the header {header.Length}.");
            var row = new Dictionary<string, string>(StringComparer.Ordinal);
            for (var i = 0; i < fields.Length; i++) row[header[i]] = fields[i];
            rows.Add(row);
        }
        return rows;
    }

    private static string Unquoted(string field) =>
        field.Length >= 2 && field[0] == '"' && field[^1] == '"' ? field[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : field;
}
