using System.Security.Cryptography;
using OnRecord.Lab.Corpora;
using OnRecord.Lab.Evaluate;
using OnRecord.Language;
using OnRecord.Models.English;

namespace OnRecord.Tests.Floors;

/// <summary>Accuracy on political news that was written and annotated for this project. A floor belongs to the corpus of its fingerprint.</summary>
public sealed class LanguageFloorTests
{
    private const string Corpus = "tests/OnRecord.Tests/Floors/political-news.conllu";

    private const string Fingerprint = "145a5b59c3abeb00f59ca40db941ff222c4f2bafb45a0fcd11fd62c3bf9d9c09";

    private static readonly TreebankDocument Gold = Treebank.ReadText(Repository.Path(Corpus)).Single();

    private static readonly Analysis Own = EnglishAnalyser.Create(EnglishModels.Set).Analyse(Gold.Text);

    [Fact]
    public void The_floors_belong_to_this_corpus() =>
        Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Repository.Path(Corpus)))).Should().Be(Fingerprint);

    [Theory]
    [InlineData("tokens-f1", 0.999)]
    [InlineData("sentences-f1", 0.99)]
    [InlineData("upos", 0.985)]
    [InlineData("xpos", 0.975)]
    [InlineData("lemma", 0.99)]
    [InlineData("uas", 0.90)]
    [InlineData("las", 0.885)]
    public void Reading_is_as_good_as_it_was(string metric, double floor) =>
        TreebankScore.Of(Gold, Own)[metric].F1.Should().BeGreaterThanOrEqualTo(floor);

    [Fact]
    public void Names_are_found_as_well_as_they_were()
    {
        var counts = new Counts();

        counts.Add(Own.Names!.Select(n => (n.Span, n.Type)).ToHashSet(), Treebank.Names(Gold).ToHashSet());

        counts.F1.Should().BeGreaterThanOrEqualTo(0.91);
    }
}
