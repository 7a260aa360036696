using OnRecord.Lab.Corpora;
using OnRecord.Language.Learning;

namespace OnRecord.Lab.Train.Language;

/// <summary>The words and labels that were seen in training, most frequent first, and sentences in their numbers.</summary>
internal sealed class Labels
{
    private readonly Dictionary<ulong, int> wordRows = [];
    private readonly List<int> wordCounts = [];

    /// <summary>Hashes of the words that are learned; word i has row i + 1.</summary>
    public List<ulong> Words { get; } = [];

    public List<string> Universal { get; private init; } = [];

    public List<string> Penn { get; private init; } = [];

    public List<string> Relations { get; private init; } = [];

    /// <summary>The words and labels of texts.</summary>
    /// <param name="sentences">Sentences with tags and syntax.</param>
    /// <param name="others">Words of other texts.</param>
    /// <param name="vocabulary">The words to learn, in their order; null for those that occur often enough.</param>
    public static Labels Of(List<IReadOnlyList<TreebankWord>> sentences, IEnumerable<string> others, IReadOnlyList<ulong>? vocabulary = null)
    {
        var words = sentences.SelectMany(s => s).ToList();
        var labels = new Labels
        {
            Universal = Ranked(words.Select(w => w.Universal)),
            Penn = Ranked(words.Select(w => w.Penn)),
            Relations = Ranked(words.Select(w => w.Relation)),
        };
        var counts = words.Select(w => w.Form).Concat(others).GroupBy(w => WordForm.Of(w).Lower).ToDictionary(g => g.Key, g => g.Count());
        foreach (var word in vocabulary ?? [.. counts.Where(c => c.Value > 2).OrderByDescending(c => c.Value).ThenBy(c => c.Key).Select(c => c.Key)])
        {
            labels.Words.Add(word);
            labels.wordCounts.Add(counts.GetValueOrDefault(word));
            labels.wordRows.Add(word, labels.Words.Count);
        }
        return labels;
    }

    /// <summary>The share of times a word is hidden in training, by row.</summary>
    public double[] Rarity() => [0, .. wordCounts.Select(c => 0.5 / (0.5 + c))];

    public int Word(ulong lower) => wordRows.GetValueOrDefault(lower);

    public Example Example(IReadOnlyList<TreebankWord> words, WordVectors vectors)
    {
        var forms = words.Select(w => WordForm.Of(w.Form)).ToArray();
        return new Example
        {
            Forms = forms,
            Words = [.. forms.Select(f => Word(f.Lower))],
            Vectors = [.. forms.Select(f => vectors.Find(f.Lower))],
            Universal = [.. words.Select(w => Universal.IndexOf(w.Universal))],
            Penn = [.. words.Select(w => Penn.IndexOf(w.Penn))],
            Heads = [.. words.Select(w => w.Head)],
            Relations = [.. words.Select(w => Relations.IndexOf(w.Relation))],
        };
    }

    private static List<string> Ranked(IEnumerable<string> labels) => [.. labels.GroupBy(l => l).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key)];
}
