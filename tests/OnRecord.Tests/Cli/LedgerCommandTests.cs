using System.Text;
using System.Text.Json;

namespace OnRecord.Tests.Cli;

public sealed class LedgerCommandTests
{
    [Theory]
    [InlineData("search", "x")]
    [InlineData("show", "x")]
    [InlineData("documents")]
    [InlineData("speakers")]
    [InlineData("export")]
    [InlineData("verify")]
    public void Without_a_ledger_the_file_is_named_and_the_status_is_1(params string[] args)
    {
        using var newsroom = new Newsroom();

        var outcome = newsroom.Run(args);

        outcome.Status.Should().Be(1);
        outcome.Error.Should().StartWith("OR5008: ").And.Contain(newsroom.Ledger);
        File.Exists(newsroom.Ledger).Should().BeFalse();
    }

    [Fact]
    public void Export_writes_what_read_printed()
    {
        using var newsroom = new Newsroom();
        newsroom.Put("day/a.txt", Newsroom.Article);
        newsroom.Put("day/b.txt", Newsroom.Article + "READ MORE: Another story\n");
        foreach (var format in (string[])["jsonl", "json", "csv", "citron", "brat", "w3c"])
        {
            var read = newsroom.Run("read", Path.Combine(newsroom.Folder, "day"), "--format", format, "--published", "2024-05-01");

            newsroom.Run("export", "--format", format).Output.Should().Be(read.Output, format);
        }
    }

    [Fact]
    public void Export_into_a_file_puts_it_in_place_when_it_is_complete()
    {
        using var newsroom = new Newsroom();
        newsroom.Run("read", newsroom.Put("a.txt", Newsroom.Article));
        var target = Path.Combine(newsroom.Folder, "out.csv");

        var outcome = newsroom.Run("export", "--format", "csv", "--output", target);

        outcome.Should().Be(new Newsroom.Outcome(0, "", ""));
        File.ReadAllText(target).Should().Be(newsroom.Run("export", "--format", "csv").Output);
        Directory.GetFiles(newsroom.Folder, "*.partial").Should().BeEmpty();
    }

    [Fact]
    public void Export_of_parquet_is_a_whole_file_of_that_form()
    {
        using var newsroom = new Newsroom();
        newsroom.Run("read", newsroom.Put("a.txt", Newsroom.Article));
        var target = Path.Combine(newsroom.Folder, "out.parquet");

        newsroom.Run("export", "--format", "parquet", "--output", target).Should().Be(new Newsroom.Outcome(0, "", ""));

        var bytes = File.ReadAllBytes(target);
        bytes[..4].Should().Equal("PAR1"u8.ToArray());
        bytes[^4..].Should().Equal("PAR1"u8.ToArray());
    }

    [Fact]
    public void Export_into_a_folder_that_is_not_there_is_said()
    {
        using var newsroom = new Newsroom();
        newsroom.Run("read", newsroom.Put("a.txt", Newsroom.Article));

        var outcome = newsroom.Run("export", "--output", Path.Combine(newsroom.Folder, "nowhere", "out.jsonl"));

        outcome.Status.Should().Be(1);
        outcome.Error.Should().StartWith("OR9003: ").And.Contain("nowhere");
    }

    [Fact]
    public void A_search_finds_words_and_takes_any_sign_for_what_it_is()
    {
        using var newsroom = new Newsroom();
        newsroom.Run("read", newsroom.Put("a.txt", Newsroom.Article), "--published", "2024-05-01");

        var found = newsroom.Run("search", "harbour opens", "--format", "jsonl", "--since", "2024-01-01", "--until", "2024-05-01");

        found.Status.Should().Be(0);
        using var row = JsonDocument.Parse(found.Lines.Should().ContainSingle().Which);
        row.RootElement.GetProperty("speaker").GetString().Should().Be("Ada Quill");
        row.RootElement.GetProperty("kind").GetString().Should().Be("direct");
        newsroom.Run("search", "harbour", "--since", "2024-05-02").Error.Should().Be("Nothing found.\n");
        newsroom.Run("search", "harbour", "--kind", "mixed").Output.Should().BeEmpty();
        foreach (var text in (string[])["\"", "NEAR(", "a\"b*", "'; DROP TABLE", "***"]) newsroom.Run("search", text).Status.Should().Be(0, text);
    }

    [Fact]
    public void A_search_table_names_speaker_and_document()
    {
        using var newsroom = new Newsroom();
        newsroom.Run("read", newsroom.Put("a.txt", Newsroom.Article));

        newsroom.Run("search", "harbour", "--speaker", "quill").Output.Should().Contain("Ada Quill").And.Contain("│ direct");
        newsroom.Run("speakers").Output.Should().Contain("Ada Quill");
    }

    [Fact]
    public void Show_finds_a_document_by_its_name_and_says_where_there_is_none()
    {
        using var newsroom = new Newsroom();
        newsroom.Run("read", newsroom.Put("a.txt", Newsroom.Article));

        newsroom.Run("show", "a.txt").Output.Should().Contain("[A: \"The harbour opens in May,\"]").And.Contain("[A] ");
        var lost = newsroom.Run("show", "b.txt");
        lost.Status.Should().Be(1);
        lost.Error.Should().StartWith("OR5009: No document 'b.txt' is in ");
    }

    [Fact]
    public void Verify_fails_after_a_byte_of_the_record_was_altered_by_hand()
    {
        using var newsroom = new Newsroom();
        newsroom.Run("read", newsroom.Put("a.txt", Newsroom.Article));
        newsroom.Run("verify").Output.Should().StartWith("The record holds: ");
        var bytes = File.ReadAllBytes(newsroom.Ledger);
        var at = bytes.AsSpan().IndexOf("Nobody can stop"u8);
        at.Should().BePositive();
        bytes[at] = (byte)'S';
        File.WriteAllBytes(newsroom.Ledger, bytes);

        var outcome = newsroom.Run("verify");

        outcome.Status.Should().Be(1);
        outcome.Error.Should().MatchRegex("^OR500[456] .*: entry [0-9]+");
    }
}
