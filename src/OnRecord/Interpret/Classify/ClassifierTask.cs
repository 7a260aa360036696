namespace OnRecord.Interpret.Classify;

/// <summary>What is to be told of a sentence, and from which features.</summary>
/// <param name="Name">What its sections of the weight file begin with.</param>
/// <param name="Labels">The number of labels.</param>
/// <param name="Features">The hashed features of a sentence, each once, in no order.</param>
internal sealed record ClassifierTask(string Name, int Labels, Func<SentenceView, uint[]> Features)
{
    /// <summary>The name of the weight file.</summary>
    public const string ModelName = "interpret";

    /// <summary>The identity of the features and layers.</summary>
    public const string FeatureSet = "interpret/1 sentence-features/1 event-features/1 sru48";

    /// <summary>The PLOVER root code of what a source does to a target.</summary>
    public static ClassifierTask Events { get; } = new("events", 15, EventFeatures.Of);

    /// <summary>Whether a sentence of a debate is worth checking (ClaimBuster).</summary>
    public static ClassifierTask Checkworthy { get; } = new("checkworthy", 2, view => view.Surface);

    /// <summary>Whether a sentence of a speech makes a claim (PoliClaim).</summary>
    public static ClassifierTask Claims { get; } = new("claims", 2, view => view.Surface);

    /// <summary>Whether a sentence of a manifesto is a pledge.</summary>
    public static ClassifierTask Pledges { get; } = new("pledges", 2, view => view.Surface);

    /// <summary>Every task, in the order of the weight file.</summary>
    public static IReadOnlyList<ClassifierTask> All { get; } = [Events, Checkworthy, Claims, Pledges];
}
