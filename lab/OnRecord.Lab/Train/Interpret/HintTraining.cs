using System.Runtime.Intrinsics;
using OnRecord.Lab.Train.Language;

namespace OnRecord.Lab.Train.Interpret;

/// <summary>
/// Has the pooled states of a network foretell those of its teachers (Romero et al. 2015). What a teacher sees in a sentence
/// says more of it than the one probability it comes to. The layer is there while the network learns; nothing of it ships.
/// </summary>
internal sealed class HintTraining
{
    private readonly int inputs;
    private readonly float weight;
    private readonly Parameter[] tables;

    /// <param name="inputs">How many numbers the network pools, a multiple of eight.</param>
    /// <param name="widths">How many each teacher pools; none to learn without.</param>
    /// <param name="weight">How much an error of the size of a number's spread weighs beside one of the label.</param>
    /// <param name="random">Where the first weights come from.</param>
    public HintTraining(int inputs, IEnumerable<int> widths, float weight, Random random)
    {
        this.inputs = inputs;
        this.weight = weight;
        // The last weight of a row is its bias.
        tables = [.. widths.Select((width, i) => new Parameter(FormattableString.Invariant($"hint{i}"), width, inputs + 1).Fill(random, 0.05))];
    }

    /// <summary>What is learned.</summary>
    public IEnumerable<Parameter> Parameters => tables;

    /// <summary>
    /// Brings the teachers' states to a mean of nought and a spread of one in each number, over all sentences, where they stand.
    /// </summary>
    public static void Standardise(IReadOnlyList<Half[]> states)
    {
        for (var k = 0; k < states[0].Length; k++)
        {
            double sum = 0, squares = 0;
            foreach (var one in states)
            {
                var value = (double)one[k];
                sum += value;
                squares += value * value;
            }
            var mean = sum / states.Count;
            var spread = Math.Sqrt(Math.Max(1e-8, squares / states.Count - mean * mean));
            foreach (var one in states) one[k] = (Half)(((double)one[k] - mean) / spread);
        }
    }

    /// <summary>Learns from one sentence.</summary>
    /// <param name="pooled">What the network pooled.</param>
    /// <param name="hints">What each teacher did, standardised.</param>
    /// <param name="below">Takes how the error falls with what was pooled; added to.</param>
    public void Backward(ReadOnlySpan<float> pooled, Half[][] hints, Span<float> below)
    {
        for (var t = 0; t < tables.Length; t++)
        {
            var table = tables[t];
            var share = 2 * weight / (hints[t].Length * hints.Length);
            for (var j = 0; j < hints[t].Length; j++)
            {
                var row = table.Value.AsSpan(j * (inputs + 1), inputs + 1);
                var gradient = table.Gradient.AsSpan(j * (inputs + 1), inputs + 1);
                var error = share * (Product(row[..inputs], pooled) + row[inputs] - (float)hints[t][j]);
                gradient[inputs] += error;
                Add(pooled, error, gradient[..inputs]);
                Add(row[..inputs], error, below);
            }
        }
    }

    private static float Product(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var sums = Vector256<float>.Zero;
        for (var k = 0; k < a.Length; k += 8) sums += Vector256.Create(a.Slice(k, 8)) * Vector256.Create(b.Slice(k, 8));
        return Vector256.Sum(sums);
    }

    private static void Add(ReadOnlySpan<float> values, float factor, Span<float> target)
    {
        for (var k = 0; k < values.Length; k += 8)
        {
            var part = target.Slice(k, 8);
            (Vector256.Create(values.Slice(k, 8)) * factor + Vector256.Create<float>(part)).CopyTo(part);
        }
    }
}
