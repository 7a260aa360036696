using OnRecord.Extract;
using OnRecord.Lab.Train.Network;
using Xunit;

namespace OnRecord.Tests.Lab;

public sealed class RoleChainTests
{
    private const int L = RoleSpan.Roles, Width = 16;
    private static readonly byte[] Labels = [(byte)Role.SourceBegins, (byte)Role.SourceGoesOn, (byte)Role.CueBegins, (byte)Role.None];

    [Theory]
    [InlineData(0)]
    [InlineData(0.8f)]
    [InlineData(1)]
    public void The_gradient_of_the_scores_is_the_slope_of_the_loss(float share)
    {
        var chain = new RoleChain();
        var scores = Scores();
        var gradient = new float[scores.Length];
        chain.Gradient(Labels, Taught(), share, scores, gradient, Width);

        for (var t = 0; t < Labels.Length; t++)
        {
            for (var l = 0; l < L; l++) Assert.Equal(Slope(chain, scores, t * Width + l, share), gradient[t * Width + l], 0.01);
        }
    }

    [Fact]
    public void A_step_that_cannot_be_is_not_learned_and_a_teacher_alone_teaches_no_steps()
    {
        var chain = new RoleChain();
        chain.Gradient(Labels, Taught(), 1, Scores(), new float[Labels.Length * Width], Width);
        Assert.All(chain.Parameters[1].Gradient, g => Assert.Equal(0, g));

        chain.Gradient(Labels, [], 0.8f, Scores(), new float[Labels.Length * Width], Width);
        Assert.NotEqual(0, chain.Parameters[1].Gradient[(int)Role.SourceBegins * L + (int)Role.SourceGoesOn]);
        Assert.Equal(0, chain.Parameters[1].Gradient[(int)Role.None * L + (int)Role.CueGoesOn]);
    }

    [Fact]
    public void Without_a_teacher_what_people_marked_is_all()
    {
        var (alone, shared) = (new float[Labels.Length * Width], new float[Labels.Length * Width]);
        new RoleChain().Gradient(Labels, [], 0.8f, Scores(), alone, Width);
        new RoleChain().Gradient(Labels, Taught(), 0, Scores(), shared, Width);

        Assert.Equal(shared, alone);
    }

    private static double Slope(RoleChain chain, float[] scores, int at, float share)
    {
        const float Step = 0.01f;
        return (Loss(Step) - Loss(-Step)) / (2 * Step);

        double Loss(float by)
        {
            float[] moved = [.. scores];
            moved[at] += by;
            return chain.Gradient(Labels, Taught(), share, moved, new float[scores.Length], Width);
        }
    }

    private static float[] Scores()
    {
        var random = new Random(4);
        return [.. Enumerable.Range(0, Labels.Length * Width).Select(_ => random.NextSingle() * 2 - 1)];
    }

    // A third each: what people marked, a content that begins there, nothing.
    private static float[] Taught()
    {
        var taught = new float[Labels.Length * L];
        for (var t = 0; t < Labels.Length; t++)
        {
            taught[t * L + Labels[t]] += 1 / 3f;
            taught[t * L + (int)Role.ContentBegins] += 1 / 3f;
            taught[t * L] += 1 / 3f;
        }
        return taught;
    }
}
