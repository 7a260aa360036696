using OnRecord.Lab.Corpora;
using OnRecord.Language;
using OnRecord.Language.Text;

namespace OnRecord.Lab.Evaluate;

/// <summary>Scores the language core on the dev parts of the treebanks, with the system's own tokens on running text.</summary>
internal static class LanguageEvaluation
{
    public static int Run(string corpora, string? json, TextWriter output, bool showErrors = false)
    {
        var metrics = new List<Metric>();
        Score("ewt", Treebank.Read(Path.Combine(corpora, "ewt", "dev.conllu.gz")), metrics, showErrors ? output : null);
        Score("gum", Treebank.Read(Path.Combine(corpora, "gum", "dev.tar.gz")).Where(d => IsSpokenOrNews(d.Id)).ToList(), metrics, showErrors ? output : null);
        Metric.Write("language", metrics, json, output);
        return 0;
    }

    /// <summary>The genres of GUM that the product reads: news, interviews and speeches.</summary>
    private static bool IsSpokenOrNews(string id) => id.Contains("_news_", StringComparison.Ordinal) || id.Contains("_interview_", StringComparison.Ordinal) || id.Contains("_speech_", StringComparison.Ordinal);

    private static void Score(string corpus, List<TreebankDocument> documents, List<Metric> metrics, TextWriter? errors)
    {
        var tokens = new Counts();
        var sentences = new Counts();
        var words = 0;
        foreach (var document in documents)
        {
            var analysis = Analyser.Analyse(document.Text);
            var gold = document.Sentences.SelectMany(s => s.Words).Select(w => w.Span).ToHashSet();
            var own = analysis.Tokens.Select(t => t.Span).ToHashSet();
            tokens.Add(own, gold);
            sentences.Add(analysis.Sentences.Select(s => s.Span).ToHashSet(), document.Sentences.Select(s => s.Span).ToHashSet());
            words += gold.Count;
            if (errors is null) continue;
            foreach (var span in own.Where(s => !gold.Contains(s)).Order().Take(40)) errors.WriteLine($"{corpus} token  {span.Slice(document.Text)}   | {Around(document.Text, span)}");
            var goldEnds = document.Sentences.Select(s => s.Span.End).ToHashSet();
            var ownEnds = analysis.Sentences.Select(s => s.Span.End).ToHashSet();
            foreach (var end in ownEnds.Where(e => !goldEnds.Contains(e)).Order().Take(40)) errors.WriteLine($"{corpus} split  {Around(document.Text, new TextSpan(end, end))}");
            foreach (var end in goldEnds.Where(e => !ownEnds.Contains(e)).Order().Take(40)) errors.WriteLine($"{corpus} joined {Around(document.Text, new TextSpan(end, end))}");
        }
        metrics.Add(new Metric(corpus, "tokens-f1", tokens.F1, words));
        metrics.Add(new Metric(corpus, "sentences-f1", sentences.F1, sentences.Gold));
    }

    private static string Around(string text, TextSpan span) =>
        $"{text[Math.Max(0, span.Start - 30)..span.Start]}⟦{span.Slice(text)}⟧{text[span.End..Math.Min(text.Length, span.End + 30)]}".ReplaceLineEndings("⏎");
}
