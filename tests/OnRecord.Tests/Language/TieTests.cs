using AwesomeAssertions;
using OnRecord.Language.Coreference;
using Phrase = OnRecord.Language.Coreference.Mention;

namespace OnRecord.Tests.Language;

public sealed class TieTests
{
    [Fact]
    public void A_noun_is_tied_to_one_with_its_head_and_to_nothing_else_far_away()
    {
        var report = Noun(head: 5, sentence: 1);

        Compatibility.HasTie(report, Noun(head: 5, sentence: 0)).Should().BeTrue();
        Compatibility.HasTie(report, Noun(head: 6, sentence: 0, modifiers: [5])).Should().BeTrue("\"the report\" may be of \"the report card\"");
        Compatibility.HasTie(report, Noun(head: 6, sentence: 0)).Should().BeFalse();
        Compatibility.HasTie(report, Made(MentionKind.Pronoun, head: 7, sentence: 0)).Should().BeFalse();
        Compatibility.HasTie(report, Made(MentionKind.Name, head: 8, sentence: 0)).Should().BeFalse();
    }

    [Fact]
    public void A_definite_noun_may_take_up_any_name_and_a_pronoun_anything()
    {
        var name = Made(MentionKind.Name, head: 8, sentence: 0);

        Compatibility.HasTie(Noun(head: 5, sentence: 3, determination: Determination.Definite), name).Should().BeTrue();
        Compatibility.HasTie(Noun(head: 5, sentence: 3, determination: Determination.Indefinite), name).Should().BeFalse();
        Compatibility.HasTie(Made(MentionKind.Pronoun, head: 9, sentence: 3), name).Should().BeTrue();
    }

    [Fact]
    public void Syntax_ties_what_shares_no_word()
    {
        // "Anna Dahl, a lawyer": the apposition hangs on the name.
        var name = Made(MentionKind.Name, head: 8, sentence: 2, token: 1, governor: 4);

        Compatibility.HasTie(Noun(head: 5, sentence: 2, governor: 1), name).Should().BeTrue();
        Compatibility.HasTie(Noun(head: 5, sentence: 2, governor: 4), name).Should().BeTrue();
        Compatibility.HasTie(Noun(head: 5, sentence: 2, governor: 9), name).Should().BeFalse();
    }

    private static Phrase Noun(uint head, int sentence, uint[]? modifiers = null, Determination determination = Determination.Bare, int governor = 30) =>
        Made(MentionKind.Nominal, head, sentence, token: 20, governor, modifiers, determination);

    private static Phrase Made(MentionKind kind, uint head, int sentence, int token = 10, int governor = 31, uint[]? modifiers = null, Determination determination = Determination.Bare) => new()
    {
        First = token,
        End = token + 1,
        Head = token,
        Kind = kind,
        Sentence = sentence,
        HeadForm = head,
        HeadLemma = head,
        GovernorToken = governor,
        Modifiers = modifiers ?? [],
        Determination = determination,
    };
}
