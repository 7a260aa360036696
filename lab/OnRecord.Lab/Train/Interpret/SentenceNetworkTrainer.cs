using OnRecord.Interpret.Classify;
using OnRecord.Lab.Train.Language;
using OnRecord.Lab.Train.Network;
using OnRecord.Language.Learning;

namespace OnRecord.Lab.Train.Interpret;

/// <summary>Trains a network of sentences: a recurrent layer, pooled by attention and by largest values. One seed, the same weights each time.</summary>
internal sealed class SentenceNetworkTrainer
{
    private readonly WordVectors vectors;
    private readonly int labels;
    private readonly int width;
    private readonly int both;
    private readonly Random random;
    private readonly Parameter tags, places, attention, output, bias;
    private readonly HintTraining hints;
    private readonly ILayerTraining layer;
    private readonly Adam adam;
    private readonly InterpretOptions options;

    /// <param name="vectors">The vectors of words.</param>
    /// <param name="labels">The number of labels.</param>
    /// <param name="seed">What its chance begins with.</param>
    /// <param name="isLongShortTerm">Whether it has memory.</param>
    /// <param name="hintWidths">How many numbers each teacher pools; none without teachers.</param>
    /// <param name="options">The settings.</param>
    public SentenceNetworkTrainer(WordVectors vectors, int labels, int seed, bool isLongShortTerm, IEnumerable<int> hintWidths, InterpretOptions options)
    {
        this.vectors = vectors;
        this.labels = labels;
        this.options = options;
        width = SentenceInputs.Width(vectors);
        var units = isLongShortTerm ? options.MemoryUnits : options.Units;
        both = 2 * units;
        random = new Random(seed);
        tags = new Parameter("tags", SentenceInputs.TagRows, SentenceInputs.TagWidth).Fill(random, 0.1);
        places = new Parameter("places", SentenceInputs.PlaceRows, SentenceInputs.PlaceWidth).Fill(random, 0.3);
        layer = isLongShortTerm ? new LongShortTermTraining(width, units, random) : new RecurrentTraining(width, units, random);
        attention = new Parameter("attention", 1, both).Fill(random, 0.1);
        output = new Parameter("output", labels, 2 * both).Fill(random, 0.1);
        bias = new Parameter("output-bias", 1, labels);
        hints = new HintTraining(2 * both, hintWidths, options.HintWeight, random);
        adam = new Adam([.. hints.Parameters, tags, places, .. layer.Parameters, attention, output, bias]);
    }

