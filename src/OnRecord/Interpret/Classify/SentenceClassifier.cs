using OnRecord.Language.Learning;
using OnRecord.Language.ModelFiles;

namespace OnRecord.Interpret.Classify;

/// <summary>Gives a sentence one of several labels: a linear model over hashed features pooled with small networks. Immutable; safe to share between threads.</summary>
internal sealed class SentenceClassifier
{
    // Words that the networks read side by side: enough for products of whole blocks, little enough to stay near the processor.
    private const int MostTogether = 1000;

    private readonly FeatureWeights linear;
    private readonly float[] bias;
    private readonly SentenceNetwork[] networks;
    private readonly float linearShare;
    private readonly ClassifierTask task;

    /// <summary>The classifier of one task.</summary>
    public SentenceClassifier(ModelFile file, ClassifierTask task, WordVectors vectors)
    {
        this.task = task;
        linear = FeatureWeights.Read(file, task.Name + ".linear");
        bias = Weights.Read(file, task.Name + ".linear-bias", task.Labels);
        var pool = Weights.Read(file, task.Name + ".pool", 4);
        linearShare = pool[0];
        Threshold = pool[1];
        Context = pool[3];
        networks = new SentenceNetwork[(int)pool[2]];
        for (var i = 0; i < networks.Length; i++) networks[i] = new SentenceNetwork(file, FormattableString.Invariant($"{task.Name}.network{i}"), task.Labels, vectors);
    }

    /// <summary>From which probability on a sentence has the second of two labels; chosen by cross-validation.</summary>
    public float Threshold { get; }

    /// <summary>How much a sentence leans on those beside it; chosen by cross-validation.</summary>
    public float Context { get; }

    /// <summary>The probability of each label.</summary>
    public float[] Probabilities(SentenceView sentence) => Probabilities([sentence])[0];

    /// <summary>The probability of each label, for each of some sentences; they cost less together than one by one.</summary>
    public float[][] Probabilities(IReadOnlyList<SentenceView> sentences)
    {
        var all = new float[sentences.Count][];
        var first = 0;
        while (first < sentences.Count)
        {
            var (end, words) = (first, 0);
            while (end < sentences.Count && (end == first || words + sentences[end].Count <= MostTogether)) words += sentences[end++].Count;
            var together = sentences.Skip(first).Take(end - first).ToList();
            var scores = new float[together.Count * task.Labels];
            for (var i = 0; i < together.Count; i++) AddLinear(together[i], scores.AsSpan(i * task.Labels, task.Labels));
            foreach (var network in networks) network.AddScores(together, (1 - linearShare) / networks.Length, scores);
            for (var i = 0; i < together.Count; i++) all[first + i] = Softmax(scores[(i * task.Labels)..((i + 1) * task.Labels)]);
            first = end;
        }
        return all;
    }

    /// <summary>
    /// The probability of the second of two labels for sentences that follow one another, each leaning on its neighbours:
    /// pledges stand beside pledges.
    /// </summary>
    public float[] InContext(IReadOnlyList<float[]> probabilities) => InContext(probabilities, Context);

    /// <summary>The same with a given weight of the neighbours.</summary>
    public static float[] InContext(IReadOnlyList<float[]> probabilities, float context)
    {
        var leaning = new float[probabilities.Count];
        for (var i = 0; i < leaning.Length; i++)
        {
            var sum = LogOdds(probabilities[i][1]);
            if (i > 0) sum += context * LogOdds(probabilities[i - 1][1]);
            if (i + 1 < leaning.Length) sum += context * LogOdds(probabilities[i + 1][1]);
            leaning[i] = 1 / (1 + MathF.Exp(-sum));
        }
        return leaning;
    }

    private void AddLinear(SentenceView sentence, Span<float> scores)
    {
        var features = task.Features(sentence);
        linear.Ask(features);
        linear.AddScores(features, scores);
        // Long sentences have more features, not more certainty.
        var norm = 1 / MathF.Sqrt(Math.Max(1, features.Length));
        for (var i = 0; i < scores.Length; i++) scores[i] = linearShare * (scores[i] * norm + bias[i]);
    }

    /// <summary>How much likelier than not something of a probability is, by its logarithm; never without bounds.</summary>
    public static float LogOdds(float probability)
    {
        var p = Math.Clamp(probability, 0.001f, 0.999f);
        return MathF.Log(p / (1 - p));
    }

    /// <summary>Turns scores into probabilities in place.</summary>
    public static float[] Softmax(float[] scores)
    {
        var top = scores.Max();
        var sum = 0f;
        for (var i = 0; i < scores.Length; i++) sum += scores[i] = MathF.Exp(scores[i] - top);
        for (var i = 0; i < scores.Length; i++) scores[i] /= sum;
        return scores;
    }
}
