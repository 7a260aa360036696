using System.Globalization;
using OnRecord.Language.Text;

namespace OnRecord.Lab.Corpora;

/// <summary>An example of GAP (Webster and others 2018): a text with a pronoun and two names, each the pronoun's or not.</summary>
internal sealed record PronounExample(string Text, TextSpan Pronoun, TextSpan A, bool IsA, TextSpan B, bool IsB)
{
    public bool IsFeminine => Pronoun.Slice(Text).ToLowerInvariant() is "she" or "her" or "hers" or "herself";

    public static List<PronounExample> Read(string path)
    {
        var examples = new List<PronounExample>();
        foreach (var line in File.ReadLines(path).Skip(1))
        {
            var fields = line.Split('\t');
            examples.Add(new PronounExample(fields[1], Span(fields, 2), Span(fields, 4), bool.Parse(fields[6]), Span(fields, 7), bool.Parse(fields[9])));
        }
        return examples;

        // Offsets count code points.
        static TextSpan Span(string[] fields, int at)
        {
            var left = int.Parse(fields[at + 1], CultureInfo.InvariantCulture);
            var start = 0;
            while (left-- > 0) start += char.IsHighSurrogate(fields[1][start]) ? 2 : 1;
            return new TextSpan(start, start + fields[at].Length);
        }
    }
}
