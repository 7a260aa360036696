using OnRecord.Lab.Train.Language;

namespace OnRecord.Lab.Train.Network;

/// <summary>The products with which words come into a layer, while they are trained.</summary>
internal sealed class LayerInput
{
    private readonly int width;
    private readonly int columns;
    private readonly DenseMatrix matrix;
    private readonly DenseMatrix transposed;

    public LayerInput(int width, int columns, Random random)
    {
        this.width = width;
        this.columns = columns;
        Weights = new Parameter("weights", width, columns).Fill(random, Math.Sqrt(3.0 / width));
        Bias = new Parameter("bias", 1, columns);
        matrix = new DenseMatrix(width, columns, Weights.Value);
        transposed = new DenseMatrix(columns, (width + 15) / 16 * 16, new float[columns * ((width + 15) / 16 * 16)]);
    }

    public Parameter Weights { get; }

    public Parameter Bias { get; }

    public void Forward(float[] input, int n, float[] rows)
    {
        matrix.Pack(Weights.Value);
        for (var i = 0; i < n; i++) Bias.Value.AsSpan(0, columns).CopyTo(rows.AsSpan(i * columns));
        Split.Rows(n, (start, count) => matrix.Multiply(input.AsSpan(start * width, count * width), count, rows.AsSpan(start * columns, count * columns), adds: true));
    }

    /// <summary>Adds the gradient of the weights, and returns that of the input, to which what went past the layer is added where there is any.</summary>
    public float[] Backward(float[] input, int n, float[] gradient, float[]? past)
    {
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
        if (past is not null) Products.Add(1, past, wide);
        if (padded == width) return wide;
        var below = new float[n * width];
        for (var i = 0; i < n; i++) wide.AsSpan(i * padded, width).CopyTo(below.AsSpan(i * width));
        return below;
    }
}
