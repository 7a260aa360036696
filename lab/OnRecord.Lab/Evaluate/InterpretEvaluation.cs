using OnRecord.Interpret.Classify;
using OnRecord.Lab.Train.Interpret;
using OnRecord.Language;
using OnRecord.Language.Learning;
using OnRecord.Models.English;
using OnRecord.Pipelines;

namespace OnRecord.Lab.Evaluate;

/// <summary>
/// Scores the shipped classifiers on the dev part of each corpus that has one. They are trained on all of the train part,
/// so where there is no dev part, nothing is scored that the model has seen: the cross-validated figures of the training,
/// each from models that had not seen the sentences they were scored on, are told in their place.
/// </summary>
internal static class InterpretEvaluation
{
    public static int Run(string corpora, string? json, TextWriter output, bool showErrors = false)
    {
        var analyser = EnglishAnalyser.Create(EnglishModels.Set);
        var vectors = WordVectors.Load(EnglishModels.Set.Open(WordVectors.ModelName));
        var file = EnglishModels.Set.Open(ClassifierTask.ModelName);
        file.RequireFeatureSet(ClassifierTask.FeatureSet);
        var checkworthy = new CheckworthyClassifier(EnglishModels.Set);
        var metrics = new List<Metric>();
        foreach (var corpus in InterpretCorpus.All)
        {
            var path = Path.Combine(corpora, corpus.DevFile);
            if (!File.Exists(path))
            {
                output.WriteLine($"{corpus.Name}: there is no {corpus.DevFile}. The figures are of {corpus.TrainFile}, cross-validated in {corpus.Folds} folds when the weights were made: each sentence was scored by a model that had not seen its {corpus.KeptTogether}, nor had that model's teacher where it had one.");
                metrics.AddRange(LabelScores.Told(file, corpus.Name));
                continue;
            }
            var samples = corpus.Samples(path, analyser);
            var classifier = new SentenceClassifier(file, corpus.Task, vectors);
            var views = samples.ConvertAll(s => s.View);
            IReadOnlyList<float[]> probabilities = corpus.Task == ClassifierTask.Checkworthy ? [.. checkworthy.Probabilities(views).Select(p => new[] { 1 - p, p })] : classifier.Probabilities(views);
            if (corpus.IsByGroup) probabilities = corpus.InContext(samples, probabilities, classifier.Context);
            int[] gold = [.. samples.Select(s => s.Label)];
            int[] predicted = [.. probabilities.Select(p => LabelScores.Decide(p, classifier.Threshold))];
            metrics.AddRange(LabelScores.Metrics(corpus, predicted, gold));
            if (!showErrors) continue;
            for (var i = 0; i < gold.Length; i++)
            {
                if (predicted[i] != gold[i]) output.WriteLine($"{corpus.Name}: {gold[i]} read as {predicted[i]}: {string.Join(' ', samples[i].View.Lemmas)}");
            }
        }
        var frames = Path.Combine("tests", "OnRecord.Tests", "Floors", "Frames");
        if (Directory.Exists(frames))
        {
            var scores = new FrameScores(StandardPipeline.Create(EnglishModels.Set), showErrors ? output : null);
            metrics.AddRange(scores.Pledges(Path.Combine(frames, "pledges.tsv")));
            metrics.AddRange(scores.Allegations(Path.Combine(frames, "allegations.txt")));
        }
        else output.WriteLine($"The annotated pledges and allegations are left out: there is no {frames} here. Run it from the root of a checkout.");
        AddSpeed(corpora, analyser, checkworthy, metrics, output);
        Metric.Write("interpret", metrics, json, output);
        return 0;
    }

    private static void AddSpeed(string corpora, EnglishAnalyser analyser, CheckworthyClassifier checkworthy, List<Metric> metrics, TextWriter output)
    {
        Speed.Measure(corpora, "interpret", text =>
        {
            var analysis = analyser.Analyse(text);
            checkworthy.Probabilities([.. analysis.Sentences.Select(s => new SentenceView(analysis, s.FirstToken, s.EndToken))]);
        }, metrics, output);
    }
}
