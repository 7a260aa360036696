using System.Diagnostics;
using OnRecord.Lab.Corpora;
using OnRecord.Language;
using OnRecord.Language.Coreference;
using OnRecord.Language.ModelFiles;

namespace OnRecord.Lab.Evaluate;

/// <summary>Scores who is who: chains on GUM, pronouns on GAP, each on the system's own analysis of the running text.</summary>
internal static class LinkingEvaluation
{
    /// <summary>The genres of GUM that the product reads.</summary>
    private static readonly string[] Genres = ["news", "interview", "speech"];

    public static int Run(string corpora, string? json, TextWriter output, ModelSet models)
    {
        var analyser = EnglishAnalyser.Create(models);
        var resolver = CoreferenceResolver.Create(models);
        var metrics = new List<Metric>();
        Chains(corpora, analyser, resolver, metrics);
        Pronouns(corpora, analyser, resolver, metrics);
        Speed(corpora, analyser, resolver, metrics);
        Metric.Write("linking", metrics, json, output);
        return 0;
    }

    private static void Chains(string corpora, EnglishAnalyser analyser, CoreferenceResolver resolver, List<Metric> metrics)
    {
        var all = Treebank.Read(Path.Combine(corpora, "gum", "dev.tar.gz")).Select(ChainedDocument.Of).ToList();
        Score("gum", [.. all.Where(d => Genres.Any(g => d.Id.Contains($"_{g}_", StringComparison.Ordinal)))], true);
        foreach (var genre in Genres) Score($"gum-{genre}", [.. all.Where(d => d.Id.Contains($"_{genre}_", StringComparison.Ordinal))], false);
        Score("gum-all", all, false);

        void Score(string corpus, List<ChainedDocument> documents, bool inFull)
        {
            var scores = documents.Select(d => ChainScore.Of(d.Entities.Select(e => e.Select(m => m.Span)), resolver.Resolve(analyser.Analyse(d.Text)).Select(c => c.Mentions.Select(m => m.Span)))).ToList();
            metrics.Add(Bootstrap.Of(corpus, "conll", scores, Sum, s => s.Mean, s => s.GoldMentions));
            if (!inFull) return;
            metrics.Add(Bootstrap.Of(corpus, "mentions-f1", scores, Sum, s => s.Mentions, s => s.GoldMentions));
            metrics.Add(Bootstrap.Of(corpus, "muc-f1", scores, Sum, s => s.Muc, s => s.GoldMentions));
            metrics.Add(Bootstrap.Of(corpus, "b3-f1", scores, Sum, s => s.Cubed, s => s.GoldMentions));
            metrics.Add(Bootstrap.Of(corpus, "ceafe-f1", scores, Sum, s => s.Ceaf, s => s.GoldMentions));
        }

        static ChainScore Sum(IEnumerable<ChainScore> scores)
        {
            var sum = new ChainScore();
            foreach (var score in scores) sum.Add(score);
            return sum;
        }
    }

    private static void Pronouns(string corpora, EnglishAnalyser analyser, CoreferenceResolver resolver, List<Metric> metrics)
    {
        var scores = PronounExample.Read(Path.Combine(corpora, "gap", "dev.tsv")).Select(e => (e.IsFeminine, Counts: Score(e))).ToList();
        metrics.Add(Bootstrap.F1("gap", "f1", [.. scores.Select(s => s.Counts)]));
        var masculine = Bootstrap.F1("gap", "f1-masculine", [.. scores.Where(s => !s.IsFeminine).Select(s => s.Counts)]);
        var feminine = Bootstrap.F1("gap", "f1-feminine", [.. scores.Where(s => s.IsFeminine).Select(s => s.Counts)]);
        metrics.Add(masculine);
        metrics.Add(feminine);
        metrics.Add(new Metric("gap", "bias", masculine.Value == 0 ? 0 : feminine.Value / masculine.Value, scores.Count));
        var sum = new Counts();
        foreach (var (_, counts) in scores) sum.Add(counts);
        metrics.Add(new Metric("gap", "precision", sum.Precision, sum.Predicted));
        metrics.Add(new Metric("gap", "recall", sum.Recall, sum.Gold));

        Counts Score(PronounExample example)
        {
            var analysis = analyser.Analyse(example.Text);
            return PronounScore.Of(example, analysis, resolver.Resolve(analysis));
        }
    }

    private static void Speed(string corpora, EnglishAnalyser analyser, CoreferenceResolver resolver, List<Metric> metrics)
    {
        var analyses = NewsTexts.Read(Path.Combine(corpora, "polnear", "dev.jsonl.gz")).Select(t => analyser.Analyse(t)).ToList();
        var tokens = analyses.Sum(a => a.Tokens.Count);
        var rates = new List<double>();
        for (var pass = 0; pass < 6; pass++)
        {
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            foreach (var analysis in analyses) resolver.Resolve(analysis);
            if (pass > 0) rates.Add(tokens / (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds);
        }
        rates.Sort();
        metrics.Add(new Metric("polnear", "tokens-per-second", rates[2], tokens, rates[0], rates[^1]));
    }
}
