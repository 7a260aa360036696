using System.Collections.Frozen;

namespace OnRecord.Interpret.Words;

/// <summary>Which act a word of reporting names, from the embedded list.</summary>
internal static class ActWords
{
    private static readonly FrozenDictionary<string, Act> Acts = Load();

    /// <summary>The act of a dictionary form; null where the word names none.</summary>
    public static Act? Of(string lemma) => Acts.TryGetValue(lemma, out var act) ? act : null;

    private static FrozenDictionary<string, Act> Load()
    {
        var acts = new Dictionary<string, Act>(StringComparer.Ordinal);
        foreach (var line in WordList.Lines("act-words.txt"))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var act = Enum.Parse<Act>(line[..colon], ignoreCase: true);
            foreach (var word in line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries)) acts.TryAdd(word, act);
        }
        return acts.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
