using System.Security.Cryptography;
using OnRecord.Lab.Corpora;
using OnRecord.Lab.Evaluate;
using OnRecord.Language;
using OnRecord.Models.English;

namespace OnRecord.Tests.Floors;

/// <summary>
/// Accuracy on political news that was written and annotated for this project; each floor is a point or so under what the
/// weights score (docs/design/language.md has the scores). A floor belongs to the corpus of its fingerprint.
/// </summary>
public sealed class LanguageFloorTests
{
    private const string Corpus = "tests/OnRecord.Tests/Floors/political-news.conllu";

    private const string Fingerprint = "ed92b39ca635e6ebc7b424619eb5d389c4ed01dd2ad2a0ba9b9e3e9516b094df";

    private static readonly TreebankDocument Gold = Treebank.ReadText(Repository.Path(Corpus)).Single();

    private static readonly Analysis Own = EnglishAnalyser.Create(EnglishModels.Set).Analyse(Gold.Text);

    [Fact]
    public void The_floors_belong_to_this_corpus() =>
        Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Repository.Path(Corpus)))).Should().Be(Fingerprint);

    [Fact]
    public void The_corpus_has_two_hundred_and_fifty_sentences() => Gold.Sentences.Count.Should().BeGreaterThanOrEqualTo(250);

    [Fact]
    public void Each_sentence_of_the_corpus_is_a_tree_with_one_root()
    {
        var wrong = Gold.Sentences.Where(s => s.Words.Count(w => w.Head < 0) != 1 || s.Words.Any(w => !ReachesRoot(s, w))).Select(s => s.Span.Slice(Gold.Text).ToString());

        wrong.Should().BeEmpty();

        static bool ReachesRoot(TreebankSentence sentence, TreebankWord word)
        {
            for (var steps = 0; steps <= sentence.Words.Count; steps++)
            {
                if (word.Head < 0) return true;
                word = sentence.Words[word.Head];
            }
            return false;
        }
    }

    [Theory]
    [InlineData("tokens-f1", 0.999)]
    [InlineData("sentences-f1", 0.99)]
    [InlineData("upos", 0.975)]
    [InlineData("xpos", 0.969)]
    [InlineData("lemma", 0.984)]
    [InlineData("uas", 0.902)]
    [InlineData("las", 0.883)]
    public void Reading_is_as_good_as_it_was(string metric, double floor) =>
        TreebankScore.Of(Gold, Own)[metric].F1.Should().BeGreaterThanOrEqualTo(floor);

    [Fact]
    public void Names_are_found_as_well_as_they_were()
    {
        var counts = new Counts();

        counts.Add(Own.Names!.Select(n => (n.Span, n.Type)).ToHashSet(), Treebank.Names(Gold).ToHashSet());

        counts.F1.Should().BeGreaterThanOrEqualTo(0.89);
    }
}
