namespace OnRecord.Interpret.Threads;

/// <summary>The pledges found so far, to be looked up by who pledges and in which words.</summary>
internal sealed class PledgesKnown
{
    private readonly Dictionary<string, WordingIndex> byPledger = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WordingIndex> byDocument = new(StringComparer.Ordinal);

    /// <summary>The threads, in the order of their first reports.</summary>
    public List<PledgeThread> Threads { get; } = [];

    /// <summary>Of each thread the latest words.</summary>
    public List<WordedPledge> Latest { get; } = [];

    /// <summary>The threads that somebody pledges who pledges here, and those of the same document, where a word is shared.</summary>
    public List<int> Candidates(PledgeStep step, Wording words)
    {
        var found = new SortedSet<int>();
        foreach (var pledger in step.Pledgers)
        {
            if (byPledger.TryGetValue(pledger.Key, out var index)) found.UnionWith(index.Candidates(words));
        }
        if (byDocument.TryGetValue(step.Citation.Document, out var beside)) found.UnionWith(beside.Candidates(words));
        return [.. found];
    }

    public void Open(PledgeThread thread, WordedPledge report, Wording words)
    {
        Threads.Add(thread);
        Latest.Add(report);
        Add(Threads.Count - 1, report.Step, words);
    }

    /// <summary>Adds a report to a thread. What takes a pledge back, or leaves the measure out, leaves the words as they were.</summary>
    public void Continue(int number, PledgeThread thread, WordedPledge report, Wording words)
    {
        Threads[number] = thread;
        Latest[number] = report with
        {
            Measure = report.Measure.Count > 0 ? report.Measure : Latest[number].Measure,
            Action = report.Step.Frame.Move == PledgeMove.Withdrawn ? Latest[number].Action : report.Action,
        };
        Add(number, report.Step, words);
    }

    private void Add(int number, PledgeStep step, Wording words)
    {
        foreach (var pledger in Threads[number].Pledgers) Of(byPledger, pledger.Key).Add(number, words);
        Of(byDocument, step.Citation.Document).Add(number, words);
    }

    private static WordingIndex Of(Dictionary<string, WordingIndex> indexes, string key)
    {
        if (!indexes.TryGetValue(key, out var index)) indexes[key] = index = new WordingIndex(likeness: 0);
        return index;
    }
}
