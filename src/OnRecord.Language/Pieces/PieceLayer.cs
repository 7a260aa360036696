using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using OnRecord.Language.Learning;
using OnRecord.Language.ModelFiles;

namespace OnRecord.Language.Pieces;

/// <summary>
/// One layer of an encoder of word pieces: attention, and two layers of each piece alone, each added to what came in and
/// normalised. Immutable; safe to share between threads.
/// </summary>
internal sealed class PieceLayer
{
    private readonly DenseLayer heads, gathered, inner, outer;
    private readonly Normalisation afterAttention, afterInner;
    private readonly PieceAttention attention;

    /// <summary>A layer of a weight file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="name">What its sections begin with.</param>
    /// <param name="width">The numbers of a piece.</param>
    /// <param name="innerUnits">The units between the two layers of each piece alone.</param>
    /// <exception cref="OnRecordException">OR3002 where the sections have other lengths.</exception>
    public PieceLayer(ModelFile file, string name, int width, int innerUnits)
    {
        heads = DenseLayer.Read(file, name + ".heads", width, 3 * width);
        gathered = DenseLayer.Read(file, name + ".gathered", width, width);
        afterAttention = new Normalisation(file, name + ".after-attention", width);
        inner = DenseLayer.Read(file, name + ".inner", width, innerUnits);
        outer = DenseLayer.Read(file, name + ".outer", innerUnits, width);
        afterInner = new Normalisation(file, name + ".after-inner", width);
        attention = new PieceAttention(width);
    }

    /// <summary>The numbers that are worked with for each piece, besides its state.</summary>
    public int Room => Math.Max(heads.Outputs, inner.Outputs) + 2 * gathered.Outputs;

    /// <summary>Replaces the states of the pieces of some passages.</summary>
    /// <param name="states">The states, one passage after the other.</param>
    /// <param name="lengths">The pieces of each passage.</param>
    /// <param name="room"><see cref="Room"/> numbers for each piece.</param>
    public void Apply(Span<float> states, ReadOnlySpan<int> lengths, Span<float> room)
    {
        var width = gathered.Outputs;
        var count = states.Length / width;
        var own = room[..states.Length];
        var more = room.Slice(states.Length, states.Length);
        var wide = room[(2 * states.Length)..];
        heads.Apply(states, count, wide);
        var at = 0;
        foreach (var length in lengths)
        {
            attention.Apply(wide[(at * heads.Outputs)..], length, own.Slice(at * width, length * width));
            at += length;
        }
        gathered.Apply(own, count, more);
        Sums.Add(more, states);
        afterAttention.Apply(states);
        inner.Apply(states, count, wide);
        foreach (ref var eight in MemoryMarshal.Cast<float, Vector256<float>>(wide[..(count * inner.Outputs)])) eight = GaussianUnit(eight);
        outer.Apply(wide, count, more);
        Sums.Add(more, states);
        afterInner.Apply(states);
    }

    // The Gaussian error linear unit x·Φ(x) within 2e-4: Φ − ½ as an odd polynomial up to four, fitted by least squares to the largest error.
    private static Vector256<float> GaussianUnit(Vector256<float> x)
    {
        var near = Vector256.Min(Vector256.Max(x, Vector256.Create(-4f)), Vector256.Create(4f));
        var square = near * near;
        var sum = Vector256.FusedMultiplyAdd(square, Vector256.Create(2.27810445e-8f), Vector256.Create(-1.5985808e-6f));
        sum = Vector256.FusedMultiplyAdd(sum, square, Vector256.Create(4.79550645e-5f));
        sum = Vector256.FusedMultiplyAdd(sum, square, Vector256.Create(-0.000814010787f));
        sum = Vector256.FusedMultiplyAdd(sum, square, Vector256.Create(0.00877236424f));
        sum = Vector256.FusedMultiplyAdd(sum, square, Vector256.Create(-0.0645730552f));
        sum = Vector256.FusedMultiplyAdd(sum, square, Vector256.Create(0.397883308f));
        return x * Vector256.FusedMultiplyAdd(sum, near, Vector256.Create(0.5f));
    }
}
