namespace OnRecord.Interpret.Threads;

/// <summary>
/// Numbers the words of many wordings by how few of them have each, so that comparing is a merge of numbers and an index
/// by the rarest words is short. Depends on the wordings alone and not on their order.
/// </summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> numbers;

    private Vocabulary(Dictionary<string, int> numbers) => this.numbers = numbers;

    public static Vocabulary Of(IEnumerable<string[]> wordings)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var words in wordings)
        {
            foreach (var word in words) counts[word] = counts.GetValueOrDefault(word) + 1;
        }
        return new Vocabulary(counts.OrderBy(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select((c, i) => (c.Key, i)).ToDictionary(c => c.Key, c => c.i, StringComparer.Ordinal));
    }

    /// <summary>The wording of words that were among those the vocabulary was made of.</summary>
    public Wording Wording(string[] words)
    {
        var found = Array.ConvertAll(words, word => numbers[word]);
        Array.Sort(found);
        return new Wording(found);
    }
}
