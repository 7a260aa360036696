using System.Text;
using System.Text.Json;
using CsCheck;
using OnRecord.Formats;
using OnRecord.Language;
using OnRecord.Language.Text;

namespace OnRecord.Tests.Formats;

public sealed class RecordWriterTests
{
    private static readonly Failure Lost = new("lost.txt", DiagnosticCodes.NotFound, "There is no file 'lost.txt'.");

    [Fact]
    public void Jsonl_has_every_field_of_the_schema_and_invents_nothing()
    {
        using var document = JsonDocument.Parse(Written(RecordFormat.Jsonl));
        var root = document.RootElement;

        root.EnumerateObject().Select(field => field.Name).Should().Equal(
            "schema", "offsets", "document", "furniture", "sentences", "entities", "times", "quantities", "inferred_dates", "attributions", "claims", "pledges", "pledge_changes", "allegations", "events", "failures");
        root.GetProperty("schema").GetString().Should().Be("onrecord/1");
        root.GetProperty("document").EnumerateObject().Select(field => field.Name).Should().Equal("path", "sha256", "url", "title", "byline", "publisher", "published", "language", "text");
        root.GetProperty("document").GetProperty("text").GetString().Should().Be(SummitReading.Text);
        root.GetProperty("document").GetProperty("published").GetString().Should().Be("2019-04-03");
        root.GetProperty("document").GetProperty("url").ValueKind.Should().Be(JsonValueKind.Null);
        root.GetProperty("furniture")[0].GetProperty("kind").GetString().Should().Be("read-more");
        var third = root.GetProperty("attributions")[2];
        third.GetProperty("speaker").ValueKind.Should().Be(JsonValueKind.Null);
        third.GetProperty("unresolved").GetString().Should().Be("unnamed source");
        third.GetProperty("act").ValueKind.Should().Be(JsonValueKind.Null);
        root.GetProperty("attributions")[0].GetProperty("confidence").GetDouble().Should().Be(0.9712);
        foreach (var name in (string[])["times", "quantities", "claims", "pledges", "pledge_changes", "allegations", "events", "failures"]) root.GetProperty(name).GetArrayLength().Should().Be(0);
    }

    [Theory]
    [InlineData(OffsetUnit.CodePoint, "codepoint")]
    [InlineData(OffsetUnit.Utf16, "utf16")]
    public void Ranges_slice_to_the_words_in_the_unit_that_is_named(OffsetUnit unit, string name)
    {
        using var document = JsonDocument.Parse(Written(RecordFormat.Jsonl, unit));
        var content = document.RootElement.GetProperty("attributions")[0].GetProperty("content")[1];
        var (start, end) = (content.GetProperty("start").GetInt32(), content.GetProperty("end").GetInt32());

        document.RootElement.GetProperty("offsets").GetString().Should().Be(name);
        var words = unit == OffsetUnit.Utf16
            ? SummitReading.Text[start..end]
            : string.Concat(SummitReading.Text.EnumerateRunes().Skip(start).Take(end - start).Select(rune => rune.ToString()));
        words.Should().Be("\"All of us.\"");
    }

    [Fact]
    public void Json_is_an_array_of_the_objects_that_jsonl_has_on_its_lines()
    {
        using var array = JsonDocument.Parse(Written(RecordFormat.Json, failures: true));
        var lines = Written(RecordFormat.Jsonl, failures: true).TrimEnd('\n').Split('\n');

        array.RootElement.EnumerateArray().Select(item => item.GetRawText()).Should().Equal(lines);
    }

    [Fact]
    public void Json_of_no_document_is_an_empty_array()
    {
        using var stream = new MemoryStream();
        using var writer = RecordWriter.Create(RecordFormat.Json, stream);
        writer.Finish();

        Encoding.UTF8.GetString(stream.ToArray()).Should().Be("[]\n");
    }

