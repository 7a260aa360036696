using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using OnRecord.Lab.Train.Network;

namespace OnRecord.Lab.Train.Language;

/// <summary>The products that training needs, in fixed order: two threads compute different numbers, never parts of one.</summary>
internal static unsafe class Products
{
    /// <summary>output = bias + input × weights, row by row.</summary>
    public static void Forward(ReadOnlySpan<float> input, ReadOnlySpan<float> weights, ReadOnlySpan<float> bias, int rows, Span<float> output)
    {
        var (outputs, inputs) = (bias.Length, weights.Length / bias.Length);
        if (input.Length < rows * inputs || output.Length < rows * outputs) throw new ArgumentException($"{rows} rows do not fit.", nameof(rows));
        fixed (float* x = input, w = weights, b = bias, y = output)
        {
            nint xs = (nint)x, ws = (nint)w, bs = (nint)b, ys = (nint)y;
            Split.Rows(rows, (start, count) => ForwardRows(
                new((float*)xs + start * inputs, count * inputs), new((float*)ws, inputs * outputs), new((float*)bs, outputs), count, new((float*)ys + start * outputs, count * outputs)));
        }
    }

    private static void ForwardRows(ReadOnlySpan<float> input, ReadOnlySpan<float> weights, ReadOnlySpan<float> bias, int rows, Span<float> output)
    {
        var outputs = bias.Length;
        var inputs = weights.Length / outputs;
        ref var x = ref MemoryMarshal.GetReference(input);
        ref var w = ref MemoryMarshal.GetReference(weights);
        ref var b = ref MemoryMarshal.GetReference(bias);
        ref var y = ref MemoryMarshal.GetReference(output);
        var row = 0;
        for (; row + 4 <= rows; row += 4)
        {
            var column = 0;
            for (; column + 16 <= outputs; column += 16) Four(ref x, ref w, ref b, ref y, row, column, inputs, outputs);
            for (; column < outputs; column += 8)
            {
                for (var r = row; r < row + 4; r++) One(ref x, ref w, ref b, ref y, r, column, inputs, outputs);
            }
        }
        for (; row < rows; row++)
        {
            for (var column = 0; column < outputs; column += 8) One(ref x, ref w, ref b, ref y, row, column, inputs, outputs);
        }
    }

    private static void Four(ref float x, ref float w, ref float b, ref float y, int row, int column, int inputs, int outputs)
    {
        Vector256<float> a0, a1, b0, b1, c0, c1, d0, d1;
        a0 = b0 = c0 = d0 = Vector256.LoadUnsafe(ref b, (nuint)column);
        a1 = b1 = c1 = d1 = Vector256.LoadUnsafe(ref b, (nuint)(column + 8));
        nuint at = (nuint)column, xa = (nuint)(row * inputs), xb = xa + (nuint)inputs, xc = xb + (nuint)inputs, xd = xc + (nuint)inputs;
        for (nuint k = 0; k < (nuint)inputs; k++, at += (nuint)outputs)
        {
            var w0 = Vector256.LoadUnsafe(ref w, at);
            var w1 = Vector256.LoadUnsafe(ref w, at + 8);
            var v = Vector256.Create(Unsafe.Add(ref x, xa + k));
            a0 = Vector256.FusedMultiplyAdd(v, w0, a0);
            a1 = Vector256.FusedMultiplyAdd(v, w1, a1);
            v = Vector256.Create(Unsafe.Add(ref x, xb + k));
            b0 = Vector256.FusedMultiplyAdd(v, w0, b0);
            b1 = Vector256.FusedMultiplyAdd(v, w1, b1);
            v = Vector256.Create(Unsafe.Add(ref x, xc + k));
            c0 = Vector256.FusedMultiplyAdd(v, w0, c0);
            c1 = Vector256.FusedMultiplyAdd(v, w1, c1);
            v = Vector256.Create(Unsafe.Add(ref x, xd + k));
            d0 = Vector256.FusedMultiplyAdd(v, w0, d0);
            d1 = Vector256.FusedMultiplyAdd(v, w1, d1);
        }
        var to = (nuint)(row * outputs + column);
        a0.StoreUnsafe(ref y, to);
        a1.StoreUnsafe(ref y, to + 8);
        to += (nuint)outputs;
        b0.StoreUnsafe(ref y, to);
        b1.StoreUnsafe(ref y, to + 8);
        to += (nuint)outputs;
        c0.StoreUnsafe(ref y, to);
        c1.StoreUnsafe(ref y, to + 8);
        to += (nuint)outputs;
        d0.StoreUnsafe(ref y, to);
        d1.StoreUnsafe(ref y, to + 8);
    }

    private static void One(ref float x, ref float w, ref float b, ref float y, int row, int column, int inputs, int outputs)
    {
        var sum = Vector256.LoadUnsafe(ref b, (nuint)column);
        nuint at = (nuint)column, from = (nuint)(row * inputs);
        for (nuint k = 0; k < (nuint)inputs; k++, at += (nuint)outputs)
        {
            sum = Vector256.FusedMultiplyAdd(Vector256.Create(Unsafe.Add(ref x, from + k)), Vector256.LoadUnsafe(ref w, at), sum);
        }
        sum.StoreUnsafe(ref y, (nuint)(row * outputs + column));
    }

