using OnRecord.Interpret.Classify;
using OnRecord.Lab.Train.Interpret;
using OnRecord.Lab.Train.Transformer;
using OnRecord.Language;
using OnRecord.Models.English;
using Xunit;

namespace OnRecord.Tests.Lab;

public sealed class LessonsTests
{
    private static readonly EnglishAnalyser Analyser = EnglishAnalyser.Create(EnglishModels.Set);
    private static readonly string[] Texts = ["Exports rose by 3 percent.", "Thank you all.", "Taxes fell.", "Exports rose", "Thank you", "Taxes fell", "Rivers flow."];
    private static readonly int[] Folds = [0, 1, 0];

    // The teacher of the first fold says yes to everything, that of the second no.
    private static readonly Lessons Heard = Of([0, 1]);

    [Fact]
    public void A_pupil_learns_neither_from_the_sentences_of_its_fold_nor_from_parts_of_them()
    {
        Assert.Equal(["Thank you all.", "Thank you", "Rivers flow."], Heard.Without(0).Select(s => s.Text));
        Assert.Equal(["Exports rose by 3 percent.", "Taxes fell.", "Exports rose", "Taxes fell", "Rivers flow."], Heard.Without(1).Select(s => s.Text));
    }

    [Fact]
    public void A_teacher_that_several_folds_share_is_heard_of_all_but_the_fold()
    {
        var shared = Of([0, 0]);

        Assert.Equal(Heard.Without(0).Select(s => s.Text), shared.Without(0).Select(s => s.Text));
        Assert.All(shared.Without(1), s => Assert.Equal(0.98f, MathF.Round(s.Taught![1], 2)));
    }

    [Fact]
    public void The_pupil_that_ships_hears_of_each_sentence_the_teacher_that_was_not_tuned_to_it_and_all_of_the_others() =>
        Assert.Equal([0.98f, 0.02f, 0.98f, 0.98f, 0.02f, 0.98f, 0.5f], Heard.All().Select(s => MathF.Round(s.Taught![1], 2)));

    [Fact]
    public void A_pupil_hears_what_the_teacher_of_its_fold_saw_and_the_one_that_ships_nothing_of_sentences_of_no_fold()
    {
        // Seven sentences, the teacher of the first fold sees their number, the other its opposite: a mean of 3 and a spread of 2.
        Assert.Equal([-1f, 0.5f, 1.5f], Heard.Without(0).Select(s => (float)s.Hints.Single()[0]));
        Assert.Equal([1.5f, 0.5f, 0f, -1f, -1.5f], Heard.Without(1).Select(s => (float)s.Hints.Single()[0]));
        Assert.All(Heard.Without(0), s => Assert.Equal(0f, (float)s.Hints.Single()[1]));
        Assert.Equal([-1.5f, 1f, -0.5f, 0f, -0.5f, 1f], Heard.All().Take(6).Select(s => (float)s.Hints.Single()[0]));
        Assert.Empty(Heard.All()[^1].Hints);
    }

    [Theory]
    [InlineData(-1, 0.9f)]
    [InlineData(1, 0.5f * 0.9f + 0.5f * 0.95f)]
    [InlineData(0, 0.5f * 0.9f + 0.5f * 0.05f)]
    public void What_people_said_weighs_beside_what_the_teacher_says(int label, float expected) =>
        Assert.Equal(expected, (Sentence("Taxes fell.", label) with { Taught = [0.1f, 0.9f] }).Target(1, 2, smoothing: 0.05f, taughtShare: 0.5f), 1e-6f);

    [Fact]
    public void Without_a_teacher_what_people_said_is_all() => Assert.Equal(0.95f, Sentence("Taxes fell.", 1).Target(1, 2, 0.05f, 0.5f));

    [Fact]
    public void Words_are_exchanged_for_others_of_their_tag_and_stay_with_their_sentence()
    {
        string[] texts = ["Exports rose by 3 percent in Norway.", "Taxes fell by 40 percent in Kenya.", "Wages doubled by 2031 in Chile."];
        var gold = texts.Select((text, i) => Sentence(text, 1, $"t{i}")).ToList();
        var corpus = InterpretCorpus.All.Single(c => c.Task == ClassifierTask.Checkworthy);

        var exchanged = UnlabelledSentences.Exchanged(corpus, gold, Analyser, 8);

        Assert.Equal(Enumerable.Range(0, 24).Select(i => $"t{i % 3}"), exchanged.Select(s => s.Group));
        Assert.All(exchanged, s => Assert.Equal(-1, s.Label));
        Assert.Contains(exchanged, s => !texts.Contains(s.Text));
        var words = texts.SelectMany(t => t.TrimEnd('.').Split(' ')).ToHashSet(StringComparer.Ordinal);
        Assert.All(exchanged, s => Assert.All(s.Text.TrimEnd('.').Split(' '), word => Assert.Contains(word, words)));
        Assert.All(exchanged, s => Assert.Matches(" by .+ in (Norway|Kenya|Chile)[.]$", s.Text));
    }

    private static Lessons Of(int[] teacherOf) => new(
        [.. Texts.Select((text, i) => Sentence(text, i < Folds.Length ? i % 2 : -1, i < Texts.Length - 1 ? $"t{i % Folds.Length}" : ""))],
        Folds,
        teacherOf,
        teacher => [[.. Texts.Select((_, i) => new TeacherAnswer(teacher == 0 ? [-2, 2] : [2, -2], [(Half)(teacher == 0 ? i : -i), (Half)7]))]]);

    private static Sample Sentence(string text, int label, string group = "")
    {
        var analysis = Analyser.Analyse(text);
        return Sample.Of(ClassifierTask.Checkworthy, new SentenceView(analysis, 0, analysis.Tokens.Count), text, label, group);
    }
}
