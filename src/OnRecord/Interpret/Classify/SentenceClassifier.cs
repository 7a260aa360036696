using OnRecord.Language.Learning;
using OnRecord.Language.ModelFiles;

namespace OnRecord.Interpret.Classify;

/// <summary>Gives a sentence one of several labels: a linear model over hashed features pooled with small networks. Immutable; safe to share between threads.</summary>
internal sealed class SentenceClassifier
{
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
    public float[] Probabilities(SentenceView view)
    {
        var features = new List<uint>();
        task.AddFeatures(view, features);
        var scores = new float[task.Labels];
        linear.AddScores(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(features), scores);
        // Long sentences have more features, not more certainty.
        var norm = 1 / MathF.Sqrt(Math.Max(1, features.Count));
        for (var i = 0; i < scores.Length; i++) scores[i] = linearShare * (scores[i] * norm + bias[i]);
        foreach (var network in networks) network.AddScores(view, (1 - linearShare) / networks.Length, scores);
        return Softmax(scores);
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
            var sum = LogOdds(probabilities[i]);
            if (i > 0) sum += context * LogOdds(probabilities[i - 1]);
            if (i + 1 < leaning.Length) sum += context * LogOdds(probabilities[i + 1]);
            leaning[i] = 1 / (1 + MathF.Exp(-sum));
        }
        return leaning;
    }

    private static float LogOdds(float[] probabilities)
    {
        var p = Math.Clamp(probabilities[1], 0.001f, 0.999f);
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
