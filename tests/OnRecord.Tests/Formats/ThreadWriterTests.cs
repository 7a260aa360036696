using System.Text;
using System.Text.Json;
using OnRecord.Formats;
using OnRecord.Tests.Interpret.Threads;

namespace OnRecord.Tests.Formats;

public sealed class ThreadWriterTests
{
    private static readonly DateOnly May = new(2030, 5, 6);

    [Fact]
    public void An_event_has_the_fields_of_the_coder_and_every_report()
    {
        var events = Story.Join(Expulsion("one", "Arland expelled two envoys of Belmark"), Expulsion("two", "Arland sent home two envoys of Belmark")).Events;

        using var json = JsonDocument.Parse(Written(stream => PloverWriter.WriteJson(stream, events)));
        var told = json.RootElement;

        told.GetProperty("date").GetString().Should().Be("2030-05-06");
        told.GetProperty("event_type").EnumerateArray().Single().GetString().Should().Be("SANCTION");
        told.GetProperty("quad_code").GetString().Should().Be("MATERIAL CONFLICT");
        told.GetProperty("reports").GetArrayLength().Should().Be(2);
        told.GetProperty("version").GetString().Should().Contain("machine");
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://x.example\") was sent home by Arland with Belmark", "\"'=HYPERLINK(\"\"http://x.example\"\") was sent")]
    [InlineData("+1 envoy of Belmark expelled by Arland", "\"'+1 envoy")]
    [InlineData("@Belmark envoy expelled by Arland", "\"'@Belmark")]
    public void A_formula_in_the_words_of_an_event_is_no_formula_in_a_spreadsheet(string words, string expected)
    {
        var events = Story.Join(Expulsion("one", words)).Events;

        Written(stream => PloverWriter.WriteCsv(stream, events)).Should().Contain(expected);
    }

    [Fact]
    public void A_claim_says_who_made_it_where_and_that_a_machine_found_it()
    {
        var claims = Story.Join(
            new Story("one", May, "Jana Holt said the northern ferries carry military cargo.").Says("Jana Holt", "the northern ferries carry military cargo").Claims("the northern ferries carry military cargo"),
            new Story("two", May.AddDays(9), "Belmark says northern ferries carry military cargo daily.").Says("Belmark", "northern ferries carry military cargo daily", EntityType.Place).Claims("northern ferries carry military cargo daily")).Claims;

        using var json = JsonDocument.Parse(Written(stream => ClaimWriter.Write(stream, claims, _ => [])));
        var claim = json.RootElement;

        claim.GetProperty("@type").GetString().Should().Be("Claim");
        claim.GetProperty("author").EnumerateArray().Select(a => a.GetProperty("@type").GetString() + " " + a.GetProperty("name").GetString()).Should().Equal("Person Jana Holt", "Organization Belmark");
        claim.GetProperty("datePublished").GetString().Should().Be("2030-05-06");
        claim.GetProperty("appearance").GetArrayLength().Should().Be(1);
        claim.GetProperty("claimInterpreter").GetProperty("description").GetString().Should().StartWith("Found by a machine.");
        claim.TryGetProperty("reviewRating", out _).Should().BeFalse();
    }

    [Fact]
    public void A_review_is_written_where_a_person_gave_a_verdict()
    {
        var claims = Story.Join(new Story("one", May, "Jana Holt said the northern ferries carry military cargo.").Says("Jana Holt", "the northern ferries carry military cargo").Claims("the northern ferries carry military cargo")).Claims;
        var review = new ClaimReview { Verdict = FindingVerdict.Disagrees, Reviewer = "M. Kern", Decided = new DateTimeOffset(2030, 6, 1, 9, 0, 0, TimeSpan.Zero), Note = "The cargo lists say otherwise." };

        var lines = Written(stream => ClaimWriter.Write(stream, claims, _ => [review])).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        lines.Should().HaveCount(2);
        using var written = JsonDocument.Parse(lines[1]);
        written.RootElement.GetProperty("@type").GetString().Should().Be("ClaimReview");
        written.RootElement.GetProperty("author").GetProperty("name").GetString().Should().Be("M. Kern");
        written.RootElement.GetProperty("reviewRating").GetProperty("alternateName").GetString().Should().Be("disagrees");
        written.RootElement.GetProperty("itemReviewed").GetProperty("@id").GetString().Should().Be($"urn:onrecord:claim:{claims[0].Id}");
    }

    private static Story Expulsion(string name, string words) => new Story(name, May, $"{words} on Monday. Report {name}.").Event(EventCode.Sanction, "Arland", "Belmark", words, May);

    private static string Written(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
