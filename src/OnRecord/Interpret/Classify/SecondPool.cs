namespace OnRecord.Interpret.Classify;

/// <summary>What is read a second time, and how both readings are joined. Once for training and reading.</summary>
/// <param name="Share">How much the second weighs.</param>
/// <param name="Shift">What both together are shifted by, in logarithms of odds, so that they are decided at the threshold of the first.</param>
/// <param name="Low">From which probability of the first on a sentence is read again.</param>
/// <param name="High">And up to which.</param>
internal readonly record struct SecondPool(float Share, float Shift, float Low, float High)
{
    /// <summary>Whether a sentence of that probability is read again.</summary>
    public bool IsDoubtful(float first) => first >= Low && first <= High;

    /// <summary>The probability that both readings have together.</summary>
    /// <param name="first">The probability by the first.</param>
    /// <param name="second">The score by the second.</param>
    public float Joined(float first, float second) => 1 / (1 + MathF.Exp(-(Share * second + (1 - Share) * SentenceClassifier.LogOdds(first) + Shift)));
}
