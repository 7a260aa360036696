using System.Diagnostics;
using OnRecord.Extract;
using OnRecord.Lab.Train.Language;
using OnRecord.Language.Learning;

namespace OnRecord.Lab.Train.Network;

/// <summary>
/// Trains the network of roles: tables, layers of long short-term memory, and a chain over the roles on top. Two threads, one seed, the
/// same weights each time.
/// </summary>
internal sealed class RoleNetworkTrainer
{
    private readonly WordVectors vectors;
    private readonly int units;
    private readonly int inputWidth;
    private readonly Random random;
    private readonly Parameter[] tables;
    private readonly LongShortTermTraining[] layers;
    private readonly DenseTraining roles;
    private readonly RoleChain chain = new();
    private readonly Adam adam;

    public RoleNetworkTrainer(WordVectors vectors, int layerCount, int units, int seed)
    {
        this.vectors = vectors;
        this.units = units;
        random = new Random(seed);
        inputWidth = vectors.Dimensions + RoleInputs.Width;
        tables = [.. RoleInputs.Tables.Select(t => new Parameter("table", t.Rows, t.Width).Fill(random, 0.1))];
        layers = new LongShortTermTraining[layerCount];
        for (var l = 0; l < layerCount; l++)
        {
            layers[l] = new LongShortTermTraining(l == 0 ? inputWidth : 2 * units, units, random);
        }
        roles = new DenseTraining(2 * units, RoleNetwork.Output, random);
        adam = new Adam([.. tables, .. layers.SelectMany(l => l.Parameters), roles.Weights, roles.Bias, .. chain.Parameters]);
    }

    public required int Epochs { get; init; }

    public required int Batch { get; init; }

    public required float Rate { get; init; }

    public required float InputDropout { get; init; }

    public required float LayerDropout { get; init; }

    /// <summary>How much what a teacher says of a passage weighs beside what people said of it.</summary>
    public required float TaughtShare { get; init; }

    public void Train(IReadOnlyList<RolePassage> passages, Action<int> afterEpoch, TextWriter log)
    {
        var clock = Stopwatch.StartNew();
        var order = Enumerable.Range(0, passages.Count).ToArray();
        var step = 0;
        var total = Epochs * ((passages.Count + Batch - 1) / Batch);
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            var loss = 0.0;
            for (var at = 0; at < order.Length; at += Batch)
            {
                var batch = order.Skip(at).Take(Batch).Select(i => passages[i]).ToList();
                loss += Gradients(batch);
                step++;
                adam.Step(Rate * Math.Min(1, step / 200.0) * (1 - (double)step / (total + 1)), 1.0 / batch.Count);
            }
            log.WriteLine(FormattableString.Invariant($"epoch {epoch + 1}: loss {loss:F0} at {clock.Elapsed.TotalSeconds:F0} s"));
            afterEpoch(epoch);
        }
    }

    /// <summary>The weights as sections of a model file, the annotators' mean in the last row of their table.</summary>
    public IEnumerable<KeyValuePair<string, ReadOnlyMemory<byte>>> Sections(string name, int annotators)
    {
        var width = RoleInputs.Tables[^1].Width;
        var mean = tables[^1].Value.AsSpan((RoleInputs.Annotators - 1) * width, width);
        mean.Clear();
        for (var a = 0; a < annotators; a++)
        {
            for (var i = 0; i < width; i++) mean[i] += tables[^1].Value[a * width + i] / annotators;
        }
        for (var t = 0; t < tables.Length; t++) yield return Section(FormattableString.Invariant($"{name}.table{t}"), tables[t]);
        int[] shape = [layers.Length, units];
        yield return new(name + ".layers", System.Runtime.InteropServices.MemoryMarshal.AsBytes(shape.AsSpan()).ToArray());
        for (var l = 0; l < layers.Length; l++)
        {
            foreach (var parameter in layers[l].Parameters) yield return Section(FormattableString.Invariant($"{name}.{parameter.Name}{l}"), parameter);
        }
        yield return Section(name + ".roles", roles.Weights);
        yield return Section(name + ".bias", roles.Bias);
        yield return new(name + ".chain", System.Runtime.InteropServices.MemoryMarshal.AsBytes(chain.Values.AsSpan()).ToArray());
    }

    private static KeyValuePair<string, ReadOnlyMemory<byte>> Section(string name, Parameter parameter) => new(name, Weights.Pack(parameter.Value.AsSpan(0, parameter.Count)));

    private double Gradients(List<RolePassage> batch)
    {
        var lengths = batch.Select(p => p.Labels.Length).ToArray();
        var n = lengths.Sum();
        var input = Embed(batch, n);
        var inputMask = Drop(input, InputDropout);
        var inputs = new float[layers.Length + 1][];
        var masks = new float[layers.Length][];
        inputs[0] = input;
        for (var l = 0; l < layers.Length; l++)
        {
            inputs[l + 1] = layers[l].Forward(inputs[l], n, lengths);
            masks[l] = Drop(inputs[l + 1], LayerDropout);
        }
        var scores = roles.Forward(inputs[^1], n);
        var scoreGradient = new float[n * RoleNetwork.Output];
        var loss = 0.0;
        var at = 0;
        foreach (var passage in batch)
        {
            loss += chain.Gradient(passage.Labels, passage.Taught, TaughtShare, scores.AsSpan(at * RoleNetwork.Output), scoreGradient.AsSpan(at * RoleNetwork.Output), RoleNetwork.Output);
            at += passage.Labels.Length;
        }
        var gradient = roles.Backward(inputs[^1], n, scoreGradient);
        for (var l = layers.Length - 1; l >= 0; l--)
        {
            for (var i = 0; i < gradient.Length; i++) gradient[i] *= masks[l][i];
            gradient = layers[l].Backward(inputs[l], n, lengths, gradient);
        }
        for (var i = 0; i < gradient.Length; i++) gradient[i] *= inputMask[i];
        Scatter(batch, gradient);
        return loss;
    }

    private float[] Embed(List<RolePassage> batch, int n)
    {
        var input = new float[n * inputWidth];
        var token = 0;
        foreach (var passage in batch)
        {
            for (var i = 0; i < passage.Labels.Length; i++, token++)
            {
                vectors.CopyTo(passage.Words[i], input.AsSpan(token * inputWidth, vectors.Dimensions));
                var at = token * inputWidth + vectors.Dimensions;
                for (var t = 0; t < tables.Length; t++)
                {
                    var size = RoleInputs.Tables[t].Width;
                    tables[t].Value.AsSpan(passage.Rows[i * tables.Length + t] * size, size).CopyTo(input.AsSpan(at));
                    at += size;
                }
            }
        }
        return input;
    }

    private void Scatter(List<RolePassage> batch, float[] gradient)
    {
        var token = 0;
        foreach (var passage in batch)
        {
            for (var i = 0; i < passage.Labels.Length; i++, token++)
            {
                var at = token * inputWidth + vectors.Dimensions;
                for (var t = 0; t < tables.Length; t++)
                {
                    var size = RoleInputs.Tables[t].Width;
                    var target = tables[t].Gradient.AsSpan(passage.Rows[i * tables.Length + t] * size, size);
                    for (var k = 0; k < size; k++) target[k] += gradient[at + k];
                    at += size;
                }
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
