using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using OnRecord.Lab.Train.Language;
using OnRecord.Language.Learning;

namespace OnRecord.Lab.Train.Transformer;

/// <summary>
/// One layer of an encoder: attention and two layers between words alone, each added to what came in and normalised (Vaswani et
/// al. 2017). It keeps what its gradient needs, from one forward pass to the backward pass after it.
/// </summary>
internal sealed class TransformerLayer
{
    private readonly TransformerShape shape;
    private readonly int width;
    private readonly SelfAttention attention;
    private readonly Parameter ofHeads, ofHeadsBias, ofGathered, ofGatheredBias, inner, innerBias, outer, outerBias;
    private readonly LayerNorm afterAttention, afterInner;
    private float[] input = [], heads = [], gathered = [], middle = [], sums = [], slopes = [], units = [], output = [], middleFactors = [], outputFactors = [];
    private float[] ofUnits = [], ofMiddle = [], ofHeadRows = [], below = [];
    private bool isDropped;

    public TransformerLayer(TransformerShape shape, string name, Func<string, float[]> weights)
    {
        this.shape = shape;
        width = shape.Width;
        attention = new SelfAttention(shape);
        ofHeads = new Parameter(name + "attention.self.weight", width, 3 * width);
        ofHeadsBias = new Parameter(name + "attention.self.bias", 1, 3 * width);
        for (var part = 0; part < 3; part++)
        {
            var of = name + "attention.self." + ((string[])["query", "key", "value"])[part];
            weights(of + ".bias").CopyTo(ofHeadsBias.Value, part * width);
            for (var row = 0; row < width; row++) weights(of + ".weight").AsSpan(row * width, width).CopyTo(ofHeads.Value.AsSpan(row * 3 * width + part * width));
        }
        (ofGathered, ofGatheredBias) = (Read("attention.output.dense.weight", width, width), Read("attention.output.dense.bias", 1, width));
        (inner, innerBias) = (Read("intermediate.dense.weight", width, shape.Inner), Read("intermediate.dense.bias", 1, shape.Inner));
        (outer, outerBias) = (Read("output.dense.weight", shape.Inner, width), Read("output.dense.bias", 1, width));
        afterAttention = new LayerNorm(name + "attention.output.LayerNorm", width, weights(name + "attention.output.LayerNorm.weight"), weights(name + "attention.output.LayerNorm.bias"));
        afterInner = new LayerNorm(name + "output.LayerNorm", width, weights(name + "output.LayerNorm.weight"), weights(name + "output.LayerNorm.bias"));
        Parameters = [ofHeads, ofHeadsBias, ofGathered, ofGatheredBias, afterAttention.Scale, afterAttention.Shift, inner, innerBias, outer, outerBias, afterInner.Scale, afterInner.Shift];

        Parameter Read(string part, int rows, int columns)
        {
            var parameter = new Parameter(name + part, rows, columns);
            weights(name + part).AsSpan(0, rows * columns).CopyTo(parameter.Value);
            return parameter;
        }
    }

    public IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>Gives the states of the pieces; the array is the layer's own and stands until the next pass.</summary>
    public float[] Forward(float[] states, int[] lengths, Xorshift? chance)
    {
        var n = lengths.Sum();
        isDropped = chance is not null && shape.Dropout > 0;
        input = states;
        Product(states, ofHeads, ofHeadsBias, Rows.Room(ref heads, n * 3 * width), n);
        attention.Forward(heads, lengths, Rows.Room(ref gathered, n * width), chance);
        Product(gathered, ofGathered, ofGatheredBias, Rows.Room(ref middle, n * width), n);
        if (isDropped) Rows.Drop(middle.AsSpan(0, n * width), Rows.Room(ref middleFactors, n * width), shape.Dropout, chance!);
        Sums.Add(states.AsSpan(0, n * width), middle);
        afterAttention.Forward(middle, n);
        Product(middle, inner, innerBias, Rows.Room(ref sums, n * shape.Inner), n);
        Bend(n * shape.Inner);
        Product(units, outer, outerBias, Rows.Room(ref output, n * width), n);
        if (isDropped) Rows.Drop(output.AsSpan(0, n * width), Rows.Room(ref outputFactors, n * width), shape.Dropout, chance!);
        Sums.Add(middle.AsSpan(0, n * width), output);
        afterInner.Forward(output, n);
        return output;
    }

