using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using OnRecord.Language.Learning;
using OnRecord.Language.ModelFiles;

namespace OnRecord.Lab.Train.Language;

/// <summary>The encoder with its heads as they are trained: forward with dropout, and back. One batch of sentences at a time.</summary>
internal sealed class Network
{
    private const double InputDropout = 0.2;
    internal const double HiddenDropout = 0.3;

    private readonly Random random;
    private readonly WordVectors vectors;
    private readonly Layer[] layers;
    private readonly Parameter[] encoder;
    private readonly ParserTraining parser;
    private readonly NameTraining names;
    private float[] x = [], mask = [], tags = [], places = [];
    private float[] dx = [], dtags = [], dplaces = [];
    private int[] lengths = [];
    private int rows;

    /// <summary>How much of the dropout is kept: less where the encoder is finished and what is learned stands on top of it.</summary>
    public double DropoutScale { get; init; } = 1;

    public Network(NetworkShape shape, WordVectors vectors, int seed)
    {
        Shape = shape;
        this.vectors = vectors;
        random = new Random(seed);
        int width = shape.Width, input = shape.Input;
        Words = Add("words", shape.Words, shape.WordSize).Fill(random, 0.1);
        Prefixes = Add("prefixes", WordForm.PrefixRows, Encoder.PrefixSize).Fill(random, 0.1);
        Suffixes2 = Add("suffixes2", WordForm.Suffix2Rows, Encoder.Suffix2Size).Fill(random, 0.1);
        Suffixes3 = Add("suffixes3", WordForm.Suffix3Rows, Encoder.Suffix3Size).Fill(random, 0.1);
        Shapes = Add("shapes", WordForm.ShapeRows, Encoder.ShapeSize).Fill(random, 0.1);
        layers = [.. Enumerable.Range(1, shape.Layers).Select(i => new Layer(FormattableString.Invariant($"{i}"), i == 1, i == 1 ? shape.Window : 2 * width, width, Add, random))];
        encoder = [.. Parameters];
        WTags = Add("wt", 2 * width, shape.Tags).Fill(random, Math.Sqrt(3.0 / (2 * width)));
        BTags = Add("bt", 1, shape.Tags);
        WPlaces = Add("wp", 2 * width, shape.Places).Fill(random, Math.Sqrt(3.0 / (2 * width * 2)));
        BPlaces = Add("bp", 1, shape.Places);
        parser = new ParserTraining(shape, Add, random);
        names = new NameTraining(Add);
        Optimiser = new Adam(Parameters);
    }

    public NetworkShape Shape { get; }

    public List<Parameter> Parameters { get; } = [];

    public Adam Optimiser { get; }

    public Parameter Words { get; }

    public Parameter Prefixes { get; }

    public Parameter Suffixes2 { get; }

    public Parameter Suffixes3 { get; }

    public Parameter Shapes { get; }

    public Parameter WTags { get; }

    public Parameter BTags { get; }

    public Parameter WPlaces { get; }

    public Parameter BPlaces { get; }

    /// <summary>Whether the parser follows its own mistakes while it learns.</summary>
    public bool Explores { set => parser.Explores = value; }

    /// <summary>The encoded words of the last batch.</summary>
    public ReadOnlySpan<float> Encoded => layers[^1].Output(rows);

    /// <summary>The lengths of the last batch's sentences.</summary>
    public ReadOnlySpan<int> Lengths => lengths;

    /// <summary>Takes the encoder's weights out of a file.</summary>
    public void LoadEncoder(ModelFile file)
    {
        foreach (var parameter in encoder) Weights.Read(file, parameter.Name, parameter.Count).CopyTo(parameter.Value, 0);
    }

    /// <summary>Runs a batch forward.</summary>
    public void Forward(IReadOnlyList<Example> batch, bool isTraining)
    {
        Encode(batch, isTraining);
        Products.Forward(Encoded, WTags.Value, BTags.Value, rows, tags);
        Products.Forward(Encoded, WPlaces.Value, BPlaces.Value, rows, places);
    }

    /// <summary>Runs a batch through the encoder.</summary>
    public void Encode(IReadOnlyList<Example> batch, bool isTraining)
    {
        var input = Shape.Window;
        rows = batch.Sum(e => e.Count);
        lengths = [.. batch.Select(e => e.Count)];
        Grow();
        Embed(batch, isTraining);
        Drop(x.AsSpan(0, rows * input), mask, isTraining ? DropoutScale * InputDropout : 0, random);
        ReadOnlySpan<float> hidden = x.AsSpan(0, rows * input);
        foreach (var layer in layers)
        {
            var output = layer.Forward(hidden, rows, lengths);
            Drop(output, layer.Mask, isTraining ? DropoutScale * HiddenDropout : 0, random);
            hidden = output;
        }
    }

