namespace OnRecord.Lab.Train.Language;

/// <summary>The parser that ships, as it is trained: a recurrent layer of its own over an encoder that stays as it is, and its decisions.</summary>
internal sealed class ParserNetwork
{
    private readonly NetworkShape shape;
    private readonly Random random;
    private readonly Network encoder;
    private readonly Layer layer;
    private readonly Parameter wPlaces;
    private readonly Parameter bPlaces;
    private readonly ParserTraining decisions;
    private readonly Adam optimiser;
    private float[] places = [], placesGradient = [], inputGradient = [];

    /// <summary>A parser over an encoder.</summary>
    /// <param name="encoder">The encoder; it is not changed.</param>
    /// <param name="shape">The sizes of the parser: its own width and hidden layer.</param>
    /// <param name="seed">Where chance begins.</param>
    public ParserNetwork(Network encoder, NetworkShape shape, int seed)
    {
        this.encoder = encoder;
        this.shape = shape;
        random = new Random(seed);
        var input = 2 * encoder.Shape.Width;
        layer = new Layer("-parser", hasOwnWay: true, input, shape.Width, Add, random);
        wPlaces = Add("wp", 2 * shape.Width, shape.Places).Fill(random, Math.Sqrt(3.0 / (2 * shape.Width * 2)));
        bPlaces = Add("bp", 1, shape.Places);
        decisions = new ParserTraining(shape, Add, random);
        optimiser = new Adam(Parameters);
    }

    public List<Parameter> Parameters { get; } = [];

    /// <summary>Whether it follows its own mistakes while it learns.</summary>
    public bool Explores { set => decisions.Explores = value; }

    /// <summary>Learns from a batch and takes one step.</summary>
    /// <returns>The loss a word.</returns>
    public double Learn(IReadOnlyList<Example> batch, double rate)
    {
        var loss = Backward(batch);
        optimiser.Step(rate, 1.0 / batch.Count);
        return loss / batch.Sum(e => e.Count);
    }

    /// <summary>Runs a batch forward and adds the gradient of its loss to the parameters.</summary>
    public double Backward(IReadOnlyList<Example> batch)
    {
        var rows = Forward(batch, isTraining: true);
        placesGradient.AsSpan().Clear();
        inputGradient.AsSpan().Clear();
        layer.Clear();
        var loss = 0.0;
        var first = 0;
        foreach (var example in batch)
        {
            int from = first * shape.Places, count = example.Count * shape.Places;
            loss += decisions.Learn(example, places.AsSpan(from, count), placesGradient.AsSpan(from, count));
            first += example.Count;
        }
        Products.Weights(layer.Output(rows), placesGradient, rows, wPlaces.Gradient, bPlaces.Gradient);
        Products.Inputs(placesGradient, wPlaces.Value, shape.Places, rows, layer.OutputGradient);
        layer.Backward(encoder.Encoded, rows, encoder.Lengths, inputGradient);
        return loss;
    }

    /// <summary>Parses a batch and gives what it made of each word: its head and the number of its relation.</summary>
    public IEnumerable<(int Head, int Relation)[]> Parse(IReadOnlyList<Example> batch)
    {
        Forward(batch, isTraining: false);
        var first = 0;
        foreach (var example in batch)
        {
            int[] heads = new int[example.Count], relations = new int[example.Count];
            decisions.Parse(places.AsSpan(first * shape.Places, example.Count * shape.Places), example.Count, heads, relations);
            first += example.Count;
            yield return [.. heads.Zip(relations)];
        }
    }

    private int Forward(IReadOnlyList<Example> batch, bool isTraining)
    {
        encoder.Encode(batch, isTraining);
        var rows = batch.Sum(e => e.Count);
        layer.Grow(rows);
        if (places.Length < rows * shape.Places)
        {
            (places, placesGradient) = (new float[rows * shape.Places], new float[rows * shape.Places]);
            inputGradient = new float[rows * 2 * encoder.Shape.Width];
        }
        var output = layer.Forward(encoder.Encoded, rows, encoder.Lengths);
        Network.Drop(output, layer.Mask, isTraining ? Network.HiddenDropout : 0, random);
        Products.Forward(output, wPlaces.Value, bPlaces.Value, rows, places);
        return rows;
    }

    private Parameter Add(string name, int rows, int columns)
    {
        var parameter = new Parameter(name, rows, columns);
        Parameters.Add(parameter);
        return parameter;
    }
}
