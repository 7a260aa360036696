using System.Text;
using System.Text.Json;
using OnRecord.Formats;

namespace OnRecord.Tests.Formats;

public sealed class ExchangeWriterTests
{
    [Fact]
    public void Quotations_have_their_surroundings_and_leave_out_what_is_not_quoted()
    {
        using var line = JsonDocument.Parse(Written(RecordFormat.QuotationGraph));
        var root = line.RootElement;
        var reading = SummitReading.Make();
        var direct = reading.Attributions.Where(a => a.Kind != AttributionKind.Indirect).ToList();

        root.EnumerateObject().Select(field => field.Name).Should().Equal("date", "url", "title", "lang", "quotes");
        root.GetProperty("quotes").EnumerateArray().Select(quote => quote.GetProperty("id").GetString()).Should().Equal(direct.Select(a => a.Id));
        foreach (var (quote, attribution) in root.GetProperty("quotes").EnumerateArray().Zip(direct))
        {
            var before = quote.GetProperty("pre").GetString()!;
            SummitReading.Text[..attribution.Content[0].Start].Should().EndWith(before);
            SummitReading.Text[attribution.Content[^1].End..].Should().StartWith(quote.GetProperty("post").GetString()!);
            quote.GetProperty("state").GetString().Should().Be("machine");
        }
    }

    [Fact]
    public void Entities_of_FollowTheMoney_refer_to_each_other_and_every_thing_has_a_name()
    {
        var lines = Written(RecordFormat.FollowTheMoney).TrimEnd('\n').Split('\n').Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var ids = lines.Select(line => line.GetProperty("id").GetString()).ToList();
        var reading = SummitReading.Make();

        ids.Should().OnlyHaveUniqueItems();
        lines.Should().AllSatisfy(line => line.GetProperty("properties").GetProperty("name").GetArrayLength().Should().Be(1));
        lines.Count(line => line.GetProperty("schema").GetString() == "Note").Should().Be(reading.Attributions.Count);
        lines[0].GetProperty("schema").GetString().Should().Be("Article");
        foreach (var note in lines.Where(line => line.GetProperty("schema").GetString() == "Note"))
        {
            var properties = note.GetProperty("properties");
            properties.GetProperty("proof")[0].GetString().Should().Be(ids[0]);
            if (properties.TryGetProperty("entity", out var entity)) ids.Should().Contain(entity[0].GetString());
            else properties.GetProperty("notes")[0].GetString().Should().StartWith("speaker not resolved: ");
            properties.GetProperty("keywords").EnumerateArray().Select(word => word.GetString()).Should().Contain("machine");
        }
    }

    private static string Written(RecordFormat format)
    {
        using var stream = new MemoryStream();
        using var writer = RecordWriter.Create(format, stream);
        writer.Write(SummitReading.Make());
        writer.Finish();
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
