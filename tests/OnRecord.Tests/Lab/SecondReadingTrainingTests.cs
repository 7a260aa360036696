using AwesomeAssertions;
using OnRecord.Interpret.Classify;
using OnRecord.Lab.Train.Interpret;
using Xunit;

namespace OnRecord.Tests.Lab;

public sealed class SecondReadingTrainingTests
{
    // The first reading is right about the clear ones and knows nothing of the others; the second knows those.
    private static readonly float[] First = [0.05f, 0.1f, 0.35f, 0.36f, 0.37f, 0.38f, 0.39f, 0.4f, 0.9f, 0.95f];
    private static readonly float[] Second = [3, 3, 2, -2, 2.5f, -1.5f, 1.8f, -2.2f, -3, -3];
    private static readonly int[] Gold = [0, 0, 1, 0, 1, 0, 1, 0, 1, 1];

    [Fact]
    public void The_share_is_the_one_that_decides_most_sentences_rightly()
    {
        var (pool, score) = SecondReadingTraining.Join(First, Second, Gold, 0.37f, (0.3f, 0.45f));

        score.Should().Be(1);
        (pool.Low, pool.High).Should().Be((0.3f, 0.45f));
        SecondReadingTraining.Decide(First, Second, 0.37f, pool).Should().Equal(Gold);
    }

    [Fact]
    public void What_is_not_in_doubt_is_decided_by_the_first_reading_alone()
    {
        // The second reading is wrong about the clear ones.
        SecondReadingTraining.Decide(First, Second, 0.37f, new SecondPool(1, 0, 0, 1)).Should().NotEqual(Gold);
        var (_, score) = SecondReadingTraining.Join(First, Second, Gold, 0.37f, (0.37f, 0.37f));
        score.Should().BeLessThan(1);
    }
}
