using OnRecord.Language.Learning;

namespace OnRecord.Lab.Train;

/// <summary>A sequence to learn from: the features of each token, as rows into the trainer's table, and its label.</summary>
internal sealed record ChainExample(int[][] Features, byte[] Labels);

/// <summary>
/// Trains a linear-chain conditional random field by stochastic gradients with AdaGrad, dropping features at random.
/// One thread and a seed: the same corpora give the same weights.
/// </summary>
internal sealed class ChainTrainer(int labels, int rows)
{
    public required int Epochs { get; init; }

    public required float Rate { get; init; }

    /// <summary>The share of features left out of each token at each step, so that rare words do not carry what context should.</summary>
    public required float Dropout { get; init; }

    /// <summary>Pulls every touched weight towards nought at each step.</summary>
    public required float Decay { get; init; }

    public float[] Weights { get; } = new float[rows * labels];

    public float[] Starts { get; } = new float[labels];

    public float[] Transitions { get; } = new float[labels * labels];

    public void Train(IReadOnlyList<ChainExample> examples, bool[] forbidden, Action<int, double> report)
    {
        var squares = new float[Weights.Length];
        var startSquares = new float[labels];
        var stepSquares = new float[labels * labels];
        for (var i = 0; i < forbidden.Length; i++) Transitions[i] = forbidden[i] ? -30 : 0;
        var random = new Xorshift(20160912);
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var longest = examples.Max(e => e.Labels.Length);
        var scores = new float[longest * labels];
        var marginals = new float[longest * labels];
        var pairs = new float[labels * labels];
        var kept = new int[longest][];
        var keptCount = new int[longest];
        for (var t = 0; t < longest; t++) kept[t] = new int[128];
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            var loss = 0.0;
            foreach (var index in order)
            {
                var example = examples[index];
                var n = example.Labels.Length;
                Array.Clear(scores, 0, n * labels);
                var grow = 1 / (1 - Dropout);
                for (var t = 0; t < n; t++)
                {
                    var count = 0;
                    foreach (var row in example.Features[t])
                    {
                        if (Dropout > 0 && random.NextSingle() < Dropout) continue;
                        kept[t][count++] = row;
                    }
                    keptCount[t] = count;
                    for (var k = 0; k < count; k++)
                    {
                        var at = kept[t][k] * labels;
                        for (var l = 0; l < labels; l++) scores[t * labels + l] += Weights[at + l] * grow;
                    }
                }
                Array.Clear(pairs);
                var chain = new LinearChain(labels, Starts, Transitions);
                var log = chain.Marginals(scores.AsSpan(0, n * labels), marginals, pairs);
                var gold = Starts[example.Labels[0]];
                for (var t = 0; t < n; t++)
                {
                    gold += scores[t * labels + example.Labels[t]];
                    if (t > 0) gold += Transitions[example.Labels[t - 1] * labels + example.Labels[t]];
                }
                loss += log - gold;
                for (var t = 0; t < n; t++)
                {
                    for (var l = 0; l < labels; l++)
                    {
                        var gradient = marginals[t * labels + l] - (example.Labels[t] == l ? 1 : 0);
                        if (t == 0) Step(ref Starts[l], ref startSquares[l], gradient);
                        if (Math.Abs(gradient) < 1e-4f) continue;
                        gradient *= grow;
                        for (var k = 0; k < keptCount[t]; k++)
                        {
                            var at = kept[t][k] * labels + l;
                            Step(ref Weights[at], ref squares[at], gradient);
                        }
                    }
                }
                for (var t = 1; t < n; t++) pairs[example.Labels[t - 1] * labels + example.Labels[t]] -= 1;
                for (var i = 0; i < pairs.Length; i++)
                {
                    if (!forbidden[i] && pairs[i] != 0) Step(ref Transitions[i], ref stepSquares[i], pairs[i]);
                }
            }
            report(epoch, loss);
        }
    }

    private void Step(ref float weight, ref float square, float gradient)
    {
        gradient += Decay * weight;
        square += gradient * gradient;
        weight -= Rate * gradient / (MathF.Sqrt(square) + 1e-6f);
    }
}
