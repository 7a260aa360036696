namespace OnRecord.Interpret.Threads;

/// <summary>Keeps each word once, however many wordings have it.</summary>
internal sealed class WordPool
{
    private readonly Dictionary<string, string> words = new(StringComparer.Ordinal);

    /// <summary>The content words of a wording.</summary>
    public string[] ContentOf(string wording) => Array.ConvertAll(ContentWords.Of(wording), Kept);

    private string Kept(string word)
    {
        if (words.TryGetValue(word, out var kept)) return kept;
        words[word] = word;
        return word;
    }
}
