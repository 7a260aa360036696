using System.Runtime.Intrinsics;

namespace OnRecord.Language.Learning;

/// <summary>
/// A bidirectional layer of simple recurrent units (Lei and others 2018): all products are taken over the whole passage at
/// once, and what runs along the words is a sum a unit. The input of width D gives an output of width 2H: H units that read
/// forward, then H that read backward. Immutable but for its packed weights; safe to share between threads for reading.
/// </summary>
internal sealed unsafe class SimpleRecurrentLayer
{
    /// <summary>The products a unit takes of the input: candidate, forget gate, reset gate, highway.</summary>
    public const int Products = 4;

    /// <summary>A layer with its weights.</summary>
    /// <param name="width">D, the width of the input.</param>
    /// <param name="units">H, the number of units in each direction, a multiple of eight.</param>
    /// <param name="weights">D rows of <c>2 * 4 * H</c>: for each direction the four products, H wide each.</param>
    /// <param name="gates">For each direction: forget peephole, reset peephole, forget bias, reset bias, H wide each.</param>
    public SimpleRecurrentLayer(int width, int units, float[] weights, float[] gates)
    {
        if (units % 8 != 0 || gates.Length != 2 * 4 * units) throw new ArgumentException("The layer's tables do not fit its number of units.", nameof(gates));
        Width = width;
        Units = units;
        Gates = gates;
        Weights = new DenseMatrix(width, 2 * Products * units, weights);
    }

    /// <summary>The width of the input.</summary>
    public int Width { get; }

    /// <summary>The number of units in each direction.</summary>
    public int Units { get; }

    /// <summary>The weights of the products.</summary>
    public DenseMatrix Weights { get; }

    /// <summary>The peepholes and biases.</summary>
    public float[] Gates { get; }

    /// <summary>Runs over one passage whose products have been taken. The gates' values take the place of their products.</summary>
    /// <param name="n">The number of tokens.</param>
    /// <param name="products"><c>n * 8H</c>; changed.</param>
    /// <param name="states">Takes the inner states, <c>n * 2H</c>.</param>
    /// <param name="output">Takes the output, <c>n * 2H</c>.</param>
    public void Run(int n, Span<float> products, Span<float> states, Span<float> output)
    {
        var h = Units;
        fixed (float* u = products, c = states, o = output, g = Gates)
        {
            for (var direction = 0; direction < 2; direction++)
            {
                var gates = g + direction * 4 * h;
                var offset = direction * h;
                for (var step = 0; step < n; step++)
                {
                    var t = direction == 0 ? step : n - 1 - step;
                    var previous = step == 0 ? null : c + (direction == 0 ? t - 1 : t + 1) * 2 * h + offset;
                    var row = u + t * 8 * h + direction * 4 * h;
                    var state = c + t * 2 * h + offset;
                    var result = o + t * 2 * h + offset;
                    for (var i = 0; i < h; i += 8)
                    {
                        var before = previous is null ? default : Vector256.Load(previous + i);
                        var forget = Sigmoid(Vector256.FusedMultiplyAdd(Vector256.Load(gates + i), before, Vector256.Load(row + h + i) + Vector256.Load(gates + 2 * h + i)));
                        var reset = Sigmoid(Vector256.FusedMultiplyAdd(Vector256.Load(gates + h + i), before, Vector256.Load(row + 2 * h + i) + Vector256.Load(gates + 3 * h + i)));
                        var candidate = Vector256.Load(row + i);
                        var now = Vector256.FusedMultiplyAdd(forget, before - candidate, candidate);
                        var highway = Vector256.Load(row + 3 * h + i);
                        forget.Store(row + h + i);
                        reset.Store(row + 2 * h + i);
                        now.Store(state + i);
                        Vector256.FusedMultiplyAdd(reset, now - highway, highway).Store(result + i);
                    }
                }
            }
        }
    }

    /// <summary>The logistic function, by a polynomial and the bits of the exponent, with the same result on every machine.</summary>
    internal static Vector256<float> Sigmoid(Vector256<float> x)
    {
        // exp(-x) = 2^(k + f) with f in [-0.5, 0.5].
        var y = Vector256.Min(Vector256.Max(x * -1.44269504f, Vector256.Create(-80f)), Vector256.Create(80f));
        var k = Vector256.Floor(y + Vector256.Create(0.5f));
        var f = y - k;
        var p = Vector256.Create(1.33977283e-3f);
        p = Vector256.FusedMultiplyAdd(p, f, Vector256.Create(9.61817692e-3f));
        p = Vector256.FusedMultiplyAdd(p, f, Vector256.Create(5.55034118e-2f));
        p = Vector256.FusedMultiplyAdd(p, f, Vector256.Create(2.40226507e-1f));
        p = Vector256.FusedMultiplyAdd(p, f, Vector256.Create(6.93147182e-1f));
        p = Vector256.FusedMultiplyAdd(p, f, Vector256.Create(1f));
        var power = Vector256.ShiftLeft(Vector256.ConvertToInt32(k) + Vector256.Create(127), 23).AsSingle();
        return Vector256<float>.One / (Vector256<float>.One + p * power);
    }
}
