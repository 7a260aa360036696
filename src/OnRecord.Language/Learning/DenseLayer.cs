using OnRecord.Language.ModelFiles;

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
        if (outputs == bias.Length)
        {
            matrix = new ByteMatrix(inputs, outputs, weights);
            return;
        }
        using var block = WideBlock.Rent(WideBlock.SizeOf<float>(inputs * outputs));
        var wide = block.TakeSpan<float>(inputs * outputs);
        wide.Clear();
        for (var i = 0; i < inputs; i++) weights.Slice(i * bias.Length, bias.Length).CopyTo(wide[(i * outputs)..]);
        matrix = new ByteMatrix(inputs, outputs, wide);
    }

    private DenseLayer(ByteMatrix matrix, float[] bias) => (this.matrix, this.bias) = (matrix, bias);

    /// <summary>A layer of a weight file whose weights stand there in whole numbers; its outputs are a multiple of sixteen.</summary>
    /// <param name="file">The file.</param>
    /// <param name="name">What its sections begin with: its matrix and its bias.</param>
    /// <param name="inputs">The length of a row that goes in.</param>
    /// <param name="outputs">The length of a row that comes out.</param>
    /// <exception cref="OnRecordException">OR3002 where the sections have other lengths.</exception>
    public static DenseLayer Read(ModelFile file, string name, int inputs, int outputs) =>
        new(ByteMatrix.Read(file, name + ".matrix", inputs, outputs), Weights.Read(file, name + ".bias", outputs));

    /// <summary>The sections that such a layer is read from.</summary>
    public static IEnumerable<KeyValuePair<string, ReadOnlyMemory<byte>>> Sections(string name, ReadOnlySpan<float> weights, ReadOnlySpan<float> bias) =>
        [new(name + ".matrix", new ByteMatrix(weights.Length / bias.Length, bias.Length, weights).ToBytes()), new(name + ".bias", Weights.Pack(bias))];

    /// <summary>A layer of a weight file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="weights">The section of its weights, input by output, row after row.</param>
    /// <param name="bias">The section of its bias.</param>
    /// <param name="inputs">The length of a row that goes in.</param>
    /// <param name="outputs">The length of the bias.</param>
    /// <exception cref="OnRecordException">OR3002 where the sections have other lengths.</exception>
    public static DenseLayer Read(ModelFile file, string weights, string bias, int inputs, int outputs)
    {
        // What the weights are read into is lent again for the next layer's: only its bytes stay.
        using var block = WideBlock.Rent(WideBlock.SizeOf<float>(inputs * outputs));
        var values = block.TakeSpan<float>(inputs * outputs);
        Weights.Read(file, weights, values);
        return new DenseLayer(values, Weights.Read(file, bias, outputs));
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
