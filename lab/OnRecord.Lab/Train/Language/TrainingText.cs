using OnRecord.Lab.Corpora;
using OnRecord.Language;
using OnRecord.Language.Learning;

namespace OnRecord.Lab.Train.Language;

/// <summary>The texts that shipped weights of the language core are trained on.</summary>
internal static class TrainingText
{
    // Texts of these genres of GUM are under non-commercial terms.
    private static readonly string[] LeftOut = ["_fiction_", "_essay_", "_letter_", "_podcast_", "_whow_"];

    /// <summary>Sentences with tags and syntax.</summary>
    public static List<IReadOnlyList<TreebankWord>> Treebanks(string corpora) => [.. TreebankDocuments(corpora).SelectMany(d => d.Sentences).Select(s => s.Words)];

    /// <summary>Documents of the treebanks, whole.</summary>
    public static List<TreebankDocument> TreebankDocuments(string corpora) => [.. Treebank.Read(Path.Combine(corpora, "ewt", "train.conllu.gz")), .. Gum(corpora)];

    /// <summary>GUM without the genres that are left out.</summary>
    public static List<TreebankDocument> Gum(string corpora) => [.. Treebank.Read(Path.Combine(corpora, "gum", "train.tar.gz")).Where(d => !LeftOut.Any(g => d.Id.Contains(g, StringComparison.Ordinal)))];

    /// <summary>Newswire with all types of names.</summary>
    public static List<NamedText> Newswire(string corpora) => NamedText.ReadArchive(Path.Combine(corpora, "newswire-entities", "train.tar.gz"));

    /// <summary>The words of texts.</summary>
    public static IEnumerable<string> Words(IEnumerable<NamedText> texts) => texts.SelectMany(t => Analyser.Analyse(t.Text).Tokens.Select(w => w.Span.Slice(t.Text)));

    /// <summary>Sentences with names: newswire, encyclopedia sentences, and sentences on politics three times over because they are few.</summary>
    public static IEnumerable<Example> Names(string corpora, Labels labels, WordVectors vectors)
    {
        var politics = NamedText.ReadFile(Path.Combine(corpora, "politics-entities", "train.txt"));
        var encyclopedia = NamedText.ReadFile(Path.Combine(corpora, "wikigold", "wikigold.txt"));
        return NamedSentences.Of(Newswire(corpora), labels, vectors, isComplete: true)
            .Concat(NamedSentences.Of(encyclopedia.Lines(), labels, vectors, isComplete: false))
            .Concat(Enumerable.Repeat(politics, 3).SelectMany(t => NamedSentences.Of(t.Lines(), labels, vectors, isComplete: false)));
    }
}
