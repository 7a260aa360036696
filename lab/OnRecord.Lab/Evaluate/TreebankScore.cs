using OnRecord.Lab.Corpora;
using OnRecord.Language;
using OnRecord.Language.Tags;
using OnRecord.Language.Text;

namespace OnRecord.Lab.Evaluate;

/// <summary>Counts one document's words, sentences, tags, lemmas and arcs against the treebank.</summary>
internal static class TreebankScore
{
    public static readonly string[] Metrics = ["tokens-f1", "sentences-f1", "upos", "xpos", "lemma", "uas", "las"];

    public static Dictionary<string, Counts> Of(TreebankDocument document, Analysis analysis)
    {
        var grammar = analysis.Grammar!;
        var counts = Metrics.ToDictionary(m => m, _ => new Counts());
        var tokens = new Dictionary<TextSpan, int>();
        for (var i = 0; i < analysis.Tokens.Count; i++) tokens[analysis.Tokens[i].Span] = i;
        var words = 0;
        foreach (var sentence in document.Sentences)
        {
            foreach (var word in sentence.Words)
            {
                words++;
                if (!tokens.TryGetValue(word.Span, out var token)) continue;
                Hit("tokens-f1", true);
                Hit("upos", TagNames.Of(grammar.Tag(token)) == word.Universal);
                Hit("xpos", grammar.PennTag(token) == word.Penn);
                Hit("lemma", word.Lemma == "_" || grammar.Lemma(token) == word.Lemma);
                var head = grammar.Head(token);
                var isAttached = head < 0 ? word.Head < 0 : word.Head >= 0 && analysis.Tokens[head].Span == sentence.Words[word.Head].Span;
                Hit("uas", isAttached);
                Hit("las", isAttached && Universal(grammar.Relation(token)) == Universal(word.Relation));
            }
        }
        foreach (var metric in Metrics) (counts[metric].Predicted, counts[metric].Gold) = (analysis.Tokens.Count, words);
        counts["sentences-f1"] = new Counts();
        counts["sentences-f1"].Add(analysis.Sentences.Select(s => s.Span).ToHashSet(), document.Sentences.Select(s => s.Span).ToHashSet());
        return counts;

        void Hit(string metric, bool isHit)
        {
            if (!isHit) return;
            counts[metric].PredictedHits++;
            counts[metric].GoldHits++;
        }
    }

    public static void WriteErrors(string corpus, TreebankDocument document, Analysis analysis, TextWriter errors)
    {
        var gold = document.Sentences.SelectMany(s => s.Words).ToDictionary(w => w.Span);
        for (var i = 0; i < analysis.Tokens.Count; i++)
        {
            var span = analysis.Tokens[i].Span;
            if (!gold.TryGetValue(span, out var word)) errors.WriteLine($"{corpus} token  {span.Slice(document.Text)}   | {Around(document.Text, span)}");
            else
            {
                if (analysis.Grammar!.PennTag(i) != word.Penn) errors.WriteLine($"{corpus} tag    {word.Penn} as {analysis.Grammar.PennTag(i)}   | {Around(document.Text, span)}");
                if (analysis.Grammar.Lemma(i) != word.Lemma) errors.WriteLine($"{corpus} lemma  {word.Form} {word.Penn}: {word.Lemma} as {analysis.Grammar.Lemma(i)}");
            }
        }
        var goldEnds = document.Sentences.Select(s => s.Span.End).ToHashSet();
        var ownEnds = analysis.Sentences.Select(s => s.Span.End).ToHashSet();
        foreach (var end in ownEnds.Where(e => !goldEnds.Contains(e)).Order()) errors.WriteLine($"{corpus} split  {Around(document.Text, new TextSpan(end, end))}");
        foreach (var end in goldEnds.Where(e => !ownEnds.Contains(e)).Order()) errors.WriteLine($"{corpus} joined {Around(document.Text, new TextSpan(end, end))}");
    }

    private static string Universal(string relation) => relation.Split(':')[0];

    /// <summary>A place with some of the text around it, on one line.</summary>
    public static string Around(string text, TextSpan span) =>
        $"{text[Math.Max(0, span.Start - 30)..span.Start]}⟦{span.Slice(text)}⟧{text[span.End..Math.Min(text.Length, span.End + 30)]}".ReplaceLineEndings("⏎");
}
