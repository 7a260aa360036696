using System.IO.Pipes;
using System.Text;
using System.Text.Json;
using Microsoft.Win32.SafeHandles;
using OnRecord.Ledger;

namespace OnRecord.Tests.Cli;

public sealed class ReadCommandTests
{
    [Fact]
    public void A_folder_with_bad_documents_is_read_to_its_end_and_each_failure_is_named()
    {
        using var newsroom = new Newsroom();
        newsroom.Put("day/a.txt", Newsroom.Article);
        newsroom.Put("day/b-empty.txt", "");
        newsroom.Put("day/c-nul.txt", [65, 0, 66, 0, 0, 0]);
        newsroom.Put("day/d-latin.txt", [.. "He called it a caf"u8, 0xE9, .. " and left, the mayor said.\n"u8]);
        File.CreateSymbolicLink(Path.Combine(newsroom.Folder, "day/e-lost.txt"), "/nowhere/at/all.txt");
        newsroom.Put("day/f.txt", Newsroom.Article + "One more line.\n");

        var outcome = newsroom.Run("read", Path.Combine(newsroom.Folder, "day"), "--format", "jsonl");

        outcome.Status.Should().Be(1);
        var errors = outcome.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        errors.Select(line => line[..6]).Should().Equal("OR1003", "OR1004", "OR1001");
        errors[0].Should().StartWith($"OR1003 {newsroom.Folder}/day/b-empty.txt: ");
        Paths(outcome).Should().Equal("a.txt", "b-empty.txt", "c-nul.txt", "d-latin.txt", "e-lost.txt", "f.txt");
        Document(outcome.Lines[3]).GetProperty("text").GetString().Should().Contain("café");
        newsroom.Run("verify").Status.Should().Be(0);
        newsroom.Run("documents", "--format", "csv").Lines.Should().HaveCount(1 + 3);
    }

    [Fact]
    public void Invalid_bytes_and_lone_surrogates_are_read_without_an_exception()
    {
        using var newsroom = new Newsroom();
        newsroom.Put("invalid.txt", [.. "It is "u8, 0xC3, 0x28, 0xFF, 0xFE, .. " said Quill.\n"u8]);
        newsroom.Put("lone.txt", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("Quill said so. "), 0x3C, 0xD8, .. Encoding.Unicode.GetBytes(" And so on.\n")]);
        newsroom.Put("marks.txt", "\"““‘ \"Quill' said » \" « ’’\n\n\"\n\n”” \"So,\" ' he \"said.\n");

        var outcome = newsroom.Run("read", newsroom.Folder, "--format", "jsonl");

