using System.Globalization;

namespace OnRecord.Lab.Corpora;

/// <summary>The annotated sentences that are part of this repository: a sentence a line, then value and unit of each figure after tabs.</summary>
internal static class FigureSentences
{
    public static List<FigureSentence> Read()
    {
        using var stream = typeof(FigureSentences).Assembly.GetManifestResourceStream("quantities.tsv") ?? throw new InvalidOperationException("The sentences are not embedded in the lab.");
        using var reader = new StreamReader(stream);
        var sentences = new List<FigureSentence>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0) continue;
            var parts = line.Split('\t', StringSplitOptions.RemoveEmptyEntries);
            sentences.Add(new FigureSentence(parts[0], [.. parts.Skip(1).Select(Figure)]));
        }
        return sentences;
    }

    private static (decimal, string) Figure(string text)
    {
        var blank = text.IndexOf(' ', StringComparison.Ordinal);
        return (decimal.Parse(text.AsSpan(0, blank), CultureInfo.InvariantCulture), text[(blank + 1)..]);
    }
}
