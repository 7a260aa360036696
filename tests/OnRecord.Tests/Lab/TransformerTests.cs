using OnRecord.Lab.Train;
using OnRecord.Lab.Train.Language;
using OnRecord.Lab.Train.Transformer;
using Xunit;

namespace OnRecord.Tests.Lab;

public sealed class TransformerTests
{
    private static readonly TransformerShape Shape = TinyEncoder.Shape;
    private static readonly int[][] Passages = [[0, 5, 6, 7, 1], [0, 1], [0, 8, 3, 2, 9, 10, 11, 4, 5, 1]];
    private static readonly int Count = Passages.Sum(p => p.Length);

    [Theory]
    [InlineData(3, 32, 5, false, false)]
    [InlineData(17, 64, 300, true, false)]
    [InlineData(140, 32, 33, false, true)]
    [InlineData(8, 96, 257, true, true)]
    public void A_product_is_that_of_the_definition(int rows, int columns, int depth, bool isLeftTurned, bool isRightTurned)
    {
        var left = Numbers(rows * depth, 1);
        var right = Numbers(depth * columns, 2);
        var a = isLeftTurned ? new MatrixView(left, rows).Transposed : new MatrixView(left, depth);
        var b = isRightTurned ? new MatrixView(right, depth).Transposed : new MatrixView(right, columns);
        var product = new float[rows * columns];
        MatrixProduct.Multiply(a, b, product, rows, columns, depth);
        var onTwo = new float[rows * columns];
        MatrixProduct.Multiply(a, b, onTwo, rows, columns, depth, threads: 2);

        Assert.Equal(product, onTwo);
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                var sum = 0.0;
                for (var k = 0; k < depth; k++) sum += (double)left[isLeftTurned ? k * rows + i : i * depth + k] * right[isRightTurned ? j * depth + k : k * columns + j];
                Assert.Equal(sum, product[i * columns + j], 1e-4);
            }
        }
    }

    [Fact]
    public void A_passage_has_the_same_states_alone_and_beside_others()
    {
        var encoder = new TransformerEncoder(TinyEncoder.Weights(), Shape);
        var together = encoder.Forward(Passages).AsSpan(0, Count * Shape.Width).ToArray();
        var at = 0;
        foreach (var passage in Passages)
        {
            var alone = encoder.Forward([passage]).AsSpan(0, passage.Length * Shape.Width).ToArray();
            Assert.Equal(alone, together.AsSpan(at, alone.Length).ToArray());
            at += alone.Length;
        }
    }

    [Fact]
    public void Two_threads_give_the_same_bits_as_one()
    {
        var (one, two) = (new TransformerEncoder(TinyEncoder.Weights(), Shape), new TransformerEncoder(TinyEncoder.Weights(), Shape with { Threads = 2 }));
        var toward = Numbers(Count * Shape.Width, 5);
        Assert.Equal(one.Forward(Passages, new Xorshift(3)), two.Forward(Passages, new Xorshift(3)));
        one.Backward([.. toward]);
        two.Backward([.. toward]);

        Assert.All(one.Parameters.Zip(two.Parameters), pair => Assert.Equal(pair.First.Gradient, pair.Second.Gradient));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.2)]
    public void The_gradient_is_the_slope_of_the_states(double dropout)
    {
        var encoder = new TransformerEncoder(TinyEncoder.Weights(), Shape with { Dropout = (float)dropout });
        var toward = Numbers(Count * Shape.Width, 5);
        States();
        encoder.Backward([.. toward]);

        foreach (var parameter in encoder.Parameters)
        {
            foreach (var at in (int[])[0, parameter.Count / 3, parameter.Count / 2 + 5, parameter.Count - 1])
            {
                var (slope, gradient) = (Slope(parameter.Value, at), parameter.Gradient[at]);
                Assert.True(Math.Abs(slope - gradient) < 0.005 + 0.02 * Math.Abs(slope), $"{parameter.Name}[{at}]: {gradient} is not near {slope}");
            }
        }

        // The same seed leaves out the same numbers each time.
        ReadOnlySpan<float> States() => encoder.Forward(Passages, new Xorshift(7)).AsSpan(0, Count * Shape.Width);

        double Slope(float[] values, int at)
        {
            const float Step = 0.005f;
            var here = values[at];
            values[at] = here + Step;
            var above = Sum(States());
            values[at] = here - Step;
            var under = Sum(States());
            values[at] = here;
            return (above - under) / (2 * Step);
        }

        double Sum(ReadOnlySpan<float> states)
        {
            var sum = 0.0;
            for (var i = 0; i < states.Length; i++) sum += (double)states[i] * toward[i];
            return sum;
        }
    }

    [Fact]
    public void Weights_grow_toward_what_is_rewarded_and_the_gradient_is_cleared()
    {
        var parameter = new Parameter("x", 2, 8);
        parameter.Gradient[3] = -2;
        var optimiser = new AdamW([parameter], 0.1f, 10, warmUp: 0);
        optimiser.Step(1);

        Assert.Equal(0.1f, parameter.Value[3], 1e-4f);
        Assert.All(parameter.Gradient, g => Assert.Equal(0, g));
    }

    private static float[] Numbers(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() * 2 - 1)];
    }
}
