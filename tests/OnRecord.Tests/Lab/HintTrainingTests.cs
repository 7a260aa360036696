using OnRecord.Lab.Train.Interpret;
using Xunit;

namespace OnRecord.Tests.Lab;

public sealed class HintTrainingTests
{
    private const int Inputs = 8;
    private static readonly float[] Pooled = [0.3f, -0.2f, 0.5f, 0f, 1f, -1f, 0.25f, 0.75f];
    private static readonly Half[][] Hints = [[(Half)1, (Half)(-0.5)], [(Half)0.5, (Half)0, (Half)2]];

    [Fact]
    public void The_gradients_are_those_of_the_weighted_mean_square()
    {
        var training = new HintTraining(Inputs, Hints.Select(h => h.Length), weight: 1.5f, new Random(3));
        var below = new float[Inputs];
        training.Backward(Pooled, Hints, below);
        for (var k = 0; k < Inputs; k++)
        {
            var at = k;
            Assert.Equal(Slope(change => { var moved = Pooled.ToArray(); moved[at] += change; return moved; }), below[k], 1e-3f);
        }
        foreach (var table in training.Parameters)
        {
            for (var i = 0; i < table.Count; i++)
            {
                var (kept, measured) = (table.Value[i], 0f);
                foreach (var sign in (float[])[1, -1])
                {
                    table.Value[i] = kept + sign * 1e-2f;
                    measured += sign * Loss(training, Pooled) / 2e-2f;
                }
                table.Value[i] = kept;
                Assert.Equal(measured, table.Gradient[i], 1e-3f);
            }
        }

        float Slope(Func<float, float[]> moved) => (Loss(training, moved(1e-2f)) - Loss(training, moved(-1e-2f))) / 2e-2f;
    }

    [Fact]
    public void States_have_a_mean_of_nought_and_a_spread_of_one_and_what_never_changes_says_nothing()
    {
        Half[][] states = [[(Half)1, (Half)7], [(Half)3, (Half)7], [(Half)5, (Half)7]];
        HintTraining.Standardise(states);
        Assert.Equal([-1.225f, 0f, 1.225f], states.Select(s => MathF.Round((float)s[0], 3)));
        Assert.All(states, s => Assert.Equal(0f, (float)s[1]));
    }

    private static float Loss(HintTraining training, float[] pooled)
    {
        var (sum, t) = (0f, 0);
        foreach (var table in training.Parameters)
        {
            for (var j = 0; j < Hints[t].Length; j++)
            {
                var row = table.Value.AsSpan(j * (Inputs + 1), Inputs + 1);
                var told = row[Inputs];
                for (var k = 0; k < Inputs; k++) told += row[k] * pooled[k];
                sum += 1.5f * MathF.Pow(told - (float)Hints[t][j], 2) / Hints[t].Length / Hints.Length;
            }
            t++;
        }
        return sum;
    }
}
