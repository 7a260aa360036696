namespace OnRecord.Language.Learning;

/// <summary>
/// Rows times a matrix plus a bias. A row's result does not depend on the rows beside it. Immutable; safe to share.
/// </summary>
internal sealed class DenseLayer
{
    private readonly ByteMatrix matrix;
    private readonly float[] bias;

    /// <summary>A layer.</summary>
    /// <param name="weights">Input by output, row after row.</param>
    /// <param name="bias">One number for each output.</param>
    public DenseLayer(ReadOnlySpan<float> weights, ReadOnlySpan<float> bias)
    {
        if (bias.IsEmpty || weights.Length % bias.Length != 0) throw new ArgumentException($"A layer of {weights.Length} weights cannot have {bias.Length} outputs.", nameof(bias));
        var inputs = weights.Length / bias.Length;
        var outputs = (bias.Length + 15) / 16 * 16;
        this.bias = new float[outputs];
        bias.CopyTo(this.bias);
        var wide = new float[inputs * outputs];
        for (var i = 0; i < inputs; i++) weights.Slice(i * bias.Length, bias.Length).CopyTo(wide.AsSpan(i * outputs));
        matrix = new ByteMatrix(inputs, outputs, wide);
    }

    /// <summary>The length of a row that goes in.</summary>
    public int Inputs => matrix.Rows;

    /// <summary>The length of a row that comes out: the number of outputs, filled up to a multiple of sixteen.</summary>
    public int Outputs => matrix.Columns;

    /// <summary>Computes all rows.</summary>
    /// <param name="input">The rows, one after the other.</param>
    /// <param name="rows">Their number.</param>
    /// <param name="output">Takes the result, one row after the other.</param>
    public void Apply(ReadOnlySpan<float> input, int rows, Span<float> output) => matrix.Multiply(input, rows, output, bias);
}
