using OnRecord.Interpret.Classify;
using OnRecord.Lab.Train.Language;
using OnRecord.Language.Learning;

namespace OnRecord.Lab.Train.Transformer;

/// <summary>
/// Labels passages by an encoder that is tuned with it: the states' mean and each number's largest value go into one layer of
/// sums. What it says of a passage is what smaller classifiers learn from (Hinton et al. 2015); one of few layers ships, for what they
/// are in doubt about. One seed, the same weights each time.
/// </summary>
internal sealed class PassageTeacher
{
    private readonly TransformerEncoder encoder;
    private readonly TeacherOptions options;
    private readonly int labels;
    private readonly int width;
    private readonly Parameter output;
    private readonly Parameter bias;
    private readonly Xorshift chance;

    /// <param name="encoder">Is tuned with it.</param>
    /// <param name="labels">The number of labels.</param>
    /// <param name="options">How.</param>
    public PassageTeacher(TransformerEncoder encoder, int labels, TeacherOptions options)
    {
        this.labels = labels;
        this.options = options;
        this.encoder = encoder;
        width = encoder.Width;
        chance = new Xorshift(options.Seed);
        output = new Parameter("output", labels, 2 * width).Fill(new Random((int)options.Seed), 0.02);
        bias = new Parameter("output-bias", 1, labels);
    }

    /// <summary>Learns the probability of each label of each passage.</summary>
    public void Train(IReadOnlyList<int[]> passages, IReadOnlyList<float[]> gold)
    {
        var steps = options.Epochs * PassageBatches.Count(passages.Count, options.Batch);
        var ofEncoder = new AdamW(encoder.Parameters, options.Rate, steps);
        var ofOutput = new AdamW([output, bias], options.OutputRate, steps);
        for (var epoch = 0; epoch < options.Epochs; epoch++)
        {
            foreach (var batch in PassageBatches.Of(passages, options.Batch, chance))
            {
                Gradients([.. batch.Select(i => passages[i])], [.. batch.Select(i => gold[i])]);
                ofEncoder.Step(1.0 / batch.Length);
                ofOutput.Step(1.0 / batch.Length);
            }
        }
    }

    /// <summary>What it makes of each passage.</summary>
    public TeacherAnswer[] Answers(IReadOnlyList<int[]> passages)
    {
        var answers = new TeacherAnswer[passages.Count];
        foreach (var batch in Enumerable.Range(0, passages.Count).OrderBy(i => passages[i].Length).Chunk(64))
        {
            var states = encoder.Forward([.. batch.Select(i => passages[i])]);
            var at = 0;
            foreach (var i in batch)
            {
                var pooled = Pool(states.AsSpan(at * width, passages[i].Length * width), new int[width]);
                answers[i] = new TeacherAnswer(Output(pooled), [.. pooled.Select(value => (Half)value)]);
                at += passages[i].Length;
            }
        }
        return answers;
    }

    /// <summary>What <see cref="SecondReading"/> reads: the encoder and the layer of sums.</summary>
    /// <param name="vocabulary">The pieces of the encoder, in the order of their rows.</param>
    public IEnumerable<KeyValuePair<string, ReadOnlyMemory<byte>>> Sections(IReadOnlyList<string> vocabulary) =>
    [
        .. EncoderSections.Of(encoder, vocabulary),
        new("output", Weights.Pack(output.Value.AsSpan(0, output.Count))),
        new("output-bias", Weights.Pack(bias.Value.AsSpan(0, labels))),
    ];

    private void Gradients(int[][] passages, float[][] gold)
    {
        var states = encoder.Forward(passages, chance);
        var gradient = new float[passages.Sum(p => p.Length) * width];
        var largest = new int[width];
        var factors = new float[2 * width];
        var at = 0;
        for (var i = 0; i < passages.Length; i++)
        {
            var length = passages[i].Length;
            var pooled = Pool(states.AsSpan(at * width, length * width), largest);
            Rows.Drop(pooled, factors, options.Dropout, chance);
            var below = new float[2 * width];
            var probabilities = SentenceClassifier.Softmax(Output(pooled));
            for (var l = 0; l < labels; l++)
            {
                var slope = probabilities[l] - gold[i][l];
                bias.Gradient[l] += slope;
                for (var k = 0; k < pooled.Length; k++)
                {
                    output.Gradient[l * pooled.Length + k] += slope * pooled[k];
                    below[k] += slope * output.Value[l * pooled.Length + k] * factors[k];
                }
            }
            for (var k = 0; k < width; k++)
            {
                for (var j = 0; j < length; j++) gradient[(at + j) * width + k] = below[k] / length;
                gradient[(at + largest[k]) * width + k] += below[width + k];
            }
            at += length;
        }
        encoder.Backward(gradient);
    }

    private float[] Pool(ReadOnlySpan<float> states, int[] largest)
    {
        var pooled = new float[PooledStates.Count(width)];
        PooledStates.Pool(states, width, pooled, largest);
        return pooled;
    }

    private float[] Output(float[] pooled)
    {
        var scores = new float[labels];
        for (var l = 0; l < labels; l++)
        {
            scores[l] = bias.Value[l];
            for (var k = 0; k < pooled.Length; k++) scores[l] += output.Value[l * pooled.Length + k] * pooled[k];
        }
        return scores;
    }
}
