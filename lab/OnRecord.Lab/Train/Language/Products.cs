using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace OnRecord.Lab.Train.Language;

/// <summary>The products that training needs, in fixed order.</summary>
internal static class Products
{
    /// <summary>output = bias + input × weights, row by row.</summary>
    public static void Forward(ReadOnlySpan<float> input, ReadOnlySpan<float> weights, ReadOnlySpan<float> bias, int rows, Span<float> output)
    {
        var outputs = bias.Length;
        var inputs = weights.Length / outputs;
        ref var x = ref MemoryMarshal.GetReference(input);
        ref var w = ref MemoryMarshal.GetReference(weights);
        ref var b = ref MemoryMarshal.GetReference(bias);
        ref var y = ref MemoryMarshal.GetReference(output);
        if (input.Length < rows * inputs || output.Length < rows * outputs) throw new ArgumentException($"{rows} rows do not fit.", nameof(rows));
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
        var outputs = bias.Length;
        var inputs = gradient.Length / outputs;
        ref var x = ref MemoryMarshal.GetReference(input);
        ref var dy = ref MemoryMarshal.GetReference(outputGradient);
        ref var dw = ref MemoryMarshal.GetReference(gradient);
        var row = 0;
        for (; row + 4 <= rows; row += 4)
        {
            for (var k = 0; k < inputs; k++)
            {
                var a = Vector256.Create(input[row * inputs + k]);
                var b = Vector256.Create(input[(row + 1) * inputs + k]);
                var c = Vector256.Create(input[(row + 2) * inputs + k]);
                var d = Vector256.Create(input[(row + 3) * inputs + k]);
                nuint to = (nuint)(k * outputs), from = (nuint)(row * outputs), next = (nuint)outputs;
                for (nuint j = 0; j < (nuint)outputs; j += 8)
                {
                    var sum = Vector256.LoadUnsafe(ref dw, to + j);
                    sum = Vector256.FusedMultiplyAdd(a, Vector256.LoadUnsafe(ref dy, from + j), sum);
                    sum = Vector256.FusedMultiplyAdd(b, Vector256.LoadUnsafe(ref dy, from + next + j), sum);
                    sum = Vector256.FusedMultiplyAdd(c, Vector256.LoadUnsafe(ref dy, from + 2 * next + j), sum);
                    sum = Vector256.FusedMultiplyAdd(d, Vector256.LoadUnsafe(ref dy, from + 3 * next + j), sum);
                    sum.StoreUnsafe(ref dw, to + j);
                }
            }
        }
        for (; row < rows; row++)
        {
            for (var k = 0; k < inputs; k++) Add(input[row * inputs + k], outputGradient.Slice(row * outputs, outputs), gradient.Slice(k * outputs, outputs));
        }
        for (var r = 0; r < rows; r++) Add(1, outputGradient.Slice(r * outputs, outputs), bias);
    }

    /// <summary>input gradient += output gradient × weightsᵀ.</summary>
    public static void Inputs(ReadOnlySpan<float> outputGradient, ReadOnlySpan<float> weights, int outputs, int rows, Span<float> inputGradient)
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
