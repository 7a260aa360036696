using System.Diagnostics;
using OnRecord.Extract;
using OnRecord.Lab.Corpora;
using OnRecord.Language;
using OnRecord.Language.Learning;
using OnRecord.Models.English;

namespace OnRecord.Lab.Evaluate;

/// <summary>Scores the attribution stage against gold attributions: those of the corpus, over its tokens, or anyone's in brat's stand-off format.</summary>
internal static class AttributionEvaluation
{
    /// <summary>Scores both readings on the corpus.</summary>
    public static int Run(string corpora, string? json, TextWriter output) => Run(Corpus(corpora), "polnear", json, output);

    /// <summary>Scores both readings against a folder of texts with brat's annotations.</summary>
    public static int RunOn(string gold, string? json, TextWriter output) => Run(BratFolder.Read(gold), "gold", json, output);

    /// <summary>The part of the corpus that is held out.</summary>
    public static List<AttributionDocument> Corpus(string corpora) => AttributionDocument.Read(Path.Combine(corpora, "polnear", "dev.jsonl.gz"));

    public static AttributionScores Score(List<AttributionDocument> documents, Func<string, Analysis> analyse, AttributionReader reader)
    {
        var predictions = new List<List<Attribution>>();
        var isNested = documents.Any(document => document.IsNested);
        var tokens = 0;
        var clock = Stopwatch.StartNew();
        foreach (var document in documents)
        {
            var analysis = analyse(document.Text);
            tokens += analysis.Tokens.Count;
            predictions.Add(reader.Read(analysis));
        }
        var seconds = clock.Elapsed.TotalSeconds;
        // Where nobody marked an attribution inside another, one that is read there can be neither right nor wrong.
        if (!isNested) predictions = [.. predictions.Select(found => found.Where(a => a.Inside is null).ToList())];
        return new AttributionScores(documents, predictions) { Tokens = tokens, TokensPerSecond = tokens / seconds };
    }

    private static int Run(List<AttributionDocument> documents, string corpus, string? json, TextWriter output)
    {
        var vectors = WordVectors.Load(EnglishModels.Set.Open(WordVectors.ModelName));
        var analyser = EnglishAnalyser.Create(EnglishModels.Set);
        var accurate = Measure(text => analyser.Analyse(text), "attribution", corpus);
        var fast = Measure(text => Analyser.Analyse(text), "attribution-fast", corpus + "-fast");
        Metric.Write("attribution", [.. accurate.Metrics, .. fast.Metrics], json, output);
        var scores = accurate.Scores;
        output.WriteLine("confidence   attributions   right");
        foreach (var bin in scores.Judged.GroupBy(j => Math.Min(9, (int)(j.Confidence * 10))).OrderBy(g => g.Key))
        {
            output.WriteLine(FormattableString.Invariant($"{bin.Key / 10.0:F1} to {(bin.Key + 1) / 10.0:F1}   {bin.Count(),12}   {(double)bin.Count(j => j.IsRight) / bin.Count(),5:F2}"));
        }
        return 0;

        (AttributionScores Scores, List<Metric> Metrics) Measure(Func<string, Analysis> analyse, string model, string name)
        {
            var reader = new AttributionReader(EnglishModels.Set.Open(model), vectors);
            // Once for the code to be compiled, once for the clock.
            Score(documents, analyse, reader);
            var scores = Score(documents, analyse, reader);
            return (scores, [.. scores.Metrics(name, 400), new Metric(name, "tokens-per-second", scores.TokensPerSecond, scores.Tokens)]);
        }
    }
}
