using OnRecord.Language.Learning;
using OnRecord.Language.ModelFiles;
using Xunit;

namespace OnRecord.Tests.Language.Learning;

public sealed class FeatureWeightsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(1000)]
    public void Sums_of_any_number_of_largest_weights_do_not_overflow(int count)
    {
        var table = Table([.. Enumerable.Range(1, count).Select(i => (Fnv.Hash(i.ToString(System.Globalization.CultureInfo.InvariantCulture)), new[] { 2f, -2f, 2f }))]);
        var features = Enumerable.Range(1, count).Select(i => Fnv.Hash(i.ToString(System.Globalization.CultureInfo.InvariantCulture))).ToArray();
        var scores = new float[3];
        table.AddScores(features, scores);
        Assert.Equal(2f * count, scores[0], 0.01f * count);
        Assert.Equal(-2f * count, scores[1], 0.01f * count);
    }

    [Fact]
    public void A_feature_that_is_not_in_the_table_adds_nothing()
    {
        var table = Table([(7u, [1f, 2f])]);
        var scores = new[] { 3f, 4f };
        table.AddScores([8u, 9u, 0u], scores);
        Assert.Equal([3f, 4f], scores);
    }

    private static FeatureWeights Table((uint Feature, float[] Weights)[] features)
    {
        var file = new ModelFile(FeatureWeights.Sections("table", features[0].Weights.Length, features)) { Name = "test", FeatureSet = "test/1", Command = "a test", Scores = "" };
        return FeatureWeights.Read(file, "table");
    }
}
