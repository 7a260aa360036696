using OnRecord.Lab.Train.Language;
using OnRecord.Language.Learning;

namespace OnRecord.Lab.Train.Network;

/// <summary>A recurrent layer with its rows while it is trained: the forward pass keeps what the backward pass needs.</summary>
internal sealed class RecurrentTraining
{
    private readonly int width;
    private readonly int parts;
    private readonly int columns;
    private readonly int units;
    private readonly DenseMatrix matrix;
    private readonly DenseMatrix transposed;
    private readonly Recurrent recurrent;
    private float[] rows = [];
    private float[] output = [];

    /// <summary>A layer. Where the input is as wide as the output it is let past as it is; a layer of another input learns a way past of its own.</summary>
    public RecurrentTraining(int width, int units, Random random)
    {
        this.width = width;
        this.units = units;
        parts = width == 2 * units ? 3 : 4;
        columns = parts * 2 * units;
        Weights = new Parameter("weights", width, columns).Fill(random, Math.Sqrt(3.0 / width));
        Bias = new Parameter("bias", 1, columns);
        Peepholes = new Parameter("peepholes", 1, 4 * units).Fill(random, 0.1);
        // Units remember by default: the bias of the forget gate begins above nought.
        for (var direction = 0; direction < 2; direction++) Bias.Value.AsSpan(direction * parts * units + units, units).Fill(1);
        recurrent = new Recurrent(units, parts, Peepholes);
        matrix = new DenseMatrix(width, columns, Weights.Value);
        transposed = new DenseMatrix(columns, (width + 15) / 16 * 16, new float[columns * ((width + 15) / 16 * 16)]);
    }

    public Parameter Weights { get; }

    public Parameter Bias { get; }

    public Parameter Peepholes { get; }

    /// <summary>Runs over the passages of a batch, whose tokens stand one after the other.</summary>
    public float[] Forward(float[] input, int n, int[] lengths)
    {
        if (rows.Length < n * columns) rows = new float[n * columns];
        output = new float[n * 2 * units];
        matrix.Pack(Weights.Value);
        for (var i = 0; i < n; i++) Bias.Value.AsSpan(0, columns).CopyTo(rows.AsSpan(i * columns));
        Split.Rows(n, (start, count) => matrix.Multiply(input.AsSpan(start * width, count * width), count, rows.AsSpan(start * columns, count * columns), adds: true));
        recurrent.Forward(rows, lengths, parts == 4 ? default : input, output);
        return output;
    }

    /// <summary>Takes the gradient of the output, adds that of the weights, and returns that of the input.</summary>
    public float[] Backward(float[] input, int n, int[] lengths, float[] outputGradient)
    {
        var gradient = new float[n * columns];
        var past = new float[parts == 4 ? 0 : n * width];
        recurrent.Backward(rows, lengths, parts == 4 ? default : input, outputGradient, gradient, past);
        for (var i = 0; i < n; i++) Products.Add(1, gradient.AsSpan(i * columns, columns), Bias.Gradient.AsSpan(0, columns));
        // Weights: the transposed input times the gradient of the rows.
        var turned = new float[n * width];
        for (var i = 0; i < n; i++)
        {
            for (var k = 0; k < width; k++) turned[k * n + i] = input[i * width + k];
        }
        var gradients = new DenseMatrix(n, columns, gradient);
        Split.Rows(width, (start, count) => gradients.Multiply(turned.AsSpan(start * n, count * n), count, Weights.Gradient.AsSpan(start * columns, count * columns), adds: true));
        var padded = transposed.Columns;
        var values = new float[padded * columns];
        Weights.Value.AsSpan(0, width * columns).CopyTo(values);
        transposed.Pack(values, isTransposed: true);
        var wide = new float[n * padded];
        Split.Rows(n, (start, count) => transposed.Multiply(gradient.AsSpan(start * columns, count * columns), count, wide.AsSpan(start * padded, count * padded)));
        if (parts == 3) Products.Add(1, past, wide);
        if (padded == width) return wide;
        var below = new float[n * width];
        for (var i = 0; i < n; i++) wide.AsSpan(i * padded, width).CopyTo(below.AsSpan(i * width));
        return below;
    }
}
