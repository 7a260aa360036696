using OnRecord.Language.Learning;
using OnRecord.Language.ModelFiles;

namespace OnRecord.Interpret.Classify;

/// <summary>How much each sentence is worth checking: every sentence is read by the small classifier, and those in doubt once more by an encoder. Immutable; safe to share between threads.</summary>
internal sealed class CheckworthyClassifier
{
    /// <summary>The name of the weight file of the second reading.</summary>
    public const string ModelName = "checkworthy";

    /// <summary>The identity of its pieces and layers.</summary>
    public const string FeatureSet = "checkworthy/1 wordpieces/1 bert/1";

    private readonly SentenceClassifier first;
    private readonly SecondReading second;

    /// <summary>The classifier of a set of weights.</summary>
    /// <exception cref="Language.OnRecordException">OR3001, OR3002 or OR3003: a model is missing, damaged or of another version.</exception>
    public CheckworthyClassifier(ModelSet models)
    {
        first = new SentenceClassifier(models.Open(ClassifierTask.ModelName), ClassifierTask.Checkworthy, WordVectors.Load(models.Open(WordVectors.ModelName)));
        var file = models.Open(ModelName);
        file.RequireFeatureSet(FeatureSet);
        second = new SecondReading(file);
    }

    /// <summary>From which probability on a sentence is worth checking; chosen by cross-validation.</summary>
    public float Threshold => first.Threshold;

    /// <summary>The probability that each of some sentences is worth checking.</summary>
    public float[] Probabilities(IReadOnlyList<SentenceView> sentences)
    {
        float[] probabilities = [.. first.Probabilities(sentences).Select(p => p[1])];
        second.Reconsider(probabilities, i => sentences[i].Text);
        return probabilities;
    }
}
