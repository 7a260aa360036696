using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using OnRecord.Lab.Train.Language;
using OnRecord.Language.Learning;

namespace OnRecord.Lab.Train.Network;

/// <summary>
/// A layer of long short-term memory while it is trained. The passages of a batch take each step together, the longest first,
/// so that a step is one product of matrices; each direction has a thread. The forward pass is that of <see cref="LongShortTermLayer"/>.
/// </summary>
internal sealed class LongShortTermTraining : ILayerTraining
{
    private const int Parts = LongShortTermLayer.Parts;

    private readonly int units;
    private readonly int columns;
    private readonly LayerInput rowsOf;
    private readonly Parameter recurrent;
    private readonly DenseMatrix[] forward;
    private readonly DenseMatrix[] backward;
    private float[] rows = [];
    private float[] states = [];
    private float[] output = [];

    public LongShortTermTraining(int width, int units, Random random)
    {
        this.units = units;
        columns = 2 * Parts * units;
        rowsOf = new LayerInput(width, columns, random);
        recurrent = new Parameter("recurrent", 2 * units, Parts * units).Fill(random, Math.Sqrt(1.0 / units));
        for (var direction = 0; direction < 2; direction++) rowsOf.Bias.Value.AsSpan((direction * Parts + 1) * units, units).Fill(1);
        forward = [new DenseMatrix(units, Parts * units, Of(0)), new DenseMatrix(units, Parts * units, Of(1))];
        backward = [new DenseMatrix(Parts * units, units, Of(0), isTransposed: true), new DenseMatrix(Parts * units, units, Of(1), isTransposed: true)];
        Parameters = [rowsOf.Weights, rowsOf.Bias, recurrent];
    }

    public IReadOnlyList<Parameter> Parameters { get; }

    public float[] Forward(float[] input, int n, int[] lengths)
    {
        if (rows.Length < n * columns) (rows, states) = (new float[n * columns], new float[n * 2 * units]);
        output = new float[n * 2 * units];
        rowsOf.Forward(input, n, rows);
        var passages = Longest(lengths);
        Parallel.Invoke(() => Forward(0, passages), () => Forward(1, passages));
        // Whoever takes it may leave numbers out; the gradient needs what was given.
        return [.. output];
    }

    public float[] Backward(float[] input, int n, int[] lengths, float[] outputGradient)
    {
        var gradient = new float[n * columns];
        var passages = Longest(lengths);
        Parallel.Invoke(() => Backward(0, n, passages, outputGradient, gradient), () => Backward(1, n, passages, outputGradient, gradient));
        return rowsOf.Backward(input, n, gradient, null);
    }

    private Span<float> Of(int direction) => recurrent.Value.AsSpan(direction * Parts * units * units, Parts * units * units);

    private static (int Start, int Length)[] Longest(int[] lengths)
    {
        var passages = new (int Start, int Length)[lengths.Length];
        var at = 0;
        for (var i = 0; i < lengths.Length; i++) (passages[i], at) = ((at, lengths[i]), at + lengths[i]);
        return [.. passages.OrderByDescending(p => p.Length)];
    }

    private static int Active((int Start, int Length)[] passages, int step)
    {
        var active = passages.Length;
        while (passages[active - 1].Length <= step) active--;
        return active;
    }

    private static int Word((int Start, int Length) passage, int direction, int step) => direction == 0 ? passage.Start + step : passage.Start + passage.Length - 1 - step;

