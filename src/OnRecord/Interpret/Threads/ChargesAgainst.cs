namespace OnRecord.Interpret.Threads;

/// <summary>The charges against one party, so that an answer is compared with those it may mean and not with all.</summary>
internal sealed class ChargesAgainst
{
    private readonly Dictionary<string, int> firstAbout = new(StringComparer.Ordinal);
    private readonly WordingIndex index = new(likeness: 0);

    /// <summary>Takes note of a charge; they come by day.</summary>
    public void Add(int number, AllegationReport charge, Wording wording)
    {
        if (charge.Step.Subject is { } subject) firstAbout.TryAdd(subject.Key, number);
        index.Add(number, wording);
    }

    /// <summary>
    /// The charges to compare an answer with: of those about the accord that it names the first, since all of them are one
    /// dispute; without an accord those that share a word with it.
    /// </summary>
    public IEnumerable<int> ThatMayBeMeant(AllegationReport answer, Wording wording)
    {
        if (answer.Step.Subject is not { } subject) return index.Candidates(wording);
        return firstAbout.TryGetValue(subject.Key, out var first) ? [first] : [];
    }
}
