using OnRecord.Language;

namespace OnRecord.Extract;

/// <summary>The stretches that are tagged as one: a paragraph of the article, cut at a sentence's end where it is very long.</summary>
internal static class Passages
{
    // The longest paragraph of the training texts has about a thousand tokens; the bound keeps memory bounded for a text
    // that is one paragraph of megabytes.
    private const int LongestPassage = 2000;

    public static IEnumerable<Passage> Of(Analysis analysis)
    {
        var isFirst = true;
        for (var s = 0; s < analysis.Sentences.Count;)
        {
            var sentence = analysis.Sentences[s];
            var end = s + 1;
            while (end < analysis.Sentences.Count && analysis.Sentences[end].Paragraph == sentence.Paragraph && analysis.Sentences[end].EndToken - sentence.FirstToken <= LongestPassage) end++;
            if (!sentence.IsApart)
            {
                yield return new(sentence.FirstToken, analysis.Sentences[end - 1].EndToken, isFirst);
                isFirst = false;
            }
            s = end;
        }
    }
}
