using OnRecord.Lab.Train;

namespace OnRecord.Lab.Bench.Serve;

/// <summary>
/// Words and names put together from syllables, and drawn so that the second is half as frequent as the first, the third a third
/// (Zipf's law, which words of a language and people in the news both follow well enough for a load).
/// </summary>
internal sealed class GeneratedWords
{
    private static readonly string[] Onsets = ["b", "br", "c", "ch", "d", "dr", "f", "fl", "g", "gr", "h", "k", "l", "m", "n", "p", "pl", "r", "s", "st", "t", "tr", "v", "w"];
    private static readonly string[] Vowels = ["a", "e", "i", "o", "u", "ai", "ea", "ou"];
    private static readonly string[] Codas = ["", "", "l", "m", "n", "r", "s", "t", "nd", "rk"];

    private readonly string[] words;
    private readonly float[] upTo;

    private GeneratedWords(string[] words)
    {
        this.words = words;
        upTo = new float[words.Length];
        var sum = 0.0;
        for (var rank = 0; rank < words.Length; rank++) upTo[rank] = (float)(sum += 1.0 / (rank + 1));
        for (var rank = 0; rank < words.Length; rank++) upTo[rank] /= (float)sum;
    }

    public int Count => words.Length;

    public string this[int rank] => words[rank];

    public static GeneratedWords Words(int count, Xorshift chance) => new(Distinct(count, () => Word(chance, 1 + chance.Next(3))));

    /// <summary>First and last names.</summary>
    public static GeneratedWords Names(int count, Xorshift chance) => new(Distinct(count, () => $"{Capital(Word(chance, 2))} {Capital(Word(chance, 2 + chance.Next(2)))}"));

    /// <summary>The rank of a word, the frequent ones more often.</summary>
    public int Draw(Xorshift chance)
    {
        var found = Array.BinarySearch(upTo, chance.NextSingle());
        return Math.Min(found >= 0 ? found : ~found, words.Length - 1);
    }

    public static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static string[] Distinct(int count, Func<string> make)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var all = new List<string>(count);
        while (all.Count < count)
        {
            if (make() is var word && found.Add(word)) all.Add(word);
        }
        return [.. all];
    }

    private static string Word(Xorshift chance, int syllables)
    {
        var word = "";
        for (var i = 0; i < syllables; i++) word += Onsets[chance.Next(Onsets.Length)] + Vowels[chance.Next(Vowels.Length)] + Codas[chance.Next(Codas.Length)];
        return word;
    }
}
