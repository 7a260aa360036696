using System.Text;
using CsCheck;
using OnRecord.Language;

namespace OnRecord.Tests.Clean;

public sealed class PlainTextTests
{
    [Fact]
    public void Every_character_of_the_file_is_kept()
    {
        const string Text = "\n Ministers\u00A0meet \r\n\r\n\"We\u2028talk,\" she said.\t\v\u0007\n\n\n";

        Documents.Text(Text).Text.Should().Be(Text);
    }

    [Fact]
    public void The_first_line_that_stands_alone_and_ends_without_a_stop_is_the_headline()
    {
        var article = Documents.Text("\nMinister Sees No Way Back to Treaty\n\nThe minister spoke on Monday.\n");

        article.Title.Should().Be("Minister Sees No Way Back to Treaty");
        article.Furniture.Should().BeEmpty();
    }

    [Theory]
    [InlineData("The minister spoke on Monday.\n\nShe said no.")]
    [InlineData("Minister Sees No Way Back\nThe minister spoke on Monday.\n")]
    [InlineData("Minister Sees No Way Back")]
    [InlineData("MR SMITH:\n\nI thank the House.")]
    [InlineData("READ MORE: Minister Sees No Way Back\n\nThe minister spoke on Monday.")]
    [InlineData("\"We shall see\"\n\nThe minister spoke on Monday.")]
    public void Other_first_lines_are_no_headline(string text) => Documents.Text(text).Title.Should().BeNull();

    [Fact]
    public void The_day_the_user_gives_is_the_publication_date()
    {
        var raw = Documents.Of("The minister spoke on Monday."u8.ToArray(), DocumentForm.PlainText, published: new DateOnly(2019, 4, 3));

        Documents.Read(raw).Published.Should().Be(new DateOnly(2019, 4, 3));
    }

    [Fact]
    public void A_text_of_nothing_but_white_space_is_refused()
    {
        var read = () => Documents.Text(" \r\n\t\u00A0\n");

        read.Should().Throw<OnRecordException>().Where(e => e.Code == DiagnosticCodes.Empty)
            .WithMessage("'text.txt' has nothing but white space in it. Check that it was written to its end.");
    }

    [Fact]
    public void A_line_of_ten_megabytes_is_read()
    {
        var text = string.Concat(Enumerable.Repeat("She said no. ", 800_000));

        var article = Documents.Text(text);

        article.Text.Length.Should().Be(text.Length);
        article.Furniture.Should().BeEmpty();
    }

    [Fact]
    public void Any_text_keeps_its_characters_and_its_furniture_lies_inside_in_order()
    {
        var line = Gen.OneOf(
            Gen.String[0, 60],
            Gen.OneOf("", " ", "READ MORE: Ministers Meet", "Share", "Reuters", "Photo: Ann Lee / AP", "Related", "\u201CYes,\u201D she said.", "Minister Warns of New Arms Race After Talks Fail - Envoy", "She said the talks would go on.", "\uD800"));
        Gen.Select(line.Array[0, 12], Gen.OneOf("\n", "\r\n", "\n\n", "\r", "\u2028")).Sample((lines, end) =>
        {
            var text = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(string.Join(end, lines)));
            if (string.IsNullOrWhiteSpace(text) || text.StartsWith('\uFEFF') || text.Contains('\0'))
                return;
            var article = Documents.Text(text);
            article.Text.Should().Be(text);
            var position = 0;
            foreach (var piece in article.Furniture)
            {
                piece.Span.Start.Should().BeGreaterThanOrEqualTo(position);
                piece.Span.Length.Should().BePositive();
                piece.Span.Slice(text).Should().NotContainAny("\n", "\r", "\u2028");
                position = piece.Span.End;
            }
            article.Furniture.Should().Equal(Documents.Text(text).Furniture);
        }, iter: 500);
    }
}
