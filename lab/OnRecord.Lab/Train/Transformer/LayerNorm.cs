using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using OnRecord.Lab.Train.Language;

namespace OnRecord.Lab.Train.Transformer;

/// <summary>Brings each row to mean nought and variance one, then scales and shifts it by learned numbers (Ba et al. 2016).</summary>
internal sealed class LayerNorm
{
    private const float Epsilon = 1e-12f;

    private readonly int width;
    private float[] normal = [];
    private float[] scales = [];

    public LayerNorm(string name, int width, float[]? weight = null, float[]? bias = null)
    {
        this.width = width;
        Scale = new Parameter(name + ".weight", 1, width);
        Shift = new Parameter(name + ".bias", 1, width);
        Scale.Value.AsSpan(0, width).Fill(1);
        weight?.CopyTo(Scale.Value, 0);
        bias?.CopyTo(Shift.Value, 0);
    }

    public Parameter Scale { get; }

    public Parameter Shift { get; }

    /// <summary>Replaces the rows, and keeps what the gradient needs.</summary>
    public void Forward(float[] rows, int count)
    {
        Rows.Room(ref normal, count * width);
        Rows.Room(ref scales, count);
        var scale = Vectors(Scale.Value);
        var shift = Vectors(Shift.Value);
        for (var i = 0; i < count; i++)
        {
            var row = Vectors(rows.AsSpan(i * width, width));
            var kept = Vectors(normal.AsSpan(i * width, width));
            var sum = Vector256<float>.Zero;
            for (var k = 0; k < row.Length; k++) sum += row[k];
            var mean = Vector256.Create(Vector256.Sum(sum) / width);
            var squares = Vector256<float>.Zero;
            for (var k = 0; k < row.Length; k++)
            {
                var off = row[k] - mean;
                squares = Vector256.FusedMultiplyAdd(off, off, squares);
            }
            scales[i] = 1 / MathF.Sqrt(Vector256.Sum(squares) / width + Epsilon);
            for (var k = 0; k < row.Length; k++)
            {
                kept[k] = (row[k] - mean) * scales[i];
                row[k] = Vector256.FusedMultiplyAdd(kept[k], scale[k], shift[k]);
            }
        }
    }

    /// <summary>Replaces the gradient of what went out by that of what came in, and adds those of scale and shift.</summary>
    public void Backward(float[] gradient, int count)
    {
        var scale = Vectors(Scale.Value);
        var ofScale = Vectors(Scale.Gradient);
        var ofShift = Vectors(Shift.Gradient);
        for (var i = 0; i < count; i++)
        {
            var row = Vectors(gradient.AsSpan(i * width, width));
            var kept = Vectors(normal.AsSpan(i * width, width));
            Vector256<float> sum = default, along = default;
            for (var k = 0; k < row.Length; k++)
            {
                ofShift[k] += row[k];
                ofScale[k] += row[k] * kept[k];
                row[k] *= scale[k];
                sum += row[k];
                along = Vector256.FusedMultiplyAdd(row[k], kept[k], along);
            }
            var mean = Vector256.Create(Vector256.Sum(sum) / width);
            var share = Vector256.Create(Vector256.Sum(along) / width);
            for (var k = 0; k < row.Length; k++) row[k] = (row[k] - mean - kept[k] * share) * scales[i];
        }
    }

    private static Span<Vector256<float>> Vectors(Span<float> values) => MemoryMarshal.Cast<float, Vector256<float>>(values);
}
