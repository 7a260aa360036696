using OnRecord.Language;
using OnRecord.Language.Text;
using OnRecord.Models.English;

namespace OnRecord.Tests.Language.Text;

public sealed class DatelinesTests
{
    private static readonly EnglishAnalyser Analyser = EnglishAnalyser.Create(EnglishModels.Set);

    [Theory]
    [InlineData("HARWICK -- The mayor said no.", "The")]
    [InlineData("HARWICK, April 3 (Northern Wire) - The mayor said no.", "The")]
    [InlineData("PORT LINDHAVEN \u2014 \u201CNo,\u201D the mayor said.", "\u201C")]
    [InlineData("NATO - which the mayor knows - said no.", "NATO")]
    [InlineData("The mayor - of Harwick - said no.", "The")]
    [InlineData("HARWICK said no to a road - The mayor.", "HARWICK")]
    [InlineData("HARWICK -", "HARWICK")]
    public void A_dateline_ends_with_its_dash(string text, string begins)
    {
        var analysis = Analyser.Analyse(text);

        var first = Datelines.EndOf(analysis, analysis.Sentences[0]);

        analysis.Tokens[first].Span.Slice(text).ToString().Should().Be(begins);
    }
}
