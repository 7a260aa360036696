using OnRecord.Lab.Train.Network;
using OnRecord.Language.Learning;
using Xunit;

namespace OnRecord.Tests.Lab;

public sealed class LongShortTermTests
{
    private const int Width = 24, Units = 16;
    private static readonly int[] Lengths = [5, 1, 9, 3];

    [Fact]
    public void What_is_read_is_what_was_trained()
    {
        var layer = new LongShortTermTraining(Width, Units, new Random(3));
        var input = Numbers(Lengths.Sum() * Width, 1);
        var trained = layer.Forward(input, Lengths.Sum(), Lengths);

        var read = new float[trained.Length];
        Reading(layer).Read(Parts(layer, input), Lengths, read);

        // The reading multiplies bytes.
        for (var i = 0; i < read.Length; i++) Assert.Equal(trained[i], read[i], 0.01f);
    }

    [Fact]
    public void A_passage_reads_the_same_alone_and_beside_others()
    {
        var layer = new LongShortTermTraining(Width, Units, new Random(3));
        var parts = Parts(layer, Numbers(Lengths.Sum() * Width, 1));
        var reading = Reading(layer);
        var together = new float[Lengths.Sum() * 2 * Units];
        reading.Read(parts, Lengths, together);

        var at = 0;
        foreach (var length in Lengths)
        {
            var alone = new float[length * 2 * Units];
            reading.Read(parts.AsSpan(at * 8 * Units, length * 8 * Units), [length], alone);
            Assert.Equal(alone, together.AsSpan(at * 2 * Units, alone.Length).ToArray());
            at += length;
        }
    }

    [Fact]
    public void The_gradient_is_the_slope_of_the_output()
    {
        var layer = new LongShortTermTraining(Width, Units, new Random(3));
        var n = Lengths.Sum();
        var input = Numbers(n * Width, 1);
        var toward = Numbers(n * 2 * Units, 2);
        layer.Forward(input, n, Lengths);
        var below = layer.Backward(input, n, Lengths, toward);

        // The slope of the rational tangent is taken as that of the true one, which is within a tenth of it.
        foreach (var at in (int[])[0, 7, 5 * Width, 11 * Width + 3, (n - 1) * Width + 9]) Near(Slope(input, at), below[at]);
        foreach (var parameter in layer.Parameters)
        {
            foreach (var at in (int[])[0, parameter.Count / 3, parameter.Count / 2 + 5, parameter.Count - 1]) Near(Slope(parameter.Value, at), parameter.Gradient[at]);
        }

        double Slope(float[] values, int at)
        {
            const float Step = 0.02f;
            var here = values[at];
            values[at] = here + Step;
            var above = Sum(layer.Forward(input, n, Lengths));
            values[at] = here - Step;
            var under = Sum(layer.Forward(input, n, Lengths));
            values[at] = here;
            return (above - under) / (2 * Step);
        }

        double Sum(float[] output) => output.Select((o, i) => (double)o * toward[i]).Sum();

        static void Near(double expected, double actual) => Assert.True(Math.Abs(expected - actual) < 0.02 + 0.15 * Math.Abs(expected), $"{actual} is not near {expected}");
    }

    private static LongShortTermLayer Reading(LongShortTermTraining layer) => new(Units, layer.Parameters[2].Value.AsSpan(0, layer.Parameters[2].Count));

    private static float[] Parts(LongShortTermTraining layer, float[] input)
    {
        var rows = input.Length / Width;
        var parts = new float[rows * 8 * Units];
        new DenseMatrix(Width, 8 * Units, layer.Parameters[0].Value.AsSpan(0, layer.Parameters[0].Count)).Multiply(input, rows, parts);
        for (var i = 0; i < parts.Length; i++) parts[i] += layer.Parameters[1].Value[i % (8 * Units)];
        return parts;
    }

    private static float[] Numbers(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() * 2 - 1)];
    }
}
