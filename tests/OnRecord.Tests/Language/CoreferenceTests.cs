using CsCheck;
using OnRecord.Language;
using OnRecord.Language.Coreference;
using OnRecord.Language.Text;
using OnRecord.Models.English;

namespace OnRecord.Tests.Language;

public sealed class CoreferenceTests
{
    private static readonly EnglishAnalyser English = EnglishAnalyser.Create(EnglishModels.Set);

    private static readonly CoreferenceResolver Resolver = CoreferenceResolver.Create(EnglishModels.Set);

    private static readonly string[] Words =
    [
        "the", "minister", "Anna", "Dahl", "she", "her", "they", "it", "we", "said", "that", "\u201C", "\u201D", ",", ".", "\n", "NATO", "alliance", "denied", "and", "(", ")", "не", "\u202E", "\uD83D", "’s", "1", "I",
    ];

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.String,
        Gen.Int[0, Words.Length - 1].Array[0, 120].Select(picks => string.Join(' ', picks.Select(p => Words[p]))));

    [Fact]
    public void Chains_hold_two_mentions_or_more_in_order_and_no_mention_twice_whatever_the_text() => Texts.Sample(text =>
    {
        var analysis = English.Analyse(text);

        var chains = Resolver.Resolve(analysis);

        foreach (var chain in chains)
        {
            chain.Mentions.Count.Should().BeGreaterThanOrEqualTo(2);
            chain.Mentions.Select(m => m.Span.Start).Should().BeInAscendingOrder();
            foreach (var mention in chain.Mentions)
            {
                mention.Span.IsEmpty.Should().BeFalse();
                mention.Span.Contains(analysis.Tokens[mention.HeadToken].Span).Should().BeTrue();
                mention.Confidence.Should().BeInRange(0, 1);
            }
        }
        chains.SelectMany(c => c.Mentions).Select(m => (m.Span, m.HeadToken)).Should().OnlyHaveUniqueItems();
    });

    [Fact]
    public void The_same_text_gives_the_same_chains() => Texts.Sample(text => Rendered(text).Should().Be(Rendered(text)));

    [Fact]
    public void A_text_ten_times_as_long_takes_about_ten_times_the_antecedents()
    {
        const string Paragraph = "Anna Dahl said she would leave. The minister told the council that its members had known. They denied it.\n";
        var longest = Antecedents(400);

        longest.Should().BeLessThan(12 * Antecedents(40));

        static int Antecedents(int times)
        {
            var discourse = Resolver.Begin(English.Analyse(string.Concat(Enumerable.Repeat(Paragraph, times))), []);
            var found = new int[Discourse.MostCandidates];
            var sum = 0;
            for (var m = 0; m < discourse.Mentions.Count; m++)
            {
                sum += discourse.Candidates(m, found);
                discourse.Place(m, -1);
            }
            return sum;
        }
    }

    [Fact]
    public void Without_tags_and_syntax_there_are_no_chains() =>
        Resolver.Resolve(Analyser.Analyse("Anna Dahl said she would leave.")).Should().BeEmpty();

    [Theory]
    [InlineData("Anna Dahl leads the ministry. On Monday she signed the treaty.", "Anna Dahl|she")]
    [InlineData("Anna Dahl met Jonas Berg in Oslo. Dahl refused to sign.", "Anna Dahl|Dahl")]
    public void A_person_is_followed_through_the_text(string text, string expected) => Rendered(text).Should().Contain(expected);

    [Fact]
    public void A_pronoun_before_the_subject_it_stands_for_is_placed_after_it()
    {
        const string Text = "After her defeat in the vote, Anna Dahl left Oslo.";
        var discourse = Resolver.Begin(English.Analyse(Text), []);

        var order = discourse.Mentions.Select(m => m.SpanIn(discourse.Analysis).Slice(Text)).ToList();

        order.IndexOf("her").Should().Be(order.IndexOf("Anna Dahl") + 1);
        discourse.Mentions.Should().OnlyHaveUniqueItems();
    }

    [Theory]
    [InlineData("Anna Dahl met the press. “I will never sign it,” she said.", "I", "she")]
    [InlineData("Anna Dahl was blunt: “I will never sign it.”", "I", "Anna Dahl")]
    public void I_is_who_says_it_wherever_the_source_stands(string text, string self, string source)
    {
        var opening = text.IndexOf('“', StringComparison.Ordinal);
        var utterance = new Utterance(Between(text, opening, text.IndexOf('”', StringComparison.Ordinal) + 1), Find(text, source));

        var chain = Resolver.Resolve(English.Analyse(text), [utterance]).Single(c => c.Mentions.Any(m => m.Span.Slice(text) == self));

        chain.Mentions.Select(m => m.Span).Should().Contain(utterance.Source);
        chain.Mentions.Select(m => m.Span).Should().BeInAscendingOrder();
    }

    [Fact]
    public void Nobody_is_he_in_his_own_words()
    {
        const string Text = "Jonas Berg leads the party. Berg said: “He is wrong, and you know it.”";
        var utterance = new Utterance(Between(Text, Text.IndexOf('“', StringComparison.Ordinal), Text.Length), Between(Text, Text.IndexOf("Berg said", StringComparison.Ordinal), Text.IndexOf("Berg said", StringComparison.Ordinal) + 4));

        var chains = Resolver.Resolve(English.Analyse(Text), [utterance]);

        chains.Where(c => c.Mentions.Any(m => m.Span == utterance.Source)).SelectMany(c => c.Mentions).Select(m => m.Span.Slice(Text)).Should().NotContain(["He", "you"]);
    }

    [Fact]
    public void A_woman_is_not_he_and_another_given_name_is_another_person()
    {
        const string Text = "Mr Dahl and Mrs Berg met. Anna Lund and Jonas Lund came too. He spoke, and she listened. Jonas Lund left with Anna Lund.";

        foreach (var chain in Resolver.Resolve(English.Analyse(Text)))
        {
            var words = chain.Mentions.Select(m => m.Span.Slice(Text)).ToList();
            (words.Any(w => w.StartsWith("Anna", StringComparison.Ordinal)) && words.Any(w => w.StartsWith("Jonas", StringComparison.Ordinal) && !w.Contains("Anna", StringComparison.Ordinal))).Should().BeFalse();
            (words.Contains("He") && words.Contains("she")).Should().BeFalse();
        }
    }

    private static TextSpan Find(string text, string words) => Between(text, text.IndexOf(words, StringComparison.Ordinal), text.IndexOf(words, StringComparison.Ordinal) + words.Length);

    private static TextSpan Between(string text, int start, int end) => new(start, Math.Min(end, text.Length));

    private static string Rendered(string text) =>
        string.Join('\n', Resolver.Resolve(English.Analyse(text)).Select(c => string.Join('|', c.Mentions.Select(m => m.Span.Slice(text)))));
}
