using OnRecord.Interpret.Classify;
using OnRecord.Lab.Corpora;
using OnRecord.Language;

namespace OnRecord.Lab.Train.Interpret;

/// <summary>One task with the corpus it is learned from and scored on.</summary>
/// <param name="Name">The corpus' name.</param>
/// <param name="Task">The task.</param>
/// <param name="TrainFile">The train part, under the folder of corpora.</param>
/// <param name="DevFile">The dev part, which may be missing.</param>
/// <param name="Read">Reads either.</param>
/// <param name="Folds">Into how many parts it is cut for cross-validation.</param>
/// <param name="Networks">How many networks are pooled.</param>
/// <param name="IsByGroup">Whether each fold is one group whose sentences stand in order, rather than groups dealt out by their hash.</param>
internal sealed record InterpretCorpus(string Name, ClassifierTask Task, string TrainFile, string DevFile, Func<string, List<LabelledSentence>> Read, int Folds, int Networks, bool IsByGroup)
{
    public static IReadOnlyList<InterpretCorpus> All { get; } =
    [
        new("plover", ClassifierTask.Events, "plover/train.tsv", "plover/dev.tsv", LabelledSentences.Plover, 8, 2, false),
        new("claimbuster", ClassifierTask.Checkworthy, "claimbuster/train.jsonl.gz", "claimbuster/dev.jsonl.gz", LabelledSentences.ClaimBuster, 3, 1, false),
        new("policlaim", ClassifierTask.Claims, "policlaim/train.tsv", "policlaim/dev.tsv", LabelledSentences.PoliClaim, 8, 1, true),
        new("pledges", ClassifierTask.Pledges, "pledges/train.tsv.gz", "pledges/dev.tsv.gz", LabelledSentences.Pledges, 8, 1, true),
    ];

    /// <summary>What a fold keeps together.</summary>
    public string KeptTogether => Name switch { "policlaim" => "speech", "pledges" => "manifesto", _ => "text" };

    /// <summary>The fold of each sample.</summary>
    public int[] FoldsOf(IReadOnlyList<Sample> samples)
    {
        var groups = samples.Select(s => s.Group).Distinct().Order(StringComparer.Ordinal).Select((g, i) => (g, i)).ToDictionary(p => p.g, p => p.i, StringComparer.Ordinal);
        return [.. samples.Select(s => IsByGroup ? groups[s.Group] % Folds : (int)(OnRecord.Language.Learning.Fnv.Hash(s.Group) % (uint)Folds))];
    }

    /// <summary>The probabilities with each sentence leaning on its neighbours in the same speech or manifesto, where sentences stand in order.</summary>
    public List<float[]> InContext(IReadOnlyList<Sample> samples, IReadOnlyList<float[]> probabilities, float context)
    {
        if (!IsByGroup) return [.. probabilities];
        var leaning = new List<float[]>();
        for (var from = 0; from < samples.Count;)
        {
            var end = from + 1;
            while (end < samples.Count && samples[end].Group == samples[from].Group) end++;
            leaning.AddRange(SentenceClassifier.InContext([.. probabilities.Skip(from).Take(end - from)], context).Select(p => new[] { 1 - p, p }));
            from = end;
        }
        return leaning;
    }

    public List<Sample> Samples(string path, EnglishAnalyser analyser) => [.. Read(path).Select(s =>
    {
        var analysis = analyser.Analyse(s.Text);
        return Sample.Of(Task, new SentenceView(analysis, 0, analysis.Tokens.Count, s.Source, s.Target), s.Text, s.Label, s.Group);
    })];
}