    public void Train(IReadOnlyList<Sample> samples, int epochs)
    {
        var order = Enumerable.Range(0, samples.Count).ToArray();
        var step = 0;
        var total = epochs * ((samples.Count + options.Batch - 1) / options.Batch);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            for (var at = 0; at < order.Length; at += options.Batch)
            {
                var batch = order.Skip(at).Take(options.Batch).Select(i => samples[i]).ToList();
                Gradients(batch);
                step++;
                adam.Step(options.Rate * Math.Min(1, step / 50.0) * (1 - (double)step / (total + 1)), 1.0 / batch.Count);
            }
        }
    }

    public float[] Scores(SentenceView view)
    {
        var input = new float[view.Count * width];
        for (var i = 0; i < view.Count; i++) SentenceInputs.Fill(view, i, vectors, tags.Value, places.Value, input.AsSpan(i * width, width));
        var states = layer.Forward(input, view.Count, [view.Count]);
        var pooled = new float[2 * both];
        SentenceInputs.Pool(states.AsSpan(0, view.Count * both), attention.Value.AsSpan(0, both), pooled, new float[view.Count], new int[both]);
        return Output(pooled);
    }

    public IEnumerable<KeyValuePair<string, ReadOnlyMemory<byte>>> Sections(string name)
    {
        foreach (var (part, parameter) in ((string, Parameter)[])[("tags", tags), ("places", places), .. layer.Parameters.Select(p => (p.Name, p)), ("attention", attention), ("output", output), ("output-bias", bias)])
        {
            yield return new(name + "." + part, Weights.Pack(parameter.Value.AsSpan(0, parameter.Count)));
        }
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

    private void Gradients(List<Sample> batch)
    {
        var lengths = batch.Select(s => s.View.Count).ToArray();
        var n = lengths.Sum();
        var input = new float[n * width];
        var at = 0;
        foreach (var sample in batch)
        {
            for (var i = 0; i < sample.View.Count; i++, at++) SentenceInputs.Fill(sample.View, i, vectors, tags.Value, places.Value, input.AsSpan(at * width, width));
        }
        var inputMask = Drop(input, options.InputDropout);
        // A word left out whole: the network must not lean on one word alone.
        at = 0;
        for (var i = 0; i < n; i++)
        {
            if (random.NextSingle() >= options.WordDropout) continue;
            input.AsSpan(i * width, vectors.Dimensions).Clear();
        }
        var states = layer.Forward(input, n, lengths);
        var stateMask = Drop(states, options.LayerDropout);
        var gradient = new float[states.Length];
        at = 0;
        foreach (var sample in batch)
        {
            Backward(sample, states.AsSpan(at * both, sample.View.Count * both), gradient.AsSpan(at * both, sample.View.Count * both));
            at += sample.View.Count;
        }
        for (var i = 0; i < gradient.Length; i++) gradient[i] *= stateMask[i];
        var below = layer.Backward(input, n, lengths, gradient);
        at = 0;
        foreach (var sample in batch)
        {
            for (var i = 0; i < sample.View.Count; i++, at++)
            {
                var from = at * width + vectors.Dimensions;
                for (var k = 0; k < SentenceInputs.TagWidth; k++) tags.Gradient[SentenceInputs.TagRow(sample.View, i) * SentenceInputs.TagWidth + k] += below[from + k] * inputMask[from + k];
                from += SentenceInputs.TagWidth;
                for (var k = 0; k < SentenceInputs.PlaceWidth; k++) places.Gradient[sample.View.Place(i) * SentenceInputs.PlaceWidth + k] += below[from + k] * inputMask[from + k];
            }
        }
    }

    private void Backward(Sample sample, ReadOnlySpan<float> states, Span<float> gradient)
    {
        var pooled = new float[2 * both];
        var shares = new float[sample.View.Count];
        var largest = new int[both];
        var weights = attention.Value.AsSpan(0, both);
        SentenceInputs.Pool(states, weights, pooled, shares, largest);
        var mask = Drop(pooled, options.OutputDropout);
        var scores = SentenceClassifier.Softmax(Output(pooled));
        var below = new float[pooled.Length];
        for (var l = 0; l < labels; l++)
        {
            // Smoothed labels: annotators of these corpora agree in nine cases of ten.
            var g = scores[l] - sample.Target(l, labels, options.Smoothing, options.TaughtShare);
            bias.Gradient[l] += g;
            for (var k = 0; k < pooled.Length; k++)
            {
                output.Gradient[l * pooled.Length + k] += g * pooled[k];
                below[k] += g * output.Value[l * pooled.Length + k];
            }
        }
        hints.Backward(pooled, sample.Hints, below);
        for (var k = 0; k < below.Length; k++) below[k] *= mask[k];
        for (var k = 0; k < both; k++) gradient[largest[k] * both + k] += below[both + k];
        var byShare = new float[shares.Length];
        var mean = 0f;
        for (var i = 0; i < shares.Length; i++)
        {
            for (var k = 0; k < both; k++)
            {
                byShare[i] += below[k] * states[i * both + k];
                gradient[i * both + k] += shares[i] * below[k];
            }
            mean += shares[i] * byShare[i];
        }
        for (var i = 0; i < shares.Length; i++)
        {
            var g = shares[i] * (byShare[i] - mean);
            for (var k = 0; k < both; k++)
            {
                attention.Gradient[k] += g * states[i * both + k];
                gradient[i * both + k] += g * weights[k];
            }
        }
    }

    private float[] Drop(float[] values, float share)
    {
        var mask = new float[values.Length];
        var kept = 1 / (1 - share);
        for (var i = 0; i < mask.Length; i++)
        {
            mask[i] = random.NextSingle() < share ? 0 : kept;
            values[i] *= mask[i];
        }
        return mask;
    }
}
