using System.Globalization;
using OnRecord.Interpret.Classify;
using OnRecord.Lab.Train.Interpret;
using OnRecord.Language.Learning;
using OnRecord.Language.ModelFiles;

namespace OnRecord.Lab.Evaluate;

/// <summary>Scores of labelled sentences: accuracy and macro F1 over the labels that occur, or F1 of the second of two.</summary>
internal static class LabelScores
{
    /// <summary>The section of the weight file with the figures of the cross-validation: corpus, metric, value and count, a line each.</summary>
    public const string CrossValidated = "cross-validated";

    /// <summary>The figures that a corpus is measured by.</summary>
    public static List<Metric> Metrics(InterpretCorpus corpus, IReadOnlyList<int> predicted, IReadOnlyList<int> gold)
    {
        var metrics = new List<Metric>();
        if (corpus.Task == ClassifierTask.Events || corpus.Task == ClassifierTask.Claims) metrics.Add(new Metric(corpus.Name, "accuracy", Accuracy(predicted, gold), gold.Count));
        if (corpus.Task == ClassifierTask.Events) metrics.Add(new Metric(corpus.Name, "macro-f1", MacroF1(predicted, gold), gold.Count));
        if (corpus.Task == ClassifierTask.Checkworthy || corpus.Task == ClassifierTask.Pledges) metrics.Add(new Metric(corpus.Name, "f1", F1(predicted, gold, 1), gold.Count));
        return metrics;
    }

    /// <summary>The figures of the cross-validation that a weight file tells of a corpus.</summary>
    public static IEnumerable<Metric> Told(ModelFile file, string corpus) => Weights.ReadLines(file, CrossValidated)
        .Select(line => line.Split(' '))
        .Where(fields => fields[0] == corpus)
        .Select(fields => new Metric(fields[0], fields[1], double.Parse(fields[2], CultureInfo.InvariantCulture), int.Parse(fields[3], CultureInfo.InvariantCulture)));

    public static double Accuracy(IReadOnlyList<int> predicted, IReadOnlyList<int> gold) => (double)predicted.Where((p, i) => p == gold[i]).Count() / gold.Count;

    public static double F1(IReadOnlyList<int> predicted, IReadOnlyList<int> gold, int label)
    {
        var hits = predicted.Where((p, i) => p == label && gold[i] == label).Count();
        var all = predicted.Count(p => p == label) + gold.Count(g => g == label);
        return all == 0 ? 0 : 2.0 * hits / all;
    }

    public static double MacroF1(IReadOnlyList<int> predicted, IReadOnlyList<int> gold) => gold.Distinct().Order().Average(label => F1(predicted, gold, label));

    public static int Decide(float[] probabilities, float threshold) =>
        probabilities.Length == 2 ? probabilities[1] >= threshold ? 1 : 0 : Array.IndexOf(probabilities, probabilities.Max());

    /// <summary>The threshold with the best F1 of the second label, or the best accuracy.</summary>
    public static float BestThreshold(IReadOnlyList<float[]> probabilities, int[] gold, bool byAccuracy)
    {
        if (probabilities[0].Length != 2) return 0;
        var best = (Score: -1.0, Threshold: 0.5f);
        for (var threshold = 0.1f; threshold < 0.8f; threshold += 0.01f)
        {
            int[] predicted = [.. probabilities.Select(p => Decide(p, threshold))];
            var score = byAccuracy ? Accuracy(predicted, gold) : F1(predicted, gold, 1);
            if (score > best.Score) best = (score, threshold);
        }
        return best.Threshold;
    }

    public static string Describe(IReadOnlyList<float[]> probabilities, int[] gold, float threshold)
    {
        int[] predicted = [.. probabilities.Select(p => Decide(p, threshold))];
        return probabilities[0].Length == 2
            ? FormattableString.Invariant($"f1 {F1(predicted, gold, 1):F4}, accuracy {Accuracy(predicted, gold):F4} from {threshold:F2} on")
            : FormattableString.Invariant($"accuracy {Accuracy(predicted, gold):F4}, macro-f1 {MacroF1(predicted, gold):F4}");
    }
}