    /// <summary>Learns from a batch and takes one step.</summary>
    /// <returns>The loss a word.</returns>
    public double Learn(IReadOnlyList<Example> batch, double rate)
    {
        var loss = Backward(batch);
        Optimiser.Step(rate, 1.0 / batch.Count);
        return loss / rows;
    }

    /// <summary>Runs a batch forward and adds the gradient of its loss to the parameters.</summary>
    /// <returns>The loss of the batch.</returns>
    public double Backward(IReadOnlyList<Example> batch)
    {
        var input = Shape.Window;
        Forward(batch, isTraining: true);
        foreach (var gradient in new[] { dtags, dplaces, dx }) gradient.AsSpan().Clear();
        var loss = 0.0;
        var first = 0;
        foreach (var example in batch)
        {
            for (var i = 0; i < example.Count; i++)
            {
                if (example.Universal is not null) loss += Softmax(first + i, 0, Shape.Universal, example.Universal[i]);
                if (example.Penn is not null) loss += Softmax(first + i, Shape.Universal, Shape.Penn, example.Penn[i]);
            }
            if (example.Names is not null)
            {
                var at = first;
                var from = Shape.Universal + Shape.Penn;
                loss += names.Learn((i, label) => tags[(at + i) * Shape.Tags + from + label], (i, label, slope) => dtags[(at + i) * Shape.Tags + from + label] += slope, example.Names);
            }
            if (example.Heads is not null)
            {
                var stride = Shape.Places;
                loss += parser.Learn(example, places.AsSpan(first * stride, example.Count * stride), dplaces.AsSpan(first * stride, example.Count * stride));
            }
            first += example.Count;
        }
        var last = layers[^1];
        last.Clear();
        Products.Weights(last.Output(rows), dtags, rows, WTags.Gradient, BTags.Gradient);
        Products.Inputs(dtags, WTags.Value, Shape.Tags, rows, last.OutputGradient);
        Products.Weights(last.Output(rows), dplaces, rows, WPlaces.Gradient, BPlaces.Gradient);
        Products.Inputs(dplaces, WPlaces.Value, Shape.Places, rows, last.OutputGradient);
        for (var i = layers.Length - 1; i > 0; i--)
        {
            layers[i - 1].Clear();
            layers[i].Backward(layers[i - 1].Output(rows), rows, lengths, layers[i - 1].OutputGradient);
        }
        layers[0].Backward(x.AsSpan(0, rows * input), rows, lengths, dx);
        for (var i = 0; i < rows * input; i++) dx[i] *= mask[i];
        FromNeighbours(batch);
        Unembed(batch);
        return loss;
    }

    /// <summary>The best tag of a kind for each row of the last batch.</summary>
    public int Best(int row, int from, int count)
    {
        var scores = tags.AsSpan(row * Shape.Tags + from, count);
        var best = 0;
        for (var i = 1; i < count; i++)
        {
            if (scores[i] > scores[best]) best = i;
        }
        return best;
    }

    /// <summary>Parses a sentence of the last batch.</summary>
    public void Parse(int first, int count, int[] heads, int[] relations)
    {
        var stride = Shape.Places;
        parser.Parse(places.AsSpan(first * stride, count * stride), count, heads, relations);
    }

    private readonly List<int> chosen = [];

    private void Embed(IReadOnlyList<Example> batch, bool isTraining)
    {
        chosen.Clear();
        var row = 0;
        foreach (var example in batch)
        {
            for (var i = 0; i < example.Count; i++, row++)
            {
                var target = x.AsSpan(row * Shape.Window, Shape.Input);
                vectors.CopyTo(example.Vectors[i], target);
                // A rare word is sometimes hidden, so that the row of unknown words learns what they are like.
                var word = example.Words[i];
                if (isTraining && word > 0 && random.NextDouble() < Rarity[word]) word = 0;
                chosen.Add(word);
                var at = Shape.Vector;
                Copy(Words, word, target, ref at);
                Copy(Prefixes, example.Forms[i].Prefix, target, ref at);
                Copy(Suffixes2, example.Forms[i].Suffix2, target, ref at);
                Copy(Suffixes3, example.Forms[i].Suffix3, target, ref at);
                Copy(Shapes, example.Forms[i].Shape, target, ref at);
                target[at..].Clear();
            }
        }
        ToNeighbours(batch);
    }