    /// <summary>Takes the gradient of the states, which it changes, adds those of the weights and gives that of what came in.</summary>
    public float[] Backward(float[] gradient, int[] lengths)
    {
        var n = lengths.Sum();
        afterInner.Backward(gradient, n);
        gradient.AsSpan(0, n * width).CopyTo(Rows.Room(ref ofMiddle, n * width));
        if (isDropped) Rows.Multiply(outputFactors.AsSpan(0, n * width), gradient.AsSpan(0, n * width));
        Gradients(units, outer, outerBias, gradient, n, Rows.Room(ref ofUnits, n * shape.Inner));
        Rows.Multiply(slopes.AsSpan(0, n * shape.Inner), ofUnits.AsSpan(0, n * shape.Inner));
        Gradients(middle, inner, innerBias, ofUnits, n, ofMiddle, adds: true);
        afterAttention.Backward(ofMiddle, n);
        ofMiddle.AsSpan(0, n * width).CopyTo(Rows.Room(ref below, n * width));
        if (isDropped) Rows.Multiply(middleFactors.AsSpan(0, n * width), ofMiddle.AsSpan(0, n * width));
        // The gradient that came in is done with: its room takes that of what was gathered.
        Gradients(gathered, ofGathered, ofGatheredBias, ofMiddle, n, gradient);
        attention.Backward(heads, lengths, gradient, Rows.Room(ref ofHeadRows, n * 3 * width));
        Gradients(input, ofHeads, ofHeadsBias, ofHeadRows, n, below, adds: true);
        return below;
    }

    private void Bend(int count)
    {
        var from = MemoryMarshal.Cast<float, Vector256<float>>(sums.AsSpan(0, count));
        var slope = MemoryMarshal.Cast<float, Vector256<float>>(Rows.Room(ref slopes, count).AsSpan());
        var unit = MemoryMarshal.Cast<float, Vector256<float>>(Rows.Room(ref units, count).AsSpan());
        for (var i = 0; i < from.Length; i++) unit[i] = GaussianUnit(from[i], out slope[i]);
    }

    // The Gaussian error linear unit x·Φ(x) (Hendrycks and Gimpel 2016) and its slope Φ(x) + x·φ(x). Φ is taken by formula 7.1.26 of
    // Abramowitz and Stegun, within 2e-7.
    private static Vector256<float> GaussianUnit(Vector256<float> x, out Vector256<float> slope)
    {
        var one = Vector256<float>.One;
        var size = Vector256.Abs(x) * 0.70710678f;
        var t = one / Vector256.FusedMultiplyAdd(size, Vector256.Create(0.3275911f), one);
        var sum = Vector256.FusedMultiplyAdd(t, Vector256.Create(1.061405429f), Vector256.Create(-1.453152027f));
        sum = Vector256.FusedMultiplyAdd(sum, t, Vector256.Create(1.421413741f));
        sum = Vector256.FusedMultiplyAdd(sum, t, Vector256.Create(-0.284496736f));
        sum = Vector256.FusedMultiplyAdd(sum, t, Vector256.Create(0.254829592f));
        var bell = Exponential.Of(-size * size);
        var tail = sum * t * bell * 0.5f;
        var share = Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256<float>.Zero), tail, one - tail);
        slope = Vector256.FusedMultiplyAdd(x * 0.39894228f, bell, share);
        return x * share;
    }

    private void Product(float[] rows, Parameter matrix, Parameter bias, float[] products, int n)
    {
        Rows.Fill(products, n, bias);
        MatrixProduct.Multiply(new MatrixView(rows, matrix.Count / matrix.Columns), new MatrixView(matrix.Value, matrix.Columns), products, n, matrix.Columns, matrix.Count / matrix.Columns, adds: true, shape.Threads);
    }

    private void Gradients(float[] rows, Parameter matrix, Parameter bias, float[] gradient, int n, float[] ofRows, bool adds = false)
    {
        var inputs = matrix.Count / matrix.Columns;
        Rows.AddSum(gradient, n, bias);
        MatrixProduct.Multiply(new MatrixView(rows, inputs).Transposed, new MatrixView(gradient, matrix.Columns), matrix.Gradient, inputs, matrix.Columns, n, adds: true, shape.Threads);
        MatrixProduct.Multiply(new MatrixView(gradient, matrix.Columns), new MatrixView(matrix.Value, matrix.Columns).Transposed, ofRows, n, inputs, matrix.Columns, adds, shape.Threads);
    }
}