        outcome.Status.Should().Be(0, outcome.Error);
        outcome.Lines.Should().HaveCount(3);
        foreach (var line in outcome.Lines) Document(line).GetProperty("text").GetString().Should().NotBeNullOrEmpty();
        newsroom.Run("verify").Status.Should().Be(0);
    }

    [Fact]
    public void A_line_of_a_megabyte_is_read()
    {
        using var newsroom = new Newsroom();
        var path = newsroom.Put("line.txt", string.Concat(Enumerable.Repeat("The mayor said that the harbour would open in May. ", 20_000)));

        newsroom.Run("read", path, "--no-ledger", "--format", "csv").Status.Should().Be(0);
    }

    [Fact]
    public void The_bytes_are_the_same_for_any_number_of_threads()
    {
        using var newsroom = new Newsroom();
        for (var i = 0; i < 12; i++) newsroom.Put($"{i:00}.txt", string.Concat(Enumerable.Repeat(Newsroom.Article, 1 + ((i * 7) % 5))));
        newsroom.Put("bad.txt", "");

        var one = newsroom.Run("read", newsroom.Folder, "--no-ledger", "--format", "jsonl", "--threads", "1");

        foreach (var threads in (string[])["2", "5"]) newsroom.Run("read", newsroom.Folder, "--no-ledger", "--format", "jsonl", "--threads", threads).Should().Be(one);
    }

    [Fact]
    public void Reading_the_same_bytes_again_adds_nothing()
    {
        using var newsroom = new Newsroom();
        var path = newsroom.Put("a.txt", Newsroom.Article);

        newsroom.Run("read", path).Error.Should().EndWith("; recorded: 1 new, 0 known before.\n");
        newsroom.Run("read", path).Error.Should().EndWith("; recorded: 0 new, 1 known before.\n");
    }

    [Fact]
    public void A_table_is_what_is_printed_where_nothing_else_is_asked_for()
    {
        using var newsroom = new Newsroom();
        var path = newsroom.Put("a.txt", Newsroom.Article);

        var outcome = newsroom.Run("read", path, "--no-ledger");

        outcome.Output.Should().StartWith("Harbour to reopen\n").And.Contain("│ Ada Quill");
        newsroom.Run("read", path, "--no-ledger", "--format", "table").Should().Be(outcome);
    }

    [Fact]
    public void Standard_input_is_read_character_for_character()
    {
        using var newsroom = new Newsroom();
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(Newsroom.Article));

        var outcome = newsroom.Run(input, CancellationToken.None, "read", "-", "--no-ledger", "--format", "jsonl", "--published", "2024-05-01");

        Document(outcome.Output).GetProperty("text").GetString().Should().Be(Newsroom.Article);
        Document(outcome.Output).GetProperty("published").GetString().Should().Be("2024-05-01");
        File.Exists(newsroom.Ledger).Should().BeFalse();
    }

    [Fact]
    public void Stopping_in_the_middle_keeps_what_was_read_and_records_the_run_as_interrupted()
    {
        using var newsroom = new Newsroom();
        using var stopping = new CancellationTokenSource();
        using var input = new StoppingInput(stopping);
        var first = newsroom.Put("a.txt", Newsroom.Article);
        var last = newsroom.Put("z.txt", Newsroom.Article + "More.\n");

        var outcome = newsroom.Run(input, stopping.Token, "read", first, "-", last, "--format", "jsonl", "--threads", "1");

        outcome.Status.Should().Be(130);
        outcome.Error.Should().StartWith("OR9002: Interrupted after ").And.Contain("What was read is recorded.");
        using var ledger = LedgerFile.OpenForReading(newsroom.Ledger);
        ledger.Documents().Should().HaveCount(outcome.Lines.Count).And.NotContain(row => row.Path == last);
        newsroom.Run("verify").Status.Should().Be(0);
    }

    [Fact]
    public async Task Two_runs_into_one_ledger_at_the_same_time_both_record_everything()
    {
        using var newsroom = new Newsroom();
        for (var i = 0; i < 10; i++) newsroom.Put($"{i % 2}/{i}.txt", Newsroom.Article + i);

        var outcomes = await Task.WhenAll(
            Task.Run(() => newsroom.Run("read", Path.Combine(newsroom.Folder, "0")), TestContext.Current.CancellationToken),
            Task.Run(() => newsroom.Run("read", Path.Combine(newsroom.Folder, "1")), TestContext.Current.CancellationToken));

        outcomes.Should().OnlyContain(outcome => outcome.Status == 0);
        newsroom.Run("documents", "--format", "jsonl").Lines.Should().HaveCount(10);
        newsroom.Run("verify").Status.Should().Be(0);
    }

    [Fact]
    public void An_output_whose_reader_went_away_ends_the_run_without_a_word()
    {
        using var newsroom = new Newsroom();
        newsroom.Put("a.txt", Newsroom.Article);
        using var pipe = new AnonymousPipeServerStream(PipeDirection.Out);
        pipe.DisposeLocalCopyOfClientHandle();
        using var handle = new SafeFileHandle(pipe.SafePipeHandle.DangerousGetHandle(), ownsHandle: false);
        using var output = new FileStream(handle, FileAccess.Write, bufferSize: 0);

        var (status, error) = newsroom.RunInto(output, Stream.Null, CancellationToken.None, "read", newsroom.Folder, "--no-ledger", "--format", "jsonl");

        status.Should().Be(141);
        error.Should().BeEmpty();
    }

    [Fact]
    public void An_output_that_cannot_be_written_is_said()
    {
        if (!File.Exists("/dev/full")) Assert.Skip("This system has no device that is always full.");
        using var newsroom = new Newsroom();
        newsroom.Put("a.txt", Newsroom.Article);
        using var output = new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);

        var (status, error) = newsroom.RunInto(output, Stream.Null, CancellationToken.None, "read", newsroom.Folder, "--no-ledger", "--format", "jsonl");

        status.Should().Be(1);
        error.Should().StartWith("OR9003: The output could not be written: ");
    }

    private static JsonElement Document(string line) => JsonDocument.Parse(line).RootElement.GetProperty("document");

    private static IEnumerable<string> Paths(Newsroom.Outcome outcome) => outcome.Lines.Select(line => Path.GetFileName(Document(line).GetProperty("path").GetString()!));

    /// <summary>Asks the run to stop while it is being read, as a user does who presses Ctrl-C.</summary>
    private sealed class StoppingInput(CancellationTokenSource stopping) : MemoryStream(Encoding.UTF8.GetBytes(Newsroom.Article + "From standard input.\n"))
    {
        public override int Read(byte[] buffer, int offset, int count)
        {
            stopping.Cancel();
            return base.Read(buffer, offset, count);
        }
    }
}