    /// <summary>weights' gradient += inputᵀ × output gradient; bias' gradient += its column sums.</summary>
    public static void Weights(ReadOnlySpan<float> input, ReadOnlySpan<float> outputGradient, int rows, Span<float> gradient, Span<float> bias)
    {
        var (outputs, inputs) = (bias.Length, gradient.Length / bias.Length);
        fixed (float* x = input, dy = outputGradient, dw = gradient)
        {
            nint xs = (nint)x, dys = (nint)dy, dws = (nint)dw;
            Split.Rows(inputs, (start, count) =>
            {
                for (var k = start; k < start + count; k++) Weights((float*)xs + k, inputs, (float*)dys, (float*)dws + k * outputs, rows, outputs);
            });
        }
        for (var r = 0; r < rows; r++) Add(1, outputGradient.Slice(r * outputs, outputs), bias);
    }

    // The gradient of the weights of one input: thirty-two of them at a time stay in registers while all rows pass by.
    private static void Weights(float* x, int stride, float* dy, float* dw, int rows, int outputs)
    {
        var j = 0;
        for (; j + 32 <= outputs; j += 32)
        {
            Vector256<float> a = Vector256.Load(dw + j), b = Vector256.Load(dw + j + 8), c = Vector256.Load(dw + j + 16), d = Vector256.Load(dw + j + 24);
            var from = dy + j;
            for (var row = 0; row < rows; row++, from += outputs)
            {
                var v = Vector256.Create(x[row * stride]);
                a = Vector256.FusedMultiplyAdd(v, Vector256.Load(from), a);
                b = Vector256.FusedMultiplyAdd(v, Vector256.Load(from + 8), b);
                c = Vector256.FusedMultiplyAdd(v, Vector256.Load(from + 16), c);
                d = Vector256.FusedMultiplyAdd(v, Vector256.Load(from + 24), d);
            }
            a.Store(dw + j);
            b.Store(dw + j + 8);
            c.Store(dw + j + 16);
            d.Store(dw + j + 24);
        }
        for (; j < outputs; j += 8)
        {
            var a = Vector256.Load(dw + j);
            for (var row = 0; row < rows; row++) a = Vector256.FusedMultiplyAdd(Vector256.Create(x[row * stride]), Vector256.Load(dy + row * outputs + j), a);
            a.Store(dw + j);
        }
    }

    /// <summary>input gradient += output gradient × weightsᵀ.</summary>
    public static void Inputs(ReadOnlySpan<float> outputGradient, ReadOnlySpan<float> weights, int outputs, int rows, Span<float> inputGradient)
    {
        var inputs = weights.Length / outputs;
        var size = weights.Length;
        fixed (float* dy = outputGradient, w = weights, dx = inputGradient)
        {
            nint dys = (nint)dy, ws = (nint)w, dxs = (nint)dx;
            Split.Rows(rows, (start, count) => InputRows(
                new((float*)dys + start * outputs, count * outputs), new((float*)ws, size), outputs, count, new((float*)dxs + start * inputs, count * inputs)));
        }
    }

    private static void InputRows(ReadOnlySpan<float> outputGradient, ReadOnlySpan<float> weights, int outputs, int rows, Span<float> inputGradient)
    {
        var inputs = weights.Length / outputs;
        ref var dy = ref MemoryMarshal.GetReference(outputGradient);
        ref var w = ref MemoryMarshal.GetReference(weights);
        var row = 0;
        for (; row + 4 <= rows; row += 4)
        {
            for (var k = 0; k < inputs; k++)
            {
                Vector256<float> a = default, b = default, c = default, d = default;
                nuint from = (nuint)(row * outputs), at = (nuint)(k * outputs), next = (nuint)outputs;
                for (nuint j = 0; j < (nuint)outputs; j += 8)
                {
                    var v = Vector256.LoadUnsafe(ref w, at + j);
                    a = Vector256.FusedMultiplyAdd(v, Vector256.LoadUnsafe(ref dy, from + j), a);
                    b = Vector256.FusedMultiplyAdd(v, Vector256.LoadUnsafe(ref dy, from + next + j), b);
                    c = Vector256.FusedMultiplyAdd(v, Vector256.LoadUnsafe(ref dy, from + 2 * next + j), c);
                    d = Vector256.FusedMultiplyAdd(v, Vector256.LoadUnsafe(ref dy, from + 3 * next + j), d);
                }
                inputGradient[row * inputs + k] += Vector256.Sum(a);
                inputGradient[(row + 1) * inputs + k] += Vector256.Sum(b);
                inputGradient[(row + 2) * inputs + k] += Vector256.Sum(c);
                inputGradient[(row + 3) * inputs + k] += Vector256.Sum(d);
            }
        }
        for (; row < rows; row++)
        {
            for (var k = 0; k < inputs; k++) inputGradient[row * inputs + k] += Dot(outputGradient.Slice(row * outputs, outputs), weights.Slice(k * outputs, outputs));
        }
    }

    /// <summary>The inner product of two rows of a multiple of eight.</summary>
    public static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var x = MemoryMarshal.Cast<float, Vector256<float>>(a);
        var y = MemoryMarshal.Cast<float, Vector256<float>>(b);
        var sum = Vector256<float>.Zero;
        for (var i = 0; i < x.Length; i++) sum = Vector256.FusedMultiplyAdd(x[i], y[i], sum);
        return Vector256.Sum(sum);
    }

    /// <summary>target += factor × source.</summary>
    public static void Add(float factor, ReadOnlySpan<float> source, Span<float> target)
    {
        var x = MemoryMarshal.Cast<float, Vector256<float>>(source);
        var y = MemoryMarshal.Cast<float, Vector256<float>>(target);
        var f = Vector256.Create(factor);
        for (var i = 0; i < x.Length; i++) y[i] = Vector256.FusedMultiplyAdd(f, x[i], y[i]);
    }
}