    [Fact]
    public void A_document_of_which_nothing_was_read_is_an_object_with_its_failure()
    {
        using var document = JsonDocument.Parse(Written(RecordFormat.Jsonl, failures: true).Split('\n')[1]);

        document.RootElement.GetProperty("document").GetProperty("path").GetString().Should().Be("lost.txt");
        document.RootElement.GetProperty("document").GetProperty("text").ValueKind.Should().Be(JsonValueKind.Null);
        document.RootElement.GetProperty("failures")[0].GetProperty("code").GetString().Should().Be("OR1001");
        document.RootElement.EnumerateObject().Should().HaveCount(15);
    }

    [Fact]
    public void Lone_surrogates_still_give_valid_json_with_every_position_right()
    {
        Gen.Char.Array[0, 30].Sample(units =>
        {
            var text = new string(units) + "\uD83C end \uDF0D";
            var whole = new TextSpan(0, text.Length);
            var reading = SummitReading.Make();
            reading = reading with
            {
                Article = new Article { Raw = reading.Raw, Text = text, Charset = "utf-16" },
                Analysis = null,
                Entities = [],
                Attributions = [new Attribution { Id = "a1", Kind = AttributionKind.Indirect, Source = [], Cue = [], Content = [whole], Confidence = 1, Unresolved = Refusal.NoSource }],
            };
            using var document = JsonDocument.Parse(Written(RecordFormat.Jsonl, OffsetUnit.CodePoint, reading));
            var length = document.RootElement.GetProperty("document").GetProperty("text").GetString()!.EnumerateRunes().Count();
            return document.RootElement.GetProperty("attributions")[0].GetProperty("content")[0].GetProperty("end").GetInt32() == length;
        });
    }

    [Fact]
    public void Csv_quotes_by_rfc_4180_and_takes_the_sting_out_of_formulas()
    {
        var lines = Written(RecordFormat.Csv).Split("\r\n");

        lines[0].Should().Be("path,sha256,title,publisher,published,attribution,kind,speaker,unresolved,source,cue,content,confidence,inside,role,on_behalf_of,addressee,venue,when,source_description");
        lines[1].Should().StartWith("\"news/summit, day 1.txt\",").And.EndWith(",2019-04-03,a1,direct,Mira Holt,,Mira Holt,said,\"\"\"We will pay,\"\" … \"\"All of us.\"\"\",0.9712,,Chair of the Alliance,,Mira Holt,at the summit,2019-04-02,");
        lines[3].Should().Contain(",unnamed source,\"'=A senior official\",");
        lines[4].Should().BeEmpty();
    }

    [Fact]
    public void Citron_joins_what_goes_on_to_the_quote_it_goes_on_from()
    {
        using var document = JsonDocument.Parse(Written(RecordFormat.Citron));
        var quotes = document.RootElement.GetProperty("quotes");

        quotes.GetArrayLength().Should().Be(2);
        quotes[0].GetProperty("contents").EnumerateArray().Select(span => span.GetProperty("text").GetString()).Should().Equal("\"We will pay,\"", "\"All of us.\"", "\"And soon,\nvery soon.\"");
        quotes[0].GetProperty("cue").GetProperty("text").GetString().Should().Be("said");
        quotes[0].GetProperty("sources")[0].GetProperty("text").GetString().Should().Be("Mira Holt");
        quotes[0].GetProperty("coreferences").GetArrayLength().Should().Be(0);
        quotes[0].GetProperty("confidence").GetString().Should().Be("0.9712");
        document.RootElement.GetProperty("coreference_groups")[0].GetArrayLength().Should().Be(2);
    }

    [Fact]
    public void Brat_annotates_by_fragments_that_never_reach_over_a_line()
    {
        var lines = Written(RecordFormat.Brat).Split('\n');

        lines.Should().Contain("T1\tContent 18 32;49 61\t\"We will pay,\" \"All of us.\"");
        lines.Should().Contain("T4\tAttribution 43 47\tsaid");
        lines.Should().Contain("E1\tAttribution:T4 Source:T2 Cue:T3 Content:T1");
        lines.Should().Contain("A1\tKind E1 direct");
        lines.Should().Contain("#1\tAnnotatorNotes E1\tspeaker: Mira Holt; confidence: 0.9712");
        lines.Should().Contain("T5\tContent 87 97;98 109\t\"And soon, very soon.\"");
        lines.Should().Contain("E2\tAttribution:T6 Content:T5", "without a cue the trigger lies on the content");
        lines.Should().Contain("#3\tAnnotatorNotes E3\tnot resolved: unnamed source; confidence: 1.0000");
        lines.Should().Contain("R1\tContinues Arg1:E2 Arg2:E1");
    }

