using System.Text;
using OnRecord.Formats;
using OnRecord.Lab.Corpora;
using OnRecord.Lab.Evaluate;
using OnRecord.Language;
using OnRecord.Language.Text;
using OnRecord.Tests.Formats;
using OnRecord.Tests.Ingest;

namespace OnRecord.Tests.Lab;

public sealed class BratTests
{
    [Fact]
    public void What_is_written_is_read_back_as_the_same_attributions()
    {
        var reading = SummitReading.Make();

        var read = BratAnnotations.Read(Written(reading), SummitReading.Text, "summit.ann");

        read.Should().HaveCount(3);
        for (var i = 0; i < read.Count; i++)
        {
            read[i].Source.Should().Equal(reading.Attributions[i].Source);
            read[i].Cue.Should().Equal(reading.Attributions[i].Cue);
            read[i].Content.Should().Equal(reading.Attributions[i].Content);
        }
    }

    [Fact]
    public void A_content_in_several_texts_and_a_source_of_two_events_are_read()
    {
        const string Text = "Dahl spoke 🌍: we pay, she said, and we stay.";
        const string Annotations = "T1\tSource 0 4\tDahl\nT2\tCue 5 10\tspoke\nT3\tContent 14 20\twe pay\nT4\tContent 36 43\twe stay\nT5\tAttribution 5 10\tspoke\n"
            + "E1\tAttribution:T5 Content:T3 Content2:T4 Cue:T2 Source:T1\nE2\tAttribution:T5 Source:T1 Content:T6\nT6\tContent 14 20;36 43\twe pay we stay\nT7\tDiscard 0 4\tDahl\n#1\tAnnotatorNotes E1\tunsure\nE3\tAttribution:T5 Source:T1\n";

        var read = BratAnnotations.Read(Annotations, Text, "a.ann");

        read.Should().HaveCount(2, "an event without a content is no attribution");
        read[0].Content.Select(span => span.Slice(Text)).Should().Equal("we pay", "we stay");
        read[1].Content.Should().Equal(read[0].Content);
        read[1].Source.Should().Equal(read[0].Source);
        read[1].Cue.Should().BeEmpty();
    }

    [Theory]
    [InlineData("T1\tSource 0 400\tDahl", "line 1: '0 400' is no place in a text of 4 characters")]
    [InlineData("\nT1\tSource\tDahl", "line 2: a text without a place")]
    [InlineData("E1\tAttribution:T1 Content:T9", "line 1: 'Content:T9' names a text that is not there")]
    [InlineData("E1\tAttribution:T1 Content", "line 1: 'Content' is no argument of an event")]
    public void What_cannot_be_read_says_where(string annotations, string expected)
    {
        var error = Assert.Throws<OnRecordException>(() => BratAnnotations.Read(annotations, "Dahl", "a.ann"));

        error.Code.Should().Be(DiagnosticCodes.Unreadable);
        error.Message.Should().Contain("'a.ann', " + expected);
    }

    [Fact]
    public void A_folder_gives_each_text_once_for_each_annotator()
    {
        using var folder = new Folder();
        folder.Write("text/one.txt", Encoding.UTF8.GetBytes("Dahl said no."));
        folder.Write("attributions/one_ab12.ann", Encoding.UTF8.GetBytes(""));
        folder.Write("attributions/one_cd34.ann", Encoding.UTF8.GetBytes("T1\tContent 10 12\tno\nT2\tAttribution 5 9\tsaid\nE1\tAttribution:T2 Content:T1"));

        var documents = BratFolder.Read(folder.Path);

        documents.Select(document => (document.Annotator, document.Attributions.Count)).Should().Equal(("ab12", 0), ("cd34", 1));
    }

    [Fact]
    public void Annotations_without_their_text_say_which_is_missing()
    {
        using var folder = new Folder();
        folder.Write("one.ann", Encoding.UTF8.GetBytes(""));

        var error = Assert.Throws<OnRecordException>(() => BratFolder.Read(folder.Path));

        error.Code.Should().Be(DiagnosticCodes.NotFound);
        error.Message.Should().Contain("one.txt");
    }

    [Fact]
    public void Own_annotations_taken_as_gold_score_one_in_every_measure()
    {
        var reading = SummitReading.Make();
        var document = Document(reading);

        var scores = new AttributionScores([document], [[.. reading.Attributions]]) { Tokens = 1, TokensPerSecond = 1 };

        scores.Metrics("gold", 0).Where(metric => metric.Count > 0).Should().AllSatisfy(metric => metric.Value.Should().Be(1));
    }

    [Fact]
    public void A_comparison_lists_what_is_won_and_lost_by_kind()
    {
        var reading = SummitReading.Make();
        var wrong = reading.Attributions[2] with { Content = [new TextSpan(0, 8)] };
        var output = new StringWriter();

        AttributionComparison.Write([Document(reading)], [[reading.Attributions[0], wrong]], [[reading.Attributions[1], reading.Attributions[2]]], output);

        var lines = output.ToString().ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Should().Equal(
            "lost  summit gold 1   direct [Mira Holt] <said> {\"We will pay,\" … \"All of us.\"}",
            "won   summit gold 2   mixed [] <> {\"And soon, very soon.\"}",
            "won   summit gold 3   indirect [=A senior official] <said> {talks had begun}",
            "gone  summit a3   indirect [=A senior official] <said> {Alliance}",
            "gone      1   indirect 1",
            "lost      1   direct 1",
            "won       2   indirect 1   mixed 1");
    }

    private static AttributionDocument Document(Reading reading) => new()
    {
        Id = "summit",
        Annotator = "",
        Text = SummitReading.Text,
        ScoringTokens = [.. Analyser.Analyse(SummitReading.Text).Tokens.Select(token => token.Span)],
        Attributions = BratAnnotations.Read(Written(reading), SummitReading.Text, "summit.ann"),
    };

    private static string Written(Reading reading)
    {
        using var stream = new MemoryStream();
        using var writer = RecordWriter.Create(RecordFormat.Brat, stream);
        writer.Write(reading);
        writer.Finish();
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
