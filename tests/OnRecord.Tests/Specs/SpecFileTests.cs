using OnRecord.Language.Text;

namespace OnRecord.Tests.Specs;

public sealed class SpecFileTests
{
    private const string Markdown = """
        # Quotations

        Prose, and a block that is none:

        ```
        not an example
        ```

        ## Nested

        ```quotations
        One line.

        Another.
        ---
        first
        ```

        ```quotations
        Again.
        ---
        ```

        ## Open

        ```tokens
        A
        ---
        B
        ---
        C
        ```
        """;

    [Fact]
    public void An_example_is_named_by_its_headings_and_its_number_below_them() =>
        SpecFile.Parse(Markdown).Select(e => e.Name).Should().Equal("Quotations / Nested / 1", "Quotations / Nested / 2", "Quotations / Open / 1");

    [Fact]
    public void Blank_lines_of_the_text_stay_and_nothing_expected_is_empty()
    {
        var examples = SpecFile.Parse(Markdown).ToList();

        examples[0].Should().Be(new SpecExample("Quotations / Nested / 1", "quotations", "One line.\n\nAnother.", "first", 11));
        examples[1].Expected.Should().BeEmpty();
    }

    [Fact]
    public void The_last_rule_parts_text_and_expectation()
    {
        var example = SpecFile.Parse(Markdown).Last();

        (example.Text, example.Expected).Should().Be(("A\n---\nB", "C"));
    }

    [Theory]
    [InlineData("```tokens\nA\n---\nA", "The fence of line 1 is not closed.")]
    [InlineData("# T\n```tokens\nA\n```", "The example of line 2 has no line '---' between its text and what is expected.")]
    public void A_block_that_cannot_be_an_example_is_named_by_its_line(string markdown, string message)
    {
        var parse = () => SpecFile.Parse(markdown).ToList();

        parse.Should().Throw<FormatException>().WithMessage(message);
    }

    [Fact]
    public void An_example_that_does_not_hold_shows_the_lines_that_differ()
    {
        var kinds = new Dictionary<string, Func<string, string>> { ["tokens"] = text => text.Replace(' ', '\n') };
        var example = new SpecExample("T / 1", "tokens", "a b c", "a\nx\nc", 7);

        SpecKinds.Judge(example, "t.md", kinds).Should().Be("t.md:7: T / 1\n  a\n- x\n+ b\n  c\n");
        SpecKinds.Judge(example with { Expected = "a\nb\nc" }, "t.md", kinds).Should().BeNull();
        SpecKinds.Judge(example with { Kind = "tokns" }, "t.md", kinds).Should().Be("t.md:7: no kind of example is called 'tokns'. There are: tokens.");
    }

    [Fact]
    public void An_attribution_is_written_with_its_kind_its_parts_and_its_speaker()
    {
        const string text = "“No,” Ms Dahl said. “Not\n\nnow.”\nAides objected.";
        var raw = new RawDocument { Path = "-", Bytes = new byte[1], Sha256 = "", Form = DocumentForm.PlainText };
        TextSpan Span(string words) => new(text.IndexOf(words, StringComparison.Ordinal), text.IndexOf(words, StringComparison.Ordinal) + words.Length);
        var reading = new Reading
        {
            Raw = raw,
            Article = new Article { Raw = raw, Text = text, Charset = "utf-8" },
            Entities = [new Entity { Id = "e1", Name = "Ms Dahl", Type = EntityType.Person, Mentions = [new Mention(Span("Ms Dahl"), MentionForm.Name)] }],
            Attributions =
            [
                new Attribution { Id = "a1", Kind = AttributionKind.Direct, Source = [Span("Ms Dahl")], Cue = [Span("said")], Content = [Span("“No,”"), Span("“Not\n\nnow.”")], Confidence = 1, Speaker = "e1" },
                new Attribution { Id = "a2", Kind = AttributionKind.Indirect, Source = [Span("Aides")], Cue = [], Content = [Span("objected")], Confidence = 1, Unresolved = Refusal.UnnamedSource },
            ],
        };

        SpecRendering.Attributions(reading).Should().Be("direct [Ms Dahl] <said> {“No,” … “Not ¶ now.”} -> Ms Dahl\nindirect [Aides] <> {objected} -> (unnamed source)");
    }
}
