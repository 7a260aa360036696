using OnRecord.Lab.Corpora;
using OnRecord.Language;
using OnRecord.Language.Learning;
using OnRecord.Language.ModelFiles;
using OnRecord.Language.Text;
using OnRecord.Language.Tokens;

namespace OnRecord.Lab.Train.Language;

/// <summary>Makes the weights that tell where sentences end: a logistic regression by AdaGrad over the places where one may.</summary>
internal static class SentenceTraining
{
    private const int Epochs = 12;
    private const int LeastCount = 3;
    private const float Rate = 0.1f;
    private const float Decay = 2e-5f;

    /// <summary>Smaller weights are left out of the file: they decide nothing, and the table is faster to look into.</summary>
    private const float Smallest = 0.04f;

    public static void Run(string corpora, string target, TextWriter output)
    {
        var places = Places(corpora);
        var table = new FeatureTable();
        foreach (var place in places) table.Count(place.Features);
        table.Freeze(LeastCount);
        var rows = places.Select(p => table.Rows(p.Features)).ToArray();
        var (weights, bias, wrong) = Learn(rows, [.. places.Select(p => p.IsEnd)], table.Features.Count);
        var kept = table.Features.Zip(weights).Where(w => Math.Abs(w.Second) >= Smallest).Select(w => (w.First, new[] { w.Second })).ToList();
        var scores = FormattableString.Invariant($"{places.Count} places, {places.Count(p => p.IsEnd)} ends; {wrong} judged wrongly in the last epoch; {kept.Count} features");
        var file = new ModelFile([FeatureWeights.Section("gaps", 1, kept), new("bias", Weights.Pack([bias]))])
        {
            Name = SentenceEnds.ModelName,
            FeatureSet = SentenceEnds.FeatureSet,
            Command = "lab train sentences --corpora DIR",
            Scores = scores,
        };
        using var stream = File.Create(target);
        file.Write(stream);
        output.WriteLine(FormattableString.Invariant($"sentences: {scores}, {stream.Length / 1e3:F0} kB, {target}"));
    }

    /// <summary>The places of the treebanks where a sentence may end, each read after the gold sentences before it.</summary>
    private static List<(uint[] Features, bool IsEnd)> Places(string corpora)
    {
        var places = new List<(uint[], bool)>();
        foreach (var document in TrainingText.TreebankDocuments(corpora))
        {
            var ends = document.Sentences.Select(s => s.Span.End).ToHashSet();
            Analyser.Analyse(document.Text, apart: null, (end, isRuled, features) =>
            {
                var isEnd = ends.Contains(end);
                places.Add((features.ToArray(), isEnd));
                return isEnd;
            });
        }
        return places;
    }

    private static (float[] Weights, float Bias, int Wrong) Learn(int[][] rows, bool[] ends, int features)
    {
        var weights = new float[features];
        var sums = new float[features];
        float bias = 0, biasSum = 0;
        var order = Enumerable.Range(0, rows.Length).ToArray();
        var chance = new Xorshift(17);
        var wrong = 0;
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            wrong = 0;
            chance.Shuffle(order);
            foreach (var place in order)
            {
                var score = bias;
                foreach (var row in rows[place]) score += weights[row];
                if (score > 0 != ends[place]) wrong++;
                var slope = 1 / (1 + MathF.Exp(-score)) - (ends[place] ? 1 : 0);
                biasSum += slope * slope;
                bias -= Rate * slope / (1e-3f + MathF.Sqrt(biasSum));
                foreach (var row in rows[place])
                {
                    var g = slope + Decay * weights[row];
                    sums[row] += g * g;
                    weights[row] -= Rate * g / (1e-3f + MathF.Sqrt(sums[row]));
                }
            }
        }
        return (weights, bias, wrong);
    }
}
