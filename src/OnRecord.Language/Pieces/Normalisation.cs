using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using OnRecord.Language.Learning;
using OnRecord.Language.ModelFiles;

namespace OnRecord.Language.Pieces;

/// <summary>
/// Brings the numbers of a row to a mean of nought and a spread of one, then to those that were learned for each (Ba and others
/// 2016). Immutable; safe to share between threads.
/// </summary>
internal sealed class Normalisation
{
    // That of BERT.
    private const float Epsilon = 1e-12f;

    private readonly float[] scale;
    private readonly float[] shift;

    /// <summary>One of a weight file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="name">What its sections begin with.</param>
    /// <param name="width">The numbers of a row, a multiple of eight.</param>
    /// <exception cref="OnRecordException">OR3002 where the sections have other lengths.</exception>
    public Normalisation(ModelFile file, string name, int width) =>
        (scale, shift) = (Weights.Read(file, name + ".scale", width), Weights.Read(file, name + ".shift", width));

    /// <summary>Replaces each of some rows.</summary>
    public void Apply(Span<float> rows)
    {
        var scales = MemoryMarshal.Cast<float, Vector256<float>>(scale);
        var shifts = MemoryMarshal.Cast<float, Vector256<float>>(shift);
        for (; rows.Length > 0; rows = rows[scale.Length..])
        {
            var row = MemoryMarshal.Cast<float, Vector256<float>>(rows[..scale.Length]);
            var sum = Vector256<float>.Zero;
            foreach (var eight in row) sum += eight;
            var mean = Vector256.Create(Vector256.Sum(sum) / scale.Length);
            var squares = Vector256<float>.Zero;
            foreach (var eight in row) squares = Vector256.FusedMultiplyAdd(eight - mean, eight - mean, squares);
            var factor = Vector256.Create(1 / MathF.Sqrt(Vector256.Sum(squares) / scale.Length + Epsilon));
            for (var k = 0; k < row.Length; k++) row[k] = Vector256.FusedMultiplyAdd((row[k] - mean) * factor, scales[k], shifts[k]);
        }
    }
}
