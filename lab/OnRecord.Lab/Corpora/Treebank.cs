using System.Formats.Tar;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using OnRecord.Language.Entities;
using OnRecord.Language.Text;

namespace OnRecord.Lab.Corpora;

/// <summary>Reads CoNLL-U: a gzipped file, or a gzipped tar of files.</summary>
internal static class Treebank
{
    public static List<TreebankDocument> Read(string path)
    {
        var documents = new List<TreebankDocument>();
        using var file = File.OpenRead(path);
        using var zip = new GZipStream(file, CompressionMode.Decompress);
        if (!path.EndsWith(".tar.gz", StringComparison.Ordinal))
        {
            using var reader = new StreamReader(zip, Encoding.UTF8);
            Parse(reader, System.IO.Path.GetFileName(path), documents);
            return documents;
        }
        using var tar = new TarReader(zip);
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is null || !entry.Name.EndsWith(".conllu", StringComparison.Ordinal)) continue;
            using var reader = new StreamReader(entry.DataStream, Encoding.UTF8);
            Parse(reader, entry.Name, documents);
        }
        return documents;
    }

    /// <summary>Reads a file that is not packed.</summary>
    public static List<TreebankDocument> ReadText(string path)
    {
        var documents = new List<TreebankDocument>();
        using var reader = new StreamReader(path, Encoding.UTF8);
        Parse(reader, System.IO.Path.GetFileName(path), documents);
        return documents;
    }

    /// <summary>The names that the last column marks with <c>Name=B-Type</c> and <c>Name=I-Type</c>.</summary>
    public static IEnumerable<(TextSpan Span, NameType Type)> Names(TreebankDocument document)
    {
        foreach (var words in document.Sentences.Select(s => s.Words))
        {
            for (var i = 0; i < words.Count; i++)
            {
                if (Mark(words[i]) is not ['B', '-', .. var type]) continue;
                var end = i + 1;
                while (end < words.Count && Mark(words[end]) == "I-" + type) end++;
                yield return (new TextSpan(words[i].Span.Start, words[end - 1].Span.End), Enum.Parse<NameType>(type));
            }
        }

        static string Mark(TreebankWord word) => word.Misc.Split('|').FirstOrDefault(m => m.StartsWith("Name=", StringComparison.Ordinal))?["Name=".Length..] ?? "";
    }

    private static void Parse(TextReader reader, string name, List<TreebankDocument> documents)
    {
        var text = new StringBuilder();
        var sentences = new List<TreebankSentence>();
        var rows = new List<string[]>();
        var id = name;
        var isNewParagraph = false;
        string? line;
        do
        {
            line = reader.ReadLine();
            if (string.IsNullOrEmpty(line))
            {
                if (rows.Count > 0) Sentence();
                rows.Clear();
            }
            else if (line.StartsWith("# newdoc", StringComparison.Ordinal))
            {
                Document();
                id = line.Contains("id = ", StringComparison.Ordinal) ? line[(line.IndexOf("id = ", StringComparison.Ordinal) + 5)..].Trim() : name;
            }
            else if (line.StartsWith("# newpar", StringComparison.Ordinal)) isNewParagraph = true;
            else if (line[0] != '#') rows.Add(line.Split('\t'));
        }
        while (line is not null);
        Document();

        void Document()
        {
            if (sentences.Count > 0) documents.Add(new TreebankDocument { Id = id, Text = text.ToString().TrimEnd(), Sentences = [.. sentences] });
            text.Clear();
            sentences.Clear();
        }

        void Sentence()
        {
            if (isNewParagraph && text.Length > 0)
            {
                while (text.Length > 0 && text[^1] == ' ') text.Length--;
                text.Append("\n\n");
            }
            isNewParagraph = false;
            var start = text.Length;
            var end = start;
            var words = new List<TreebankWord>();
            var surfaceUntil = 0;
            TextSpan surface = default;
            var consumed = 0;
            foreach (var row in rows)
            {
                if (row[0].Contains('.')) continue;
                if (row[0].Contains('-'))
                {
                    surface = Append(row);
                    surfaceUntil = int.Parse(row[0].AsSpan(row[0].IndexOf('-') + 1), CultureInfo.InvariantCulture);
                    consumed = surface.Start;
                    end = surface.End;
                    continue;
                }
                var number = int.Parse(row[0], CultureInfo.InvariantCulture);
                TextSpan span;
                if (number <= surfaceUntil)
                {
                    // The words of a fused form share its characters; the last takes what is left.
                    var length = number == surfaceUntil ? surface.End - consumed : Math.Min(row[1].Length, surface.End - consumed);
                    span = new TextSpan(consumed, consumed + length);
                    consumed += length;
                }
                else
                {
                    span = Append(row);
                    end = span.End;
                }
                words.Add(new TreebankWord(span, row[1], row[2], row[3], row[4], row[5], row[6] == "_" ? -1 : int.Parse(row[6], CultureInfo.InvariantCulture) - 1, row[7], row[9]));
            }
            sentences.Add(new TreebankSentence { Span = new TextSpan(start, end), Words = words });
        }

        TextSpan Append(string[] row)
        {
            var start = text.Length;
            text.Append(row[1]);
            var span = new TextSpan(start, text.Length);
            if (!row[9].Contains("SpaceAfter=No", StringComparison.Ordinal)) text.Append(' ');
            return span;
        }
    }
}
