using System.Diagnostics;
using OnRecord.Lab.Corpora;
using OnRecord.Language.Entities;
using OnRecord.Language.Learning;
using OnRecord.Language.ModelFiles;

namespace OnRecord.Lab.Train.Language;

/// <summary>Trains the encoder with tags and syntax on the treebanks, and with names on newswire, all in one network.</summary>
internal static class LanguageTraining
{
    private const int BatchSentences = 16;

    /// <summary>The highest rate of learning; it rises over the first steps and falls to nothing in a straight line.</summary>
    private const double Rate = 2e-3;

    private const int WarmSteps = 200;

    /// <summary>The share of the sentences with names that each epoch draws: they are more words than the treebanks and learn faster.</summary>
    private const double NamesShare = 0.6;

    public static void Run(string corpora, string weights, LanguageTrainingOptions options, TextWriter output)
    {
        var vectors = WordVectors.Load(ModelSet.FromFolder(weights).Open(WordVectors.ModelName));
        var trees = TrainingText.Treebanks(corpora);
        var labels = Labels.Of(trees, TrainingText.Words(TrainingText.Newswire(corpora)));
        List<Example> syntax = [.. trees.Select(s => labels.Example(s, vectors))];
        List<Example> names = [.. TrainingText.Names(corpora, labels, vectors)];
        if (options.Limit > 0) (syntax, names) = ([.. syntax.Take(options.Limit)], [.. names.Take(options.Limit)]);
        var dev = Treebank.Read(Path.Combine(corpora, "ewt", "dev.conllu.gz")).SelectMany(d => d.Sentences).Select(s => labels.Example(s.Words, vectors)).ToList();
        var shape = new NetworkShape(vectors.Dimensions, labels.Words.Count + 1, labels.Universal.Count, labels.Penn.Count, labels.Relations.Count, NameLabels.Count) { Width = options.Width, Layers = options.Layers, Hidden = options.Hidden };
        var network = new Network(shape, vectors, seed: 1) { Rarity = labels.Rarity() };
        output.WriteLine(FormattableString.Invariant($"{syntax.Count} sentences with syntax, {syntax.Sum(e => e.Count)} words; {names.Count} with names, {names.Sum(e => e.Count)} words; {labels.Words.Count} learned words, {labels.Universal.Count} universal and {labels.Penn.Count} Penn tags, {labels.Relations.Count} relations; {network.Parameters.Sum(p => p.Count)} weights"));
        var random = new Random(2);
        var steps = options.Epochs * (syntax.Count / BatchSentences + (int)(names.Count * NamesShare) / BatchSentences);
        var step = 0;
        for (var epoch = 1; epoch <= options.Epochs; epoch++)
        {
            var clock = Stopwatch.StartNew();
            // Its own mistakes are worth following only once it makes some choices right.
            network.Explores = epoch > 1;
            var batches = Batches(syntax, random, 1).Concat(Batches(names, random, NamesShare)).ToArray();
            random.Shuffle(batches);
            var loss = 0.0;
            foreach (var batch in batches)
            {
                step++;
                loss += network.Learn(batch, Rate * Math.Min(1, (double)step / WarmSteps) * (1 - (double)step / (steps + 1)));
            }
            var score = GoldScore.Of(network, dev);
            output.WriteLine(FormattableString.Invariant($"epoch {epoch}: loss {loss / batches.Length:F3}, {clock.Elapsed.TotalSeconds:F0} s; dev {score}"));
            LanguageWeights.Write(network, labels, trees, Path.Combine(weights, "language.orm"), score);
        }
    }

    private static IEnumerable<Example[]> Batches(List<Example> examples, Random random, double share)
    {
        var order = examples.ToArray();
        random.Shuffle(order);
        return Enumerable.Range(0, (int)(order.Length * share) / BatchSentences).Select(i => order[(i * BatchSentences)..((i + 1) * BatchSentences)]);
    }
}
