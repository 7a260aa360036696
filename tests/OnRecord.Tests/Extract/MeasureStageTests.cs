using System.Text;
using System.Text.Json;
using OnRecord.Clean;
using OnRecord.Extract;
using OnRecord.Formats;

namespace OnRecord.Tests.Extract;

public sealed class MeasureStageTests
{
    private static readonly Pipeline Pipeline = new PipelineBuilder().Add(new CleanStage()).Add(new AnalyseStage()).Add(new MeasureStage()).Build();

    [Fact]
    public void Times_count_from_the_day_that_was_given_and_nothing_is_inferred()
    {
        var reading = Read("The council met on Wednesday, on its 70th anniversary. It was founded in 1949.", new DateOnly(2019, 4, 3));

        reading.Times[0].Value.Should().Be("2019-04-03");
        reading.InferredDates.Should().BeEmpty();
    }

    [Fact]
    public void Without_a_day_what_the_text_gives_away_is_offered() =>
        Read("The council met on Wednesday, on its 70th anniversary. It was founded in 1949.", null)
            .InferredDates.Should().ContainSingle().Which.Value.Should().Be("2019");

    [Fact]
    public void The_host_of_the_address_decides_between_day_and_month()
    {
        const string text = "The treaty was signed on 03/04/2019 in the old hall by the river.";

        Read(text, null, "https://press.example.uk/a").Times.Should().ContainSingle().Which.Value.Should().Be("2019-04-03");
        Read(text, null, "https://press.example.gov/a").Times.Should().ContainSingle().Which.Value.Should().Be("2019-03-04");
        Read(text, null).Times.Should().ContainSingle().Which.Unresolved.Should().Be(TimeRefusal.AmbiguousOrder);
    }

    [Fact]
    public void Jsonl_has_the_fields_of_times_and_quantities()
    {
        var reading = Read("They have pledged to spend at least two percent of their GDP by 2024.", new DateOnly(2019, 4, 3));
        using var stream = new MemoryStream();
        using (var writer = RecordWriter.Create(RecordFormat.Jsonl, stream))
        {
            writer.Write(reading);
            writer.Finish();
        }
        using var document = JsonDocument.Parse(stream.ToArray());

        var quantity = document.RootElement.GetProperty("quantities")[0];
        quantity.GetProperty("value").GetDecimal().Should().Be(2);
        quantity.GetProperty("unit").GetString().Should().Be("percent-of-gdp");
        quantity.GetProperty("comparison").GetString().Should().Be(">=");
        quantity.GetProperty("change").ValueKind.Should().Be(JsonValueKind.Null);
        var time = document.RootElement.GetProperty("times")[0];
        time.GetProperty("type").GetString().Should().Be("DATE");
        time.GetProperty("value").GetString().Should().Be("2024");
        time.GetProperty("deadline").GetString().Should().Be("2024-12-31");
    }

    private static Reading Read(string text, DateOnly? published, string? url = null) => Pipeline.Read(new RawDocument
    {
        Path = "a.txt",
        Bytes = Encoding.UTF8.GetBytes(text),
        Sha256 = "",
        Form = DocumentForm.PlainText,
        Published = published,
        Url = url is null ? null : new Uri(url),
    });
}
