using System.Diagnostics;
using OnRecord.Extract;
using OnRecord.Lab.Corpora;
using OnRecord.Language;
using OnRecord.Language.Text;
using OnRecord.Models.English;

namespace OnRecord.Lab.Evaluate;

/// <summary>Scores the attribution stage against gold attributions, over the tokens of the corpus.</summary>
internal static class AttributionEvaluation
{
    public static int Run(string corpora, string? json, TextWriter output)
    {
        var documents = AttributionDocument.Read(Path.Combine(corpora, "polnear", "dev.jsonl.gz"));
        var reader = new AttributionReader(EnglishModels.Set.Open("attribution"));
        // Once for the code to be compiled, once for the clock.
        Score(documents, reader);
        var scores = Score(documents, reader);
        var metrics = scores.Metrics("polnear", 400).ToList();
        metrics.Add(new Metric("polnear", "tokens-per-second", scores.TokensPerSecond, scores.Tokens));
        Metric.Write("attribution", metrics, json, output);
        return 0;
    }

    public static AttributionScores Score(List<AttributionDocument> documents, AttributionReader reader)
    {
        var predictions = new List<List<Attribution>>();
        var tokens = 0;
        var clock = Stopwatch.StartNew();
        foreach (var document in documents)
        {
            var analysis = Analyser.Analyse(document.Text);
            tokens += analysis.Tokens.Count;
            predictions.Add(reader.Read(analysis));
        }
        var seconds = clock.Elapsed.TotalSeconds;
        return new AttributionScores(documents, predictions) { Tokens = tokens, TokensPerSecond = tokens / seconds };
    }
}
