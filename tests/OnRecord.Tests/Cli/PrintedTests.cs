using System.Text;
using OnRecord.Cli;
using OnRecord.Cli.Output;
using OnRecord.Cli.Tables;
using OnRecord.Models.English;
using OnRecord.Tests.Formats;

namespace OnRecord.Tests.Cli;

public sealed class PrintedTests
{
    [Theory]
    [InlineData(80)]
    [InlineData(160)]
    public void The_table_of_a_document_is_as_approved_at_each_width(int width)
    {
        var printed = Printed(width, hasColour: false, screen => ReadingTable.Print(screen.Console, SummitReading.Make()));

        printed.Split('\n').Should().OnlyContain(line => line.EnumerateRunes().Count() <= width);
        Approved.Check($"table.{width}", printed);
    }

    [Fact]
    public void An_article_without_colours_has_brackets_with_letters() =>
        Approved.Check("show.plain", Printed(80, hasColour: false, screen => MarkedArticle.Print(screen.Console, SummitReading.Make(), hasColour: false)));

    [Fact]
    public void An_article_in_colours_is_the_same_text_with_escapes()
    {
        var printed = Printed(80, hasColour: true, screen => MarkedArticle.Print(screen.Console, SummitReading.Make(), hasColour: true));

        printed.Should().Contain("\u001b[32m\"We will pay,\"\u001b[0m").And.Contain("\u001b[2mREAD MORE: Another story\u001b[0m");
        Approved.Check("show.colour", printed.Replace("\u001b", "<ESC>", StringComparison.Ordinal));
    }

    [Fact]
    public void Words_of_strangers_cannot_steer_the_terminal()
    {
        Printable.Of("a\u001b[2Jb\r\n\tc\u0007\u202Ed").Should().Be("a\uFFFD[2Jb\n\tc\uFFFD\uFFFDd");
        Printable.OneLine("  a\n\n b\u00A0c \u009B").Should().Be("a b c \uFFFD");
    }

    [Fact]
    public void Where_one_statement_stands_inside_another_the_inner_one_has_the_words()
    {
        var reading = SummitReading.Make();
        var outer = reading.Attributions[0] with { Content = [new(0, 10)] };
        var inner = reading.Attributions[1] with { Content = [new(2, 5)] };
        var article = new Article { Raw = reading.Raw, Text = "0123456789ab", Charset = "utf-8" };

        var pieces = MarkedPiece.Of(article, [outer, inner]).Select(piece => (piece.Span.Start, piece.Span.End, piece.Said?.Id));

        pieces.Should().Equal((0, 2, "a1"), (2, 5, "a2"), (5, 10, "a1"), (10, 12, null));
    }

    private static string Printed(int width, bool hasColour, Action<Screen> print)
    {
        using var output = new MemoryStream();
        using (var screen = new Screen(new CommandContext
        {
            Input = Stream.Null,
            Output = output,
            Error = TextWriter.Null,
            Time = TimeProvider.System,
            Models = EnglishModels.Set,
            Folder = "/",
            HasColour = hasColour,
            Width = width,
        }))
        {
            print(screen);
        }
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
