using OnRecord.Language.Learning;

namespace OnRecord.Tests.Language.Learning;

public sealed class WideVoteTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(17)]
    [InlineData(24)]
    [InlineData(45)]
    [InlineData(49)]
    public void The_best_output_is_that_with_the_highest_score(int outputs)
    {
        const int Inputs = 16;
        var random = new Random(outputs);
        var (weights, bias) = (Numbers(random, outputs * Inputs), Numbers(random, outputs));
        var (vote, one) = (new WideVote(weights, bias, Inputs), new Vote(weights, bias, Inputs));

        for (var time = 0; time < 50; time++)
        {
            var input = Numbers(random, Inputs);
            var scores = Enumerable.Range(0, outputs).Select(output => one.Score(input, output)).ToArray();
            vote.Best(input).Should().Be(Array.IndexOf(scores, scores.Max()));
        }
    }

    [Fact]
    public void Of_equals_the_first_is_the_best()
    {
        // Below nought, where what fills up the last eight would win if it stood there as nought.
        var vote = new WideVote(new float[9 * 8], [.. Enumerable.Repeat(-2f, 4), .. Enumerable.Repeat(-1f, 5)], 8);

        vote.Best(new float[8]).Should().Be(4);
    }

    [Fact]
    public void Weights_that_fit_no_outputs_are_refused()
    {
        var make = () => new WideVote(new float[10], new float[3], 4);

        make.Should().Throw<ArgumentException>();
    }

    private static float[] Numbers(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() * 2 - 1)];
}
