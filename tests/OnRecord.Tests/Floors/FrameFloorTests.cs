using System.Security.Cryptography;
using OnRecord.Lab.Evaluate;
using OnRecord.Models.English;
using OnRecord.Pipelines;

namespace OnRecord.Tests.Floors;

/// <summary>Accuracy on the annotated pledges and allegations beside this file does not fall. The floors belong to the corpora of those fingerprints.</summary>
public sealed class FrameFloorTests
{
    private const string Folder = "tests/OnRecord.Tests/Floors/Frames/";

    private static readonly FrameScores Scores = new(StandardPipeline.Create(EnglishModels.Set), null);

    [Theory]
    [InlineData("pledges.tsv", "0d2b1889141b80bbaaba93688d8c9003713f5d316233ce16452ba13f00615913")]
    [InlineData("allegations.txt", "29bd37cff8cdf0ab8b02421f130db007e247faa03f19facf35f851bf31ec5282")]
    public void The_floors_are_those_of_these_corpora(string file, string fingerprint) =>
        Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Repository.Path(Folder + file))))
            .Should().Be(fingerprint, "a floor says nothing about another corpus: score it, and write the new floors with its fingerprint");

    [Fact]
    public void Pledges_have_their_pledger_target_and_deadline()
    {
        var metrics = Scores.Pledges(Repository.Path(Folder + "pledges.tsv"));

        metrics.First(m => m.Name == "found").Count.Should().BeGreaterThanOrEqualTo(150);
        var values = metrics.ToDictionary(m => m.Name, m => m.Value);
        values["precision"].Should().BeGreaterThanOrEqualTo(0.98);
        values["pledger"].Should().BeGreaterThanOrEqualTo(0.90);
        values["target-with-unit"].Should().BeGreaterThanOrEqualTo(0.81);
        values["deadline"].Should().BeGreaterThanOrEqualTo(0.86);
    }

    [Fact]
    public void Allegations_have_accuser_accused_stance_and_answer()
    {
        var metrics = Scores.Allegations(Repository.Path(Folder + "allegations.txt"));

        metrics.First(m => m.Name == "whole").Count.Should().BeGreaterThanOrEqualTo(150);
        var values = metrics.ToDictionary(m => m.Name, m => m.Value);
        values["precision"].Should().BeGreaterThanOrEqualTo(0.94);
        values["whole"].Should().BeGreaterThanOrEqualTo(0.87);
    }
}
