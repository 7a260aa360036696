using System.Diagnostics;
using System.Text;
using CsCheck;
using OnRecord.Extract;
using OnRecord.Language.Text;
using OnRecord.Link;
using OnRecord.Models.English;

namespace OnRecord.Tests.Extract;

public sealed class ExtractStageTests
{
    private static readonly IStage[] Stages = [new AnalyseStage(EnglishModels.Set), new ExtractStage(EnglishModels.Set), new ChainStage(EnglishModels.Set), new MeasureStage(), new LinkStage()];

    private static readonly string[] Pieces = ["“", "”", "\"", "said", "Dahl", "he", ".", ",", "that", "\n\n", " ", "‘", "’", ":", "told", "😀", "\uD83D", "\u200F"];

    private const string News = "“We will pay,” Marit Halvorsen said. “All of it.” The minister denied that the talks, which began in May, had failed. She told reporters: “Nobody has left.” According to a senior official, the “final” text is ready.\n\n";

    [Fact]
    public void Whatever_the_text_every_span_lies_inside_it() =>
        Gen.OneOf(Gen.String, Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 40].Select(parts => string.Join(' ', parts)))
            .Sample(text =>
            {
                var reading = Read(text);
                var ids = reading.Entities.Select(e => e.Id).ToHashSet();
                foreach (var attribution in reading.Attributions)
                {
                    attribution.Content.Should().NotBeEmpty();
                    attribution.Confidence.Should().BeInRange(0, 1);
                    foreach (var span in (IEnumerable<TextSpan>)[.. attribution.Source, .. attribution.Cue, .. attribution.Content])
                    {
                        span.IsEmpty.Should().BeFalse();
                        span.Start.Should().BeGreaterThanOrEqualTo(0);
                        span.End.Should().BeLessThanOrEqualTo(text.Length);
                    }
                    (attribution.Speaker is null).Should().Be(attribution.Unresolved is not null);
                    if (attribution.Speaker is not null) ids.Should().Contain(attribution.Speaker);
                    if (attribution.Unresolved is not null) Refusal.All.Should().Contain(attribution.Unresolved);
                }
            }, iter: 300);

    [Fact]
    public void Threads_that_share_the_stages_read_the_same()
    {
        var expected = Rendered(Read(News));

        Parallel.For(0, 16, _ => Rendered(Read(News)).Should().Be(expected));
    }

    [Fact]
    public void Nothing_is_read_from_furniture()
    {
        var text = "“We will pay,” Marit Halvorsen said.\n\n“Vote for us,” Ida Lund said.";
        var raw = new RawDocument { Path = "-", Bytes = Encoding.UTF8.GetBytes(text), Sha256 = "", Form = DocumentForm.PlainText };
        var second = text.IndexOf("“Vote", StringComparison.Ordinal);
        var article = new Article { Raw = raw, Text = text, Charset = "utf-8", Furniture = [new Furniture(new TextSpan(second, text.Length), FurnitureKind.Advertisement)] };

        var reading = Stages.Aggregate(new Reading { Raw = raw, Article = article }, (r, s) => s.Run(r));

        reading.Attributions.Should().ContainSingle().Which.Content.Should().OnlyContain(s => s.End <= second);
        reading.Entities.Should().NotContain(e => e.Name == "Ida Lund");
    }

    [Fact]
    public void Time_grows_with_the_text_and_no_faster()
    {
        var once = string.Concat(Enumerable.Repeat(News, 100));
        var fourTimes = string.Concat(Enumerable.Repeat(News, 400));
        Read(once);

        // Four times the text; a step that grew with the square would take sixteen times as long, whatever else the machine does.
        var growth = double.MaxValue;
        for (var attempt = 0; attempt < 5 && growth >= 9; attempt++) growth = Math.Min(growth, Fastest(fourTimes) / Fastest(once));
        growth.Should().BeLessThan(9);
    }

    [Fact]
    public void A_paragraph_of_a_hundred_thousand_words_is_read()
    {
        var text = string.Concat(Enumerable.Repeat("He said that it was so and ", 15_000));

        Read(text).IsComplete.Should().BeTrue();
    }

    private static double Fastest(string text) => Enumerable.Range(0, 3).Min(_ =>
    {
        var start = Stopwatch.GetTimestamp();
        Read(text);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    });

    private static string Rendered(Reading reading) => string.Join('\n', reading.Attributions.Select(a => $"{a.Id} {a.Kind} {string.Join(' ', a.Source)}|{string.Join(' ', a.Cue)}|{string.Join(' ', a.Content)} {a.Confidence} {a.Speaker} {a.Unresolved}"));

    private static Reading Read(string text)
    {
        var raw = new RawDocument { Path = "-", Bytes = Encoding.UTF8.GetBytes(text), Sha256 = "", Form = DocumentForm.PlainText };
        return Stages.Aggregate(new Reading { Raw = raw, Article = new Article { Raw = raw, Text = text, Charset = "utf-8" } }, (r, s) => s.Run(r));
    }
}
