namespace OnRecord.Interpret.Threads;

/// <summary>
/// Finds which of the wordings put in can share enough words with another one, without comparing it with all: two sets of
/// words that are alike share one of the first few of each, in any order that is the same for both (prefix filtering;
/// Bayardo, Ma and Srikant 2007). At most <see cref="MostEach"/> wordings are looked at for a word, the last put in.
/// </summary>
internal sealed class WordingIndex(double likeness)
{
    // Of a word that thousands of wordings begin with, the last are the ones that a report repeats.
    private const int MostEach = 256;

    private readonly Dictionary<string, List<int>> postings = new(StringComparer.Ordinal);

    public void Add(int wording, string[] words)
    {
        foreach (var word in First(words))
        {
            if (!postings.TryGetValue(word, out var those)) postings[word] = those = [];
            if (those.Count == 0 || those[^1] != wording) those.Add(wording);
        }
    }

    /// <summary>The wordings that can be alike, in the order they were put in.</summary>
    public IEnumerable<int> Candidates(string[] words)
    {
        var found = new SortedSet<int>();
        foreach (var word in First(words))
        {
            if (!postings.TryGetValue(word, out var those)) continue;
            for (var i = Math.Max(0, those.Count - MostEach); i < those.Count; i++) found.Add(those[i]);
        }
        return found;
    }

    private string[] First(string[] words) => words.Length == 0 ? words : words[..Math.Min(words.Length, words.Length - (int)Math.Ceiling(likeness * words.Length) + 1)];
}