    private void ToNeighbours(IReadOnlyList<Example> batch)
    {
        var first = 0;
        foreach (var example in batch)
        {
            var end = first + example.Count;
            for (var row = first; row < end; row++)
            {
                Place(row, row - 1, 1);
                Place(row, row + 1, 2);
            }
            first = end;

            void Place(int row, int neighbour, int place)
            {
                var target = x.AsSpan(row * Shape.Window + place * Shape.Input, Shape.Input);
                if (neighbour < first || neighbour >= end) target.Clear();
                else x.AsSpan(neighbour * Shape.Window, Shape.Input).CopyTo(target);
            }
        }
    }

    private void FromNeighbours(IReadOnlyList<Example> batch)
    {
        var first = 0;
        foreach (var example in batch)
        {
            var end = first + example.Count;
            for (var row = first; row < end; row++)
            {
                if (row > first) Products.Add(1, dx.AsSpan(row * Shape.Window + Shape.Input, Shape.Input), dx.AsSpan((row - 1) * Shape.Window, Shape.Input));
                if (row + 1 < end) Products.Add(1, dx.AsSpan(row * Shape.Window + 2 * Shape.Input, Shape.Input), dx.AsSpan((row + 1) * Shape.Window, Shape.Input));
            }
            first = end;
        }
    }

    /// <summary>How often each learned word is hidden in training.</summary>
    public double[] Rarity { get; set; } = [];

    private static void Copy(Parameter table, int row, Span<float> target, ref int at)
    {
        table.Value.AsSpan(row * table.Columns, table.Columns).CopyTo(target[at..]);
        at += table.Columns;
    }

    private void Unembed(IReadOnlyList<Example> batch)
    {
        var row = 0;
        foreach (var example in batch)
        {
            for (var i = 0; i < example.Count; i++, row++)
            {
                // The vectors stay as they are: only the rest of the input takes a gradient.
                var gradient = dx.AsSpan(row * Shape.Window + Shape.Vector, Shape.Input - Shape.Vector);
                var at = 0;
                Give(Words, chosen[row], gradient, ref at);
                Give(Prefixes, example.Forms[i].Prefix, gradient, ref at);
                Give(Suffixes2, example.Forms[i].Suffix2, gradient, ref at);
                Give(Suffixes3, example.Forms[i].Suffix3, gradient, ref at);
                Give(Shapes, example.Forms[i].Shape, gradient, ref at);
            }
        }
    }

    private static void Give(Parameter table, int row, ReadOnlySpan<float> gradient, ref int at)
    {
        var target = table.Gradient.AsSpan(row * table.Columns, table.Columns);
        for (var i = 0; i < target.Length; i++) target[i] += gradient[at + i];
        at += table.Columns;
    }

    private double Softmax(int row, int from, int count, int gold)
    {
        if (gold < 0) return 0;
        var scores = tags.AsSpan(row * Shape.Tags + from, count);
        var gradient = dtags.AsSpan(row * Shape.Tags + from, count);
        var top = scores[0];
        foreach (var score in scores) top = Math.Max(top, score);
        var sum = 0.0;
        foreach (var score in scores) sum += Math.Exp(score - top);
        for (var i = 0; i < count; i++) gradient[i] = (float)(Math.Exp(scores[i] - top) / sum);
        gradient[gold] -= 1;
        return Math.Log(sum) - (scores[gold] - top);
    }

    internal static void Drop(Span<float> values, float[] mask, double share, Random random)
    {
        if (share == 0) return;
        var keep = (float)(1 / (1 - share));
        var threshold = (uint)(share * 65536);
        for (var i = 0; i < values.Length; i += 4)
        {
            var bits = (ulong)random.NextInt64();
            for (var j = 0; j < 4; j++, bits >>= 15)
            {
                mask[i + j] = (bits & 0x7FFF) * 2 < threshold ? 0 : keep;
                values[i + j] *= mask[i + j];
            }
        }
    }

    private void Grow()
    {
        Size(ref x, ref dx, Shape.Window);
        Size(ref tags, ref dtags, Shape.Tags);
        Size(ref places, ref dplaces, Shape.Places);
        if (mask.Length < rows * Shape.Window) mask = new float[rows * Shape.Window];
        foreach (var layer in layers) layer.Grow(rows);

        void Size(ref float[] values, ref float[] gradient, int stride)
        {
            if (values.Length < rows * stride) (values, gradient) = (new float[rows * stride], new float[rows * stride]);
        }
    }

    private Parameter Add(string name, int tensorRows, int columns)
    {
        var parameter = new Parameter(name, tensorRows, columns);
        Parameters.Add(parameter);
        return parameter;
    }
}
