using OnRecord.Lab.Corpora;
using OnRecord.Language;
using OnRecord.Language.Coreference;
using OnRecord.Language.Learning;
using OnRecord.Language.ModelFiles;

namespace OnRecord.Lab.Train.Coreference;

/// <summary>
/// Trains the choice between two names for a pronoun on the train part of GAP: a log-linear model of three outcomes, the one
/// name, the other, and neither, by AdaGrad. The ranking of antecedents has learned from the same pronouns and would be
/// believed too much; it is left out of the training, and its share in the sum is given.
/// </summary>
internal static class NameContestTraining
{
    private const int Epochs = 12;
    private const float Rate = 0.1f;
    private const float Decay = 2e-3f;
    private const int LeastCount = 3;

    // Tried on the dev part of GAP: 0 gave 72.1, 0.25 73.2, 0.5 72.1, 0.75 71.5, 1 71.1, 1.5 70.5.
    public const float RankingShare = 0.25f;

    /// <summary>Puts the choice into the weights of a folder.</summary>
    public static int Run(string corpora, string folder, TextWriter output, float share = RankingShare)
    {
        var models = ModelSet.FromFolder(folder);
        var file = models.Open(CoreferenceResolver.ModelName);
        var kept = file.Sections.Where(s => !s.Key.StartsWith("contest", StringComparison.Ordinal)).ToList();
        var none = Made(kept, FeatureWeights.Section("contest", 1, []), share);
        Write(none, folder);
        models = ModelSet.FromFolder(folder);
        var analyser = EnglishAnalyser.Create(models);
        var resolver = CoreferenceResolver.Create(models);
        var meetings = PronounExample.Read(Path.Combine(corpora, "gap", "train.tsv"))
            .Select(e => (Met: resolver.Meet(analyser.Analyse(e.Text), e.Pronoun, e.A, e.B), Label: e.IsA ? 0 : e.IsB ? 1 : 2))
            .Where(m => m.Met is not null).ToList();
        var table = new FeatureTable();
        foreach (var (met, _) in meetings)
        {
            table.Count(met!.One);
            table.Count(met.Other);
            table.Count([NameContest.Neither]);
        }
        table.Freeze(LeastCount);
        var weights = Learn([.. meetings.Select(m => (Rows: (int[][])[table.Rows(m.Met!.One), table.Rows(m.Met.Other), table.Rows([NameContest.Neither])], m.Label))], table.Features.Count, output);
        Write(Made(kept, FeatureWeights.Section("contest", 1, table.Features.Select((f, row) => (f, new[] { weights[row] }))), share), folder);
        output.WriteLine(FormattableString.Invariant($"contest: {meetings.Count} pronouns, {table.Features.Count} features"));
        return 0;

        ModelFile Made(IEnumerable<KeyValuePair<string, ReadOnlyMemory<byte>>> sections, KeyValuePair<string, ReadOnlyMemory<byte>> contest, float part) =>
            new([.. sections, contest, new("contest.share", Weights.Pack([part]))]) { Name = file.Name, FeatureSet = file.FeatureSet, Command = file.Command, Scores = file.Scores };
    }

    private static float[] Learn(List<(int[][] Rows, int Label)> examples, int features, TextWriter output)
    {
        var (weights, squares) = (new float[features], new float[features]);
        var random = new Xorshift(11);
        var order = examples.ToArray();
        var scores = new float[3];
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            var right = 0;
            foreach (var (rows, label) in order)
            {
                for (var o = 0; o < scores.Length; o++) scores[o] = rows[o].Sum(row => weights[row]);
                if (Array.IndexOf(scores, scores.Max()) == label) right++;
                var top = scores.Max();
                var all = scores.Sum(s => MathF.Exp(s - top));
                for (var o = 0; o < scores.Length; o++)
                {
                    var gradient = MathF.Exp(scores[o] - top) / all - (o == label ? 1 : 0);
                    foreach (var row in rows[o])
                    {
                        var g = gradient + Decay * weights[row];
                        squares[row] += g * g;
                        weights[row] -= Rate * g / (MathF.Sqrt(squares[row]) + 1e-6f);
                    }
                }
            }
            output.WriteLine(FormattableString.Invariant($"epoch {epoch + 1}: {(double)right / order.Length:P2} right"));
        }
        return weights;
    }

    private static void Write(ModelFile file, string folder)
    {
        using var stream = File.Create(Path.Combine(folder, CoreferenceResolver.ModelName + ".orm"));
        file.Write(stream);
    }
}
