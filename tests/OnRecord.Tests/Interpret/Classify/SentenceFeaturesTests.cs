using AwesomeAssertions;
using OnRecord.Interpret.Classify;

namespace OnRecord.Tests.Interpret.Classify;

public sealed class SentenceFeaturesTests
{
    [Fact]
    public void Each_feature_is_kept_once()
    {
        var random = new Random(8);
        // Many of few, and some whose places in a table would be one.
        uint[] features = [.. Enumerable.Range(0, 2000).Select(_ => (uint)random.Next(1, 700)), .. Enumerable.Range(1, 50).Select(i => (uint)i << 24)];

        var distinct = SentenceFeatures.Distinct(features);

        distinct.Should().OnlyHaveUniqueItems();
        distinct.Should().BeEquivalentTo(features.Distinct());
        SentenceFeatures.Distinct([]).Should().BeEmpty();
    }
}
