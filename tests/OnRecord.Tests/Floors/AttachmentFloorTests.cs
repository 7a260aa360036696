using System.Text;
using OnRecord.Clean;
using OnRecord.Extract;
using OnRecord.Language.Text;
using OnRecord.Models.English;

namespace OnRecord.Tests.Floors;

/// <summary>
/// Whose figure it is and the verb that says it, on the sentences of attachments.tsv: sentence, subject ("-" for none), predicate
/// of the first figure. They were written and annotated before the rules were tried on them.
/// </summary>
public sealed class AttachmentFloorTests
{
    private static readonly Pipeline Pipeline = new PipelineBuilder().Add(new CleanStage()).Add(new AnalyseStage(EnglishModels.Set)).Add(new MeasureStage()).Build();

    [Fact]
    public void Figures_of_news_sentences_have_their_subject_and_predicate()
    {
        var wrong = new List<string>();
        var count = 0;
        foreach (var line in File.ReadLines(Repository.Path("tests/OnRecord.Tests/Floors/attachments.tsv")))
        {
            var fields = line.Split('\t');
            var quantity = Read(fields[0]).Quantities[0];
            string Words(TextSpan? span) => span is { } words ? words.Slice(fields[0]).ToString() : "-";
            count += 2;
            if (Words(quantity.Subject) != fields[1]) wrong.Add($"{fields[0]} subject {Words(quantity.Subject)}, not {fields[1]}");
            if (Words(quantity.Predicate) != fields[2]) wrong.Add($"{fields[0]} predicate {Words(quantity.Predicate)}, not {fields[2]}");
        }

        (1 - (double)wrong.Count / count).Should().BeGreaterThanOrEqualTo(0.9, string.Join('\n', wrong));
    }

    [Fact]
    public void Without_weights_a_figure_has_neither()
    {
        var fast = new PipelineBuilder().Add(new CleanStage()).Add(new AnalyseStage()).Add(new MeasureStage()).Build();

        var quantity = fast.Read(Raw("Germany spent $41 billion."), TestContext.Current.CancellationToken).Quantities[0];

        (quantity.Subject, quantity.Predicate).Should().Be((null, null));
    }

    private static Reading Read(string text) => Pipeline.Read(Raw(text));

    private static RawDocument Raw(string text) => new() { Path = "a.txt", Bytes = Encoding.UTF8.GetBytes(text), Sha256 = "", Form = DocumentForm.PlainText };
}
