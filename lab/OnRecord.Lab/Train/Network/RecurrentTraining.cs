using OnRecord.Lab.Train.Language;

namespace OnRecord.Lab.Train.Network;

/// <summary>A layer of simple recurrent units with its rows while it is trained: the forward pass keeps what the backward pass needs.</summary>
internal sealed class RecurrentTraining : ILayerTraining
{
    private readonly int width;
    private readonly int parts;
    private readonly int columns;
    private readonly int units;
    private readonly LayerInput rowsOf;
    private readonly Recurrent recurrent;
    private float[] rows = [];

    /// <summary>A layer. Where the input is as wide as the output it is let past as it is; a layer of another input learns a way past of its own.</summary>
    public RecurrentTraining(int width, int units, Random random)
    {
        this.width = width;
        this.units = units;
        parts = width == 2 * units ? 3 : 4;
        columns = parts * 2 * units;
        rowsOf = new LayerInput(width, columns, random);
        var peepholes = new Parameter("peepholes", 1, 4 * units).Fill(random, 0.1);
        // Units remember by default: the bias of the forget gate begins above nought.
        for (var direction = 0; direction < 2; direction++) rowsOf.Bias.Value.AsSpan(direction * parts * units + units, units).Fill(1);
        recurrent = new Recurrent(units, parts, peepholes);
        Parameters = [rowsOf.Weights, rowsOf.Bias, peepholes];
    }

    public IReadOnlyList<Parameter> Parameters { get; }

    public float[] Forward(float[] input, int n, int[] lengths)
    {
        if (rows.Length < n * columns) rows = new float[n * columns];
        var output = new float[n * 2 * units];
        rowsOf.Forward(input, n, rows);
        recurrent.Forward(rows, lengths, parts == 4 ? default : input, output);
        return output;
    }

    public float[] Backward(float[] input, int n, int[] lengths, float[] outputGradient)
    {
        var gradient = new float[n * columns];
        var past = parts == 4 ? null : new float[n * width];
        recurrent.Backward(rows, lengths, parts == 4 ? default : input, outputGradient, gradient, past);
        return rowsOf.Backward(input, n, gradient, past);
    }
}
