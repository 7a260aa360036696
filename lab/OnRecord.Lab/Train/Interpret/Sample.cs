using OnRecord.Interpret.Classify;

namespace OnRecord.Lab.Train.Interpret;

/// <summary>A sentence ready to be learned from.</summary>
/// <param name="View">What the classifiers see.</param>
/// <param name="Features">Its hashed features.</param>
/// <param name="Label">Its label; -1 where nobody gave it one.</param>
/// <param name="Group">What it must not be parted from.</param>
/// <param name="Text">Its words as they were written.</param>
internal sealed record Sample(SentenceView View, uint[] Features, int Label, string Group, string Text)
{
    /// <summary>What a teacher holds each label's probability to be; null without a teacher.</summary>
    public float[]? Taught { get; init; }

    /// <summary>What each teacher pooled of the sentence, standardised; none without a teacher.</summary>
    public Half[][] Hints { get; init; } = [];

    /// <summary>A sentence without a label.</summary>
    public static Sample Of(ClassifierTask task, SentenceView view, string text, int label = -1, string group = "")
    {
        // In order, so that sums of weights are the same whatever order they are read in.
        uint[] features = [.. task.Features(view).Order()];
        return new Sample(view, features, label, group, text);
    }

    /// <summary>The probability to learn for each label.</summary>
    public float[] Targets(int labels, float smoothing, float taughtShare) => [.. Enumerable.Range(0, labels).Select(label => Target(label, labels, smoothing, taughtShare))];

    /// <summary>The probability to learn for a label.</summary>
    /// <param name="label">The label.</param>
    /// <param name="labels">How many there are.</param>
    /// <param name="smoothing">How far what people said is doubted.</param>
    /// <param name="taughtShare">How much the teacher weighs beside what people said.</param>
    public float Target(int label, int labels, float smoothing, float taughtShare)
    {
        var gold = Label < 0 ? 0 : Label == label ? 1 - smoothing : smoothing / (labels - 1);
        if (Taught is null) return gold;
        return Label < 0 ? Taught[label] : taughtShare * Taught[label] + (1 - taughtShare) * gold;
    }
}
