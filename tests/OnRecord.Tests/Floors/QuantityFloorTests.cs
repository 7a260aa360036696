using System.Security.Cryptography;
using OnRecord.Lab.Corpora;
using OnRecord.Lab.Evaluate;

namespace OnRecord.Tests.Floors;

/// <summary>Accuracy on the annotated sentences beside this file does not fall. The floors belong to the corpus of that fingerprint.</summary>
public sealed class QuantityFloorTests
{
    private const string Fingerprint = "859f0a2021220b4db61a1b1d45880525b23b1d88368bdf084f9c3f09a4c18961";

    [Fact]
    public void The_floors_are_those_of_this_corpus() =>
        Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Repository.Path("tests/OnRecord.Tests/Floors/quantities.tsv"))))
            .Should().Be(Fingerprint, "a floor says nothing about another corpus: score it, and write the new floors with its fingerprint");

    [Fact]
    public void The_corpus_has_three_hundred_sentences() => FigureSentences.Read().Count.Should().BeGreaterThanOrEqualTo(300);

    [Theory]
    [InlineData("value-f1", 0.985)]
    [InlineData("value-and-unit-f1", 0.98)]
    public void Quantities_of_news_sentences_are_found(string metric, double floor)
    {
        var metrics = new List<Metric>();

        QuantitiesEvaluation.News(metrics, null);

        metrics.Single(m => m.Name == metric).Value.Should().BeGreaterThanOrEqualTo(floor);
    }
}
