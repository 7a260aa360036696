using OnRecord.Language;
using OnRecord.Language.Coreference;
using OnRecord.Language.Text;
using OnRecord.Models.English;

namespace OnRecord.Tests.Language;

public sealed class NameContestTests
{
    private static readonly EnglishAnalyser Analyser = EnglishAnalyser.Create(EnglishModels.Set);
    private static readonly CoreferenceResolver Resolver = CoreferenceResolver.Create(EnglishModels.Set);

    [Theory]
    [InlineData("Anna Dahl resigned on Monday. She had met Maria Berg in May.", "She", "Anna Dahl", "Maria Berg", 0)]
    [InlineData("Anna Dahl praised Maria Berg. Dahl said Berg had kept her word, and Dahl thanked Berg for her report.", "her report", "Anna Dahl", "Maria Berg", 1)]
    [InlineData("Jonas Berg opened the bridge. Many came. Berg spoke for an hour before he met Emil Kern, a farmer.", "he met", "Emil Kern", "Jonas Berg", 1)]
    public void Of_two_names_the_pronoun_goes_with_the_one_that_the_text_is_about(string text, string pronoun, string one, string other, int chosen)
    {
        var at = text.IndexOf(pronoun, StringComparison.Ordinal);
        var span = new TextSpan(at, at + pronoun.Split(' ')[0].Length);

        Resolver.Choose(Analyser.Analyse(text), span, Of(one), Of(other)).Should().Be(chosen);
        Resolver.Choose(Analyser.Analyse(text), span, Of(other), Of(one)).Should().Be(1 - chosen, "the order in which they are given tells nothing");

        TextSpan Of(string name) => new(text.IndexOf(name, StringComparison.Ordinal), text.IndexOf(name, StringComparison.Ordinal) + name.Length);
    }

    [Fact]
    public void Where_no_such_pronoun_stands_neither_is_chosen() =>
        Resolver.Choose(Analyser.Analyse("Anna Dahl met Maria Berg."), new TextSpan(10, 13), new TextSpan(0, 9), new TextSpan(14, 24)).Should().Be(-1);
}