    [Fact]
    public void Web_annotations_find_their_words_by_quotation_and_by_position()
    {
        using var document = JsonDocument.Parse(Written(RecordFormat.WebAnnotation));
        var root = document.RootElement;

        root.GetProperty("@context")[0].GetString().Should().Be("http://www.w3.org/ns/anno.jsonld");
        root.GetProperty("type").GetString().Should().Be("AnnotationPage");
        root.GetProperty("partOf").GetProperty("total").GetInt32().Should().Be(3);
        var runes = SummitReading.Text.EnumerateRunes().ToArray();
        var pieces = 0;
        foreach (var selectors in root.GetProperty("items").EnumerateArray().SelectMany(Pieces))
        {
            pieces++;
            var (quote, position) = (selectors[0], selectors[1]);
            var (exact, prefix, suffix) = (quote.GetProperty("exact").GetString()!, quote.GetProperty("prefix").GetString()!, quote.GetProperty("suffix").GetString()!);
            quote.GetProperty("type").GetString().Should().Be("TextQuoteSelector");
            position.GetProperty("type").GetString().Should().Be("TextPositionSelector");
            string.Concat(runes[position.GetProperty("start").GetInt32()..position.GetProperty("end").GetInt32()].Select(rune => rune.ToString())).Should().Be(exact);
            SummitReading.Text.IndexOf(prefix + exact + suffix, StringComparison.Ordinal).Should().BeGreaterThanOrEqualTo(0).And.Be(SummitReading.Text.LastIndexOf(prefix + exact + suffix, StringComparison.Ordinal));
        }
        pieces.Should().Be(8, "two sources, two cues and four contents");
        var second = root.GetProperty("items")[1];
        second.GetProperty("continues").GetString().Should().Be(root.GetProperty("items")[0].GetProperty("id").GetString());
        second.GetProperty("body")[1].GetProperty("value").GetString().Should().Be("Mira Holt");
        root.GetProperty("items")[2].GetProperty("body")[1].GetProperty("value").GetString().Should().Be("not resolved: unnamed source");

        static IEnumerable<JsonElement> Pieces(JsonElement annotation) =>
            annotation.GetProperty("body").EnumerateArray().Concat(annotation.GetProperty("target").EnumerateArray())
                .Where(resource => resource.GetProperty("type").GetString() == "SpecificResource").Select(resource => resource.GetProperty("selector"));
    }

    [Fact]
    public void Web_annotations_of_a_page_have_no_positions_since_the_page_has_others()
    {
        var reading = SummitReading.Make();
        var raw = new RawDocument { Path = "a.html", Bytes = reading.Raw.Bytes, Sha256 = reading.Raw.Sha256, Form = DocumentForm.Html, Url = new Uri("https://example.org/a") };

        var written = Written(RecordFormat.WebAnnotation, reading: reading with { Raw = raw });

        written.Should().Contain("\"source\":\"https://example.org/a\"").And.Contain("TextQuoteSelector").And.NotContain("TextPositionSelector");
    }

    [Fact]
    public void The_article_without_its_furniture_keeps_its_paragraphs()
    {
        ArticleText.WithoutFurniture(SummitReading.Make().Article!).Should().Be(
            "Alliance meets 🌍\n\n\"We will pay,\" Mira Holt said. \"All of us.\"\n\"And soon,\nvery soon.\"\n\n=A senior official said talks had begun.");
    }

    private static string Written(RecordFormat format, OffsetUnit unit = OffsetUnit.CodePoint, Reading? reading = null, bool failures = false)
    {
        using var stream = new MemoryStream();
        using var writer = RecordWriter.Create(format, stream, unit);
        writer.Write(reading ?? SummitReading.Make());
        if (failures) writer.Write(Lost);
        writer.Finish();
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
