using OnRecord.Lab.Train.Language;
using OnRecord.Language.Learning;

namespace OnRecord.Lab.Train.Network;

/// <summary>A plain layer of sums while it is trained.</summary>
internal sealed class DenseTraining
{
    private readonly int width;
    private readonly int output;
    private readonly DenseMatrix forward;
    private readonly DenseMatrix backward;

    public DenseTraining(int width, int output, Random random)
    {
        this.width = width;
        this.output = output;
        Weights = new Parameter("weights", width, output).Fill(random, Math.Sqrt(3.0 / width));
        Bias = new Parameter("bias", 1, output);
        forward = new DenseMatrix(width, output, Weights.Value);
        backward = new DenseMatrix(output, width, Weights.Value, isTransposed: true);
    }

    public Parameter Weights { get; }

    public Parameter Bias { get; }

    public float[] Forward(float[] input, int n)
    {
        forward.Pack(Weights.Value);
        var scores = new float[n * output];
        for (var i = 0; i < n; i++) Bias.Value.AsSpan(0, output).CopyTo(scores.AsSpan(i * output));
        forward.Multiply(input, n, scores, adds: true);
        return scores;
    }

    public float[] Backward(float[] input, int n, float[] gradient)
    {
        for (var i = 0; i < n; i++)
        {
            for (var k = 0; k < output; k++) Bias.Gradient[k] += gradient[i * output + k];
        }
        var turned = new float[n * width];
        for (var i = 0; i < n; i++)
        {
            for (var k = 0; k < width; k++) turned[k * n + i] = input[i * width + k];
        }
        new DenseMatrix(n, output, gradient).Multiply(turned, width, Weights.Gradient, adds: true);
        backward.Pack(Weights.Value, isTransposed: true);
        var below = new float[n * width];
        backward.Multiply(gradient, n, below);
        return below;
    }
}
