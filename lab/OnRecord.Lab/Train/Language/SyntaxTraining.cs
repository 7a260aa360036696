using System.Diagnostics;
using System.Globalization;
using OnRecord.Lab.Corpora;
using OnRecord.Language;
using OnRecord.Language.Entities;
using OnRecord.Language.Learning;
using OnRecord.Language.ModelFiles;

namespace OnRecord.Lab.Train.Language;

/// <summary>Trains the parser that ships on the treebanks, over the encoder of a weight file, which with its tags and names stays as it is.</summary>
internal static class SyntaxTraining
{
    private const int BatchSentences = 16;

    /// <summary>The highest rate of learning; it rises over the first steps and falls to nothing in a straight line.</summary>
    private const double Rate = 2e-3;

    private const int WarmSteps = 200;

    public static void Run(string corpora, string weights, LanguageTrainingOptions options, TextWriter output)
    {
        var models = ModelSet.FromFolder(weights);
        var vectors = WordVectors.Load(models.Open(WordVectors.ModelName));
        var path = Path.Combine(weights, EnglishAnalyser.ModelName + ".orm");
        var file = Read(path);
        var trees = TrainingText.Treebanks(corpora);
        var labels = Labels.Of(trees, TrainingText.Words(TrainingText.Newswire(corpora)), Weights.ReadHashes(file, "vocabulary"));
        if (!labels.Relations.SequenceEqual(Weights.ReadLines(file, "relation-names")))
        {
            throw new InvalidDataException($"{path} was trained on treebanks with other relations than those of {corpora}. Make it anew with: lab train language --corpora {corpora}");
        }
        var sizes = Weights.ReadLines(file, "sizes").Select(s => int.Parse(s, CultureInfo.InvariantCulture)).ToArray();
        var shape = new NetworkShape(vectors.Dimensions, labels.Words.Count + 1, labels.Universal.Count, labels.Penn.Count, labels.Relations.Count, NameLabels.Count) { Width = sizes[2], Layers = sizes[3] };
        var encoder = new Network(shape, vectors, seed: 3) { Rarity = labels.Rarity(), DropoutScale = 0.5 };
        encoder.LoadEncoder(file);
        var parser = new ParserNetwork(encoder, shape with { Width = options.ParserWidth, Hidden = options.Hidden, SeesState = true }, seed: 4);
        List<Example> examples = [.. trees.Select(s => labels.Example(s, vectors))];
        if (options.Limit > 0) examples = [.. examples.Take(options.Limit)];
        var dev = Treebank.Read(Path.Combine(corpora, "ewt", "dev.conllu.gz")).SelectMany(d => d.Sentences).Select(s => labels.Example(s.Words, vectors)).ToList();
        output.WriteLine(FormattableString.Invariant($"parser: {examples.Count} sentences, {examples.Sum(e => e.Count)} words; {parser.Parameters.Sum(p => p.Count)} weights"));
        var random = new Random(5);
        var steps = options.ParserEpochs * (examples.Count / BatchSentences);
        var step = 0;
        for (var epoch = 1; epoch <= options.ParserEpochs; epoch++)
        {
            var clock = Stopwatch.StartNew();
            parser.Explores = epoch > 1;
            var order = examples.ToArray();
            random.Shuffle(order);
            var loss = 0.0;
            foreach (var batch in order.Chunk(BatchSentences).Where(b => b.Length == BatchSentences))
            {
                step++;
                loss += parser.Learn(batch, Rate * Math.Min(1, (double)step / WarmSteps) * (1 - (double)step / (steps + 1)));
            }
            output.WriteLine(FormattableString.Invariant($"parser, epoch {epoch}: loss {loss / Math.Max(1, examples.Count / BatchSentences):F3}, {clock.Elapsed.TotalSeconds:F0} s; dev {Score(parser, dev)}"));
        }
        LanguageWeights.WithParser(file, parser, path, Score(parser, dev));
    }

    private static ModelFile Read(string path)
    {
        using var stream = File.OpenRead(path);
        return ModelFile.Read(stream, path);
    }

    private static string Score(ParserNetwork parser, List<Example> dev)
    {
        int words = 0, attached = 0, labelled = 0;
        foreach (var batch in dev.Chunk(32))
        {
            foreach (var (example, own) in batch.Zip(parser.Parse(batch)))
            {
                for (var i = 0; i < example.Count; i++)
                {
                    words++;
                    if (own[i].Head != example.Heads![i]) continue;
                    attached++;
                    if (own[i].Relation == example.Relations![i]) labelled++;
                }
            }
        }
        return FormattableString.Invariant($"uas {(double)attached / words:F4} las {(double)labelled / words:F4}");
    }
}
