namespace OnRecord.Interpret.Threads;

/// <summary>
/// Finds which of the wordings put in can share enough words with another one, without comparing it with all: two that are
/// alike share one of the rarest few of each (prefix filtering; Bayardo, Ma and Srikant 2007). At most
/// <see cref="MostEach"/> wordings are looked at for a word, the last put in.
/// </summary>
internal sealed class WordingIndex(double likeness)
{
    // Of a word that thousands of wordings have, the last are the ones that a report repeats.
    private const int MostEach = 256;

    private readonly Dictionary<int, List<int>> byWord = [];

    public void Add(int number, Wording wording)
    {
        foreach (var word in wording.Rarest(likeness))
        {
            if (!byWord.TryGetValue(word, out var those)) byWord[word] = those = [];
            if (those.Count == 0 || those[^1] != number) those.Add(number);
        }
    }

    /// <summary>The numbers of the wordings that can be alike, each once, in their order.</summary>
    public List<int> Candidates(Wording wording)
    {
        var found = new List<int>();
        foreach (var word in wording.Rarest(likeness))
        {
            if (byWord.TryGetValue(word, out var those)) found.AddRange(those[Math.Max(0, those.Count - MostEach)..]);
        }
        found.Sort();
        var kept = 0;
        for (var i = 0; i < found.Count; i++)
        {
            if (kept == 0 || found[i] != found[kept - 1]) found[kept++] = found[i];
        }
        found.RemoveRange(kept, found.Count - kept);
        return found;
    }
}
