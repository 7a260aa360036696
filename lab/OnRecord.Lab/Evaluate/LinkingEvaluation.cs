using System.Diagnostics;
using OnRecord.Lab.Corpora;
using OnRecord.Language;
using OnRecord.Language.Coreference;
using OnRecord.Language.ModelFiles;
using OnRecord.Language.Text;

namespace OnRecord.Lab.Evaluate;

/// <summary>Scores who is who: chains on GUM, pronouns on GAP, each on the system's own analysis of the running text.</summary>
internal static class LinkingEvaluation
{
    /// <summary>The genres of GUM that the product reads.</summary>
    private static readonly string[] Genres = ["news", "interview", "speech"];

    /// <summary>Links less probable than these are left out, to see how many of the others are right.</summary>
    private static readonly double[] Thresholds = [0, 0.5, 0.6, 0.7, 0.8, 0.9];

    public static int Run(string corpora, string? json, TextWriter output, ModelSet models, bool showErrors = false)
    {
        var analyser = EnglishAnalyser.Create(models);
        var resolver = CoreferenceResolver.Create(models);
        var metrics = new List<Metric>();
        Chains(corpora, analyser, resolver, metrics);
        Pronouns(corpora, analyser, resolver, metrics, showErrors ? output : null);
        SpeakerEvaluation.Run(corpora, models, metrics, showErrors ? output : null);
        Speed(corpora, analyser, resolver, metrics);
        Metric.Write("linking", metrics, json, output);
        return 0;
    }

    private static void Chains(string corpora, EnglishAnalyser analyser, CoreferenceResolver resolver, List<Metric> metrics)
    {
        var all = Treebank.Read(Path.Combine(corpora, "gum", "dev.tar.gz")).Select(ChainedDocument.Of).ToList();
        Score("gum", [.. all.Where(d => Genres.Any(g => d.Id.Contains($"_{g}_", StringComparison.Ordinal)))], true);
        foreach (var least in Thresholds) Published(all, least);
        foreach (var genre in Genres) Score($"gum-{genre}", [.. all.Where(d => d.Id.Contains($"_{genre}_", StringComparison.Ordinal))], false);
        Score("gum-all", all, false);

        // Of the nouns and pronouns in a chain with a name, how many are that name's: what the record would say.
        void Published(List<ChainedDocument> documents, double least)
        {
            var counts = documents.Select(d =>
            {
                var analysis = analyser.Analyse(d.Text);
                var found = new Counts();
                foreach (var chain in resolver.Resolve(analysis, null, least))
                {
                    var named = chain.Mentions.Where(m => m.Kind == MentionKind.Name).Select(m => EntityOf(d, analysis, m)).ToHashSet();
                    var others = chain.Mentions.Where(m => m.Kind != MentionKind.Name).ToList();
                    if (named.Count == 0) continue;
                    found.Predicted += others.Count;
                    found.PredictedHits += others.Count(m => EntityOf(d, analysis, m) is >= 0 and var entity && named.Contains(entity));
                }
                return found;
            }).ToList();
            var sum = new Counts();
            foreach (var found in counts) sum.Add(found);
            metrics.Add(new Metric("gum-all", FormattableString.Invariant($"right-above-{least:F1}"), sum.Precision, sum.Predicted));
        }

        // By the exact range, else by the smallest marked mention around the head: where a phrase ends does not change who is meant.
        static int EntityOf(ChainedDocument document, Analysis analysis, ChainMention mention)
        {
            var head = analysis.Tokens[mention.HeadToken].Span;
            var (best, length) = (-1, int.MaxValue);
            for (var e = 0; e < document.Entities.Count; e++)
            {
                foreach (var marked in document.Entities[e])
                {
                    if (marked.Span == mention.Span) return e;
                    if (marked.Span.Contains(head) && marked.Span.Length < length) (best, length) = (e, marked.Span.Length);
                }
            }
            return best;
        }

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

    private static void Pronouns(string corpora, EnglishAnalyser analyser, CoreferenceResolver resolver, List<Metric> metrics, TextWriter? errors)
    {
        var read = PronounExample.Read(Path.Combine(corpora, "gap", "dev.tsv")).Select(e => (Example: e, Analysis: analyser.Analyse(e.Text))).ToList();
        var scores = read.Select(r => (r.Example.IsFeminine, Counts: PronounScore.OfGiven(r.Example, r.Analysis, resolver))).ToList();
        metrics.Add(Bootstrap.F1("gap", "f1-own-mentions", [.. read.Select(r => PronounScore.Of(r.Example, r.Analysis, resolver.Resolve(r.Analysis)))]));
        if (errors is not null)
        {
            foreach (var (example, analysis) in read) PronounScore.WriteErrors(example, analysis, resolver.Resolve(analysis), errors);
        }
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
        foreach (var least in Thresholds.Where(t => t > 0))
        {
            var sure = new Counts();
            foreach (var (example, analysis) in read) sure.Add(PronounScore.Of(example, analysis, resolver.Resolve(analysis, null, least)));
            metrics.Add(new Metric("gap", FormattableString.Invariant($"right-above-{least:F1}"), sure.Precision, sure.Predicted));
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
