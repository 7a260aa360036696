using System.Diagnostics;
using OnRecord.Lab.Corpora;
using OnRecord.Language;
using OnRecord.Models.English;

namespace OnRecord.Lab.Evaluate;

/// <summary>
/// Scores the language core on the dev parts: the treebanks as in the CoNLL 2018 shared task (words aligned by their
/// characters, relations without subtype), names by exact span and type, with the system's own tokens on running text.
/// </summary>
internal static class LanguageEvaluation
{
    public static int Run(string corpora, string? json, TextWriter output, bool showErrors = false)
    {
        var clock = Stopwatch.StartNew();
        var analyser = EnglishAnalyser.Create(EnglishModels.Set);
        var metrics = new List<Metric> { new("models", "load-milliseconds", clock.Elapsed.TotalMilliseconds, 1) };
        var errors = showErrors ? output : null;
        Treebanks("ewt", Treebank.Read(Path.Combine(corpora, "ewt", "dev.conllu.gz")), analyser, metrics, errors);
        var gum = Treebank.Read(Path.Combine(corpora, "gum", "dev.tar.gz"));
        Treebanks("gum", [.. gum.Where(d => IsSpokenOrNews(d.Id))], analyser, metrics, errors);
        Treebanks("gum-news", [.. gum.Where(d => d.Id.Contains("_news_", StringComparison.Ordinal))], analyser, metrics, null);
        metrics.Add(NameScore.Newswire(NamedText.ReadArchive(Path.Combine(corpora, "newswire-entities", "dev.tar.gz")), analyser, metrics, errors));
        metrics.Add(NameScore.Politics(NamedText.ReadFile(Path.Combine(corpora, "politics-entities", "dev.txt")), analyser, errors));
        metrics.Add(Speed(corpora, analyser));
        Metric.Write("language", metrics, json, output);
        return 0;
    }

    /// <summary>The genres of GUM that the product reads: news, interviews and speeches.</summary>
    private static bool IsSpokenOrNews(string id) => id.Contains("_news_", StringComparison.Ordinal) || id.Contains("_interview_", StringComparison.Ordinal) || id.Contains("_speech_", StringComparison.Ordinal);

    private static void Treebanks(string corpus, List<TreebankDocument> documents, EnglishAnalyser analyser, List<Metric> metrics, TextWriter? errors)
    {
        var scores = documents.Select(d => TreebankScore.Of(d, analyser.Analyse(d.Text))).ToList();
        foreach (var metric in TreebankScore.Metrics) metrics.Add(Bootstrap.F1(corpus, metric, scores.Select(s => s[metric]).ToList()));
        if (errors is null) return;
        foreach (var document in documents) TreebankScore.WriteErrors(corpus, document, analyser.Analyse(document.Text), errors);
    }

    private static Metric Speed(string corpora, EnglishAnalyser analyser)
    {
        var texts = NewsTexts.Read(Path.Combine(corpora, "polnear", "dev.jsonl.gz"));
        foreach (var text in texts.Take(20)) analyser.Analyse(text);
        var rates = new List<double>();
        var tokens = 0;
        for (var pass = 0; pass < 5; pass++)
        {
            // Time of this thread's processor would leave out the collector, so it is the time of the process, which reads on one thread.
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            tokens = texts.Sum(t => analyser.Analyse(t).Tokens.Count);
            rates.Add(tokens / (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds);
        }
        rates.Sort();
        return new Metric("polnear", "tokens-per-second", rates[2], tokens, rates[0], rates[^1]);
    }
}
