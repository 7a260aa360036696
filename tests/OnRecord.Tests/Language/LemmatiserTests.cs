using OnRecord.Language.Tags;

namespace OnRecord.Tests.Language;

public sealed class LemmatiserTests
{
    private static readonly string[] Rules = ["VBD\tied\t3\ty\t0", "VBD\t^saw\t3\tsee\t0", "NN\t^saw\t0\t\t0", "NNS\ts\t1\t\t0"];

    [Theory]
    [InlineData("Denied", "VBD", "deny")]
    [InlineData("saw", "VBD", "see")]
    [InlineData("saw", "NN", "saw")]
    [InlineData("Saws", "NNS", "saw")]
    [InlineData("Saws", "NNPS", "Saws")]
    public void A_word_has_the_dictionary_form_of_its_tag_however_often_it_is_asked_for(string word, string tag, string lemma)
    {
        var lemmatiser = Lemmatiser.Of(Rules);
        // The same letters under every tag before.
        foreach (var other in (string[])["VBD", "NN", "NNS", "NNP", "NNPS"]) lemmatiser.Lemma(word, other);

        lemmatiser.Lemma(word, tag).Should().Be(lemma);
        lemmatiser.Lemma(word, tag).Should().BeSameAs(lemmatiser.Lemma(word, tag));
    }

    [Fact]
    public void More_words_than_are_kept_each_keep_their_form()
    {
        var lemmatiser = Lemmatiser.Of(Rules);
        string[] words = [.. Enumerable.Range(0, 20_000).Select(i => FormattableString.Invariant($"w{i}s"))];

        Parallel.ForEach(words.Concat(words), word => lemmatiser.Lemma(word, "NNS").Should().Be(word[..^1]));
    }
}
