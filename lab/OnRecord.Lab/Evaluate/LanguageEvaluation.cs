using System.Diagnostics;
using OnRecord.Lab.Corpora;
using OnRecord.Language;
using OnRecord.Language.ModelFiles;
using OnRecord.Language.Text;

namespace OnRecord.Lab.Evaluate;

/// <summary>
/// Scores the language core on the dev parts: the treebanks as in the CoNLL 2018 shared task (words aligned by their
/// characters, relations without subtype), names by exact span and type, with the system's own tokens on running text.
/// </summary>
internal static class LanguageEvaluation
{
    public static int Run(string corpora, string? json, TextWriter output, ModelSet models, bool showErrors)
    {
        var clock = Stopwatch.StartNew();
        var analyser = EnglishAnalyser.Create(models);
        var metrics = new List<Metric> { new("models", "load-milliseconds", clock.Elapsed.TotalMilliseconds, 1) };
        var errors = showErrors ? output : null;
        Treebanks("ewt", Treebank.Read(Path.Combine(corpora, "ewt", "dev.conllu.gz")), analyser, metrics, errors);
        var gum = Treebank.Read(Path.Combine(corpora, "gum", "dev.tar.gz"));
        Treebanks("gum", [.. gum.Where(d => IsSpokenOrNews(d.Id))], analyser, metrics, errors);
        Treebanks("gum-news", [.. gum.Where(d => d.Id.Contains("_news_", StringComparison.Ordinal))], analyser, metrics, null);
        metrics.Add(NameScore.Newswire(NamedText.ReadArchive(Path.Combine(corpora, "newswire-entities", "dev.tar.gz")), analyser, metrics, errors));
        metrics.Add(NameScore.Politics(NamedText.ReadFile(Path.Combine(corpora, "politics-entities", "dev.txt")), analyser, errors));
        if (errors is not null) Judged(corpora, analyser, errors);
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
        HeadLosses.Write(corpus, documents, analyser, errors);
    }

    /// <summary>The places of political news where the learned splitter overrules the rules.</summary>
    private static void Judged(string corpora, EnglishAnalyser analyser, TextWriter errors)
    {
        int ends = 0, parted = 0, joined = 0;
        foreach (var text in NewsTexts.Read(Path.Combine(corpora, "polnear", "dev.jsonl.gz")))
        {
            var ruled = Analyser.Analyse(text).Sentences.Select(s => s.Span.End).ToHashSet();
            var own = analyser.Analyse(text).Sentences.Select(s => s.Span.End).ToHashSet();
            ends += ruled.Count;
            foreach (var end in own.Concat(ruled).Where(e => ruled.Contains(e) != own.Contains(e)).Order())
            {
                if (own.Contains(end)) parted++;
                else joined++;
                errors.WriteLine($"polnear {(own.Contains(end) ? "parted" : "joined")} {TreebankScore.Around(text, new TextSpan(end, end))}");
            }
        }
        errors.WriteLine(FormattableString.Invariant($"polnear sentences: {ends} by the rules; {parted} places parted and {joined} joined against them"));
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
