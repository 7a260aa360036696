using OnRecord.Language.Text;
using OnRecord.Language.Tokens;

namespace OnRecord.Language;

/// <summary>
/// Reads English text: paragraphs, tokens, sentences and quotation marks. Linear in the text; never throws for any text.
/// Stateless and safe to share between threads.
/// </summary>
public static class Analyser
{
    /// <summary>Analyses a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="apart">Stretches that are no part of the article, in order: their sentences are marked, and no quotation runs into them.</param>
    public static Analysis Analyse(string text, IReadOnlyList<TextSpan>? apart = null) => Analyse(text, apart, judge: null);

    /// <summary>Analyses a text, with a judge of where sentences end; null where the rules decide.</summary>
    internal static Analysis Analyse(string text, IReadOnlyList<TextSpan>? apart, SentenceJudge? judge)
    {
        var paragraphs = Paragraphs.Find(text);
        var tokens = new List<Token>(text.Length / 5);
        var sentences = new List<Sentence>(text.Length / 100 + 1);
        var read = new List<TextSpan>(paragraphs.Count);
        var next = 0;
        for (var i = 0; i < paragraphs.Count; i++)
        {
            var paragraph = paragraphs[i];
            while (apart is not null && next < apart.Count && apart[next].End <= paragraph.Start) next++;
            var isApart = apart is not null && next < apart.Count && apart[next].Overlaps(paragraph);
            if (!isApart) read.Add(paragraph);
            var first = tokens.Count;
            Tokenizer.Tokenize(text, paragraph.Start, paragraph.End, tokens);
            if (tokens.Count > first) SentenceSplitter.Split(text, tokens, first, tokens.Count, i, isApart, judge, sentences);
        }
        return new Analysis
        {
            Text = text,
            Tokens = tokens,
            Sentences = sentences,
            Paragraphs = paragraphs,
            Quotations = QuotationFinder.Find(text, read),
        };
    }
}