    // The rows become the gates' values.
    private void Forward(int direction, (int Start, int Length)[] passages)
    {
        var matrix = forward[direction];
        matrix.Pack(Of(direction));
        var given = new float[passages.Length * units];
        var added = new float[passages.Length * Parts * units];
        for (var step = 0; step < passages[0].Length; step++)
        {
            var active = Active(passages, step);
            matrix.Multiply(given, active, added);
            for (var b = 0; b < active; b++)
            {
                var word = Word(passages[b], direction, step);
                var row = (word * 2 + direction) * Parts * units;
                var to = (word * 2 + direction) * units;
                var before = step == 0 ? -1 : to + (direction == 0 ? -2 : 2) * units;
                for (var lane = 0; lane < units; lane += 8)
                {
                    var more = b * Parts * units + lane;
                    var at = row + lane;
                    var i = LongShortTermLayer.Gate(At(rows, at) + At(added, more));
                    var f = LongShortTermLayer.Gate(At(rows, at + units) + At(added, more + units));
                    var o = LongShortTermLayer.Gate(At(rows, at + 2 * units) + At(added, more + 2 * units));
                    var g = LongShortTermLayer.Tangent(At(rows, at + 3 * units) + At(added, more + 3 * units));
                    var state = Vector256.FusedMultiplyAdd(f, before < 0 ? default : At(states, before + lane), i * g);
                    var h = o * LongShortTermLayer.Tangent(state);
                    Set(rows, at, i);
                    Set(rows, at + units, f);
                    Set(rows, at + 2 * units, o);
                    Set(rows, at + 3 * units, g);
                    Set(states, to + lane, state);
                    Set(output, to + lane, h);
                    Set(given, b * units + lane, h);
                }
            }
        }
    }

    private void Backward(int direction, int n, (int Start, int Length)[] passages, float[] outputGradient, float[] gradient)
    {
        var one = Vector256<float>.One;
        var matrix = backward[direction];
        matrix.Pack(Of(direction), isTransposed: true);
        var givenNext = new float[passages.Length * units];
        var stateNext = new float[passages.Length * units];
        var of = new float[passages.Length * Parts * units];
        for (var step = passages[0].Length - 1; step >= 0; step--)
        {
            var active = Active(passages, step);
            for (var b = 0; b < active; b++)
            {
                var word = Word(passages[b], direction, step);
                var row = (word * 2 + direction) * Parts * units;
                var to = (word * 2 + direction) * units;
                var before = step == 0 ? -1 : to + (direction == 0 ? -2 : 2) * units;
                for (var lane = 0; lane < units; lane += 8)
                {
                    var at = row + lane;
                    Vector256<float> i = At(rows, at), f = At(rows, at + units), o = At(rows, at + 2 * units), g = At(rows, at + 3 * units);
                    var state = LongShortTermLayer.Tangent(At(states, to + lane));
                    var dh = At(outputGradient, to + lane) + At(givenNext, b * units + lane);
                    var dc = At(stateNext, b * units + lane) + dh * o * (one - state * state);
                    var mine = b * Parts * units + lane;
                    Put(at, mine, dc * g * i * (one - i));
                    Put(at + units, mine + units, before < 0 ? default : dc * At(states, before + lane) * f * (one - f));
                    Put(at + 2 * units, mine + 2 * units, dh * state * o * (one - o));
                    Put(at + 3 * units, mine + 3 * units, dc * i * (one - g * g));
                    Set(stateNext, b * units + lane, dc * f);
                }
            }
            matrix.Multiply(of, active, givenNext);
        }
        // Weights: what was given before, transposed, times the gradient of the gates.
        var turned = new float[n * units];
        var mineOf = new float[n * Parts * units];
        foreach (var passage in passages)
        {
            for (var step = 0; step < passage.Length; step++)
            {
                var word = Word(passage, direction, step);
                gradient.AsSpan((word * 2 + direction) * Parts * units, Parts * units).CopyTo(mineOf.AsSpan(word * Parts * units));
                if (step == 0) continue;
                var from = ((word + (direction == 0 ? -1 : 1)) * 2 + direction) * units;
                for (var k = 0; k < units; k++) turned[k * n + word] = output[from + k];
            }
        }
        new DenseMatrix(n, Parts * units, mineOf).Multiply(turned, units, recurrent.Gradient.AsSpan(direction * Parts * units * units, Parts * units * units), adds: true);

        void Put(int at, int mine, Vector256<float> value)
        {
            Set(gradient, at, value);
            Set(of, mine, value);
        }
    }

    private static Vector256<float> At(float[] from, int at) => Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(from), (nuint)at);

    private static void Set(float[] to, int at, Vector256<float> value) => value.StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(to), (nuint)at);
}
