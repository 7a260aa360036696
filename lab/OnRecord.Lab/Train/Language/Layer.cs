
namespace OnRecord.Lab.Train.Language;

/// <summary>One recurrent layer as it is trained, with its products before and its buffers.</summary>
internal sealed class Layer
{
    private readonly int width;
    private readonly int partCount;
    private readonly Parameter weights;
    private readonly Parameter bias;
    private readonly Recurrent recurrent;
    private float[] parts = [], partsGradient = [], output = [];

    /// <summary>A layer has its own way past, or lets its input past, which is then as wide as its output.</summary>
    public Layer(string name, bool hasOwnWay, int input, int width, Func<string, int, int, Parameter> add, Random random)
    {
        this.width = width;
        partCount = hasOwnWay ? 4 : 3;
        weights = add("w" + name, input, partCount * 2 * width).Fill(random, Math.Sqrt(3.0 / input));
        bias = add("b" + name, 1, partCount * 2 * width);
        recurrent = new Recurrent(width, partCount, add("v" + name, 1, 4 * width).Fill(random, 0.1));
    }

    /// <summary>What dropout multiplied the output with.</summary>
    public float[] Mask { get; private set; } = [];

    /// <summary>The gradient of the output, after dropout.</summary>
    public float[] OutputGradient { get; private set; } = [];

    public Span<float> Output(int rows) => output.AsSpan(0, rows * 2 * width);

    public void Clear() => OutputGradient.AsSpan().Clear();

    public void Grow(int rows)
    {
        if (output.Length >= rows * 2 * width) return;
        (output, OutputGradient, Mask) = (new float[rows * 2 * width], new float[rows * 2 * width], new float[rows * 2 * width]);
        (parts, partsGradient) = (new float[rows * partCount * 2 * width], new float[rows * partCount * 2 * width]);
    }

    public Span<float> Forward(ReadOnlySpan<float> input, int rows, ReadOnlySpan<int> lengths)
    {
        Products.Forward(input, weights.Value, bias.Value, rows, parts);
        recurrent.Forward(parts, lengths, partCount == 4 ? default : input, Output(rows));
        return Output(rows);
    }

    /// <summary>Takes the gradient of the output back to the weights and to the input.</summary>
    /// <param name="input">What went in.</param>
    /// <param name="rows">The number of words.</param>
    /// <param name="lengths">The sentences' lengths.</param>
    /// <param name="inputGradient">Adds the gradient of the input.</param>
    public void Backward(ReadOnlySpan<float> input, int rows, ReadOnlySpan<int> lengths, Span<float> inputGradient)
    {
        for (var i = 0; i < rows * 2 * width; i++) OutputGradient[i] *= Mask[i];
        recurrent.Backward(parts, lengths, partCount == 4 ? default : input, OutputGradient, partsGradient, partCount == 4 ? default : inputGradient);
        var outputs = partCount * 2 * width;
        Products.Weights(input, partsGradient, rows, weights.Gradient, bias.Gradient);
        Products.Inputs(partsGradient, weights.Value.AsSpan(0, weights.Count), outputs, rows, inputGradient);
    }
}
