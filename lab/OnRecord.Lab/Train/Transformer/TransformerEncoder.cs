using OnRecord.Lab.Train.Language;
using OnRecord.Language.Learning;

namespace OnRecord.Lab.Train.Transformer;

/// <summary>
/// An encoder of BERT's build (Devlin et al. 2019): a state for each word piece that depends on all pieces of its passage. The
/// tables of pieces and places stay as they were published; the layers are learned further. What is made of the states is the
/// caller's. For one thread at a time.
/// </summary>
internal sealed class TransformerEncoder
{
    /// <summary>The longest passage, in pieces.</summary>
    public const int LongestPassage = 512;

    private readonly TransformerShape shape;
    private readonly TransformerLayer[] layers;
    private readonly LayerNorm first;
    private readonly float[] pieces;
    private readonly float[] places;
    private readonly float[] kinds;
    private float[] input = [];
    private float[] inputFactors = [];
    private bool isDropped;
    private int[] lengths = [];

    public TransformerEncoder(IReadOnlyDictionary<string, float[]> weights, TransformerShape shape)
    {
        this.shape = shape;
        (pieces, places, kinds) = (Weights("embeddings.word_embeddings.weight"), Weights("embeddings.position_embeddings.weight"), Weights("embeddings.token_type_embeddings.weight"));
        first = new LayerNorm("embeddings.LayerNorm", shape.Width, Weights("embeddings.LayerNorm.weight"), Weights("embeddings.LayerNorm.bias"));
        layers = [.. Enumerable.Range(0, shape.Layers).Select(i => new TransformerLayer(shape, FormattableString.Invariant($"encoder.layer.{i}."), Weights))];
        Parameters = [first.Scale, first.Shift, .. layers.SelectMany(layer => layer.Parameters)];

        float[] Weights(string name) => weights.TryGetValue(name, out var values) ? values : throw new InvalidDataException($"The weights of the encoder have no '{name}'. They must be those of a model of BERT's build.");
    }

    /// <summary>The sizes.</summary>
    public TransformerShape Shape => shape;

    /// <summary>The table of pieces, a row each.</summary>
    public ReadOnlySpan<float> Pieces => pieces;

    /// <summary>The row of a place, with that of the kind of passage that all are.</summary>
    public float[] Place(int place) => [.. places.AsSpan(place * Width, Width).ToArray().Zip(kinds, (a, b) => a + b)];

    /// <summary>The numbers of a state.</summary>
    public int Width => shape.Width;

    /// <summary>What is learned.</summary>
    public IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>Gives a state for each piece of some passages, one passage after the other. The array stands until the next pass.</summary>
    /// <param name="passages">The pieces of each passage.</param>
    /// <param name="chance">Decides what is left out while training; null for reading.</param>
    public float[] Forward(IReadOnlyList<int[]> passages, Xorshift? chance = null)
    {
        lengths = [.. passages.Select(p => p.Length)];
        isDropped = chance is not null && shape.Dropout > 0;
        var (n, at) = (lengths.Sum(), 0);
        Rows.Room(ref input, n * Width);
        foreach (var passage in passages)
        {
            if (passage.Length > LongestPassage) throw new ArgumentException($"A passage of {passage.Length} pieces is longer than {LongestPassage}.", nameof(passages));
            for (var i = 0; i < passage.Length; i++, at++)
            {
                var row = input.AsSpan(at * Width, Width);
                pieces.AsSpan(passage[i] * Width, Width).CopyTo(row);
                Sums.Add(places.AsSpan(i * Width, Width), row);
                Sums.Add(kinds.AsSpan(0, Width), row);
            }
        }
        first.Forward(input, n);
        if (isDropped) Rows.Drop(input.AsSpan(0, n * Width), Rows.Room(ref inputFactors, n * Width), shape.Dropout, chance!);
        return layers.Aggregate(input, (states, layer) => layer.Forward(states, lengths, chance));
    }

    /// <summary>Adds the gradients of the weights, given that of the states that the last forward pass gave; changes the latter.</summary>
    public void Backward(float[] gradient)
    {
        for (var i = layers.Length - 1; i >= 0; i--) gradient = layers[i].Backward(gradient, lengths);
        var n = lengths.Sum();
        if (isDropped) Rows.Multiply(inputFactors.AsSpan(0, n * Width), gradient.AsSpan(0, n * Width));
        first.Backward(gradient, n);
    }
}
