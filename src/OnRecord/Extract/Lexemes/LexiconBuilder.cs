namespace OnRecord.Extract.Lexemes;

/// <summary>Collects the words of the lexicon; a word that is added twice is one word with both classes.</summary>
internal sealed class LexiconBuilder
{
    private readonly Dictionary<string, Word> byText = new(StringComparer.Ordinal);

    public List<Word> Words { get; } = [];

    /// <summary>The word, made where it is new.</summary>
    public Word Add(string text, WordClass wordClass)
    {
        if (!byText.TryGetValue(text, out var word))
        {
            word = new Word { Text = text };
            byText.Add(text, word);
            Words.Add(word);
        }
        word.Class |= wordClass;
        return word;
    }

    /// <summary>Adds each of the words, which stand with blanks between.</summary>
    public void AddAll(string texts, WordClass wordClass)
    {
        foreach (var text in texts.Split(' ', StringSplitOptions.RemoveEmptyEntries)) Add(text, wordClass);
    }
}
