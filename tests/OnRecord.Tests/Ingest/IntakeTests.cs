using System.Text;
using OnRecord.Ingest;
using OnRecord.Language;

namespace OnRecord.Tests.Ingest;

public sealed class IntakeTests
{
    private static List<IntakeItem> Take(params string[] paths) => [.. new Intake(new IntakeOptions()).Read(paths, TestContext.Current.CancellationToken)];

    [Fact]
    public void A_folder_is_walked_in_ordinal_order_and_other_kinds_are_counted_not_failed()
    {
        using var folder = new Folder();
        foreach (var name in (string[])["b.txt", "a.html", "B.txt", "c/z.htm", "c/notes.md", "picture.png", ".hidden.txt", "d.TXT"])
            folder.Write(name, "She said no."u8);
        var intake = new Intake(new IntakeOptions());

        var items = intake.Read([folder.Path], TestContext.Current.CancellationToken).ToList();

        items.Select(i => Path.GetRelativePath(folder.Path, i.Path).Replace('\\', '/')).Should().Equal("B.txt", "a.html", "b.txt", "c/z.htm", "d.TXT");
        items.Select(i => i.Document!.Form).Should().Equal(DocumentForm.PlainText, DocumentForm.Html, DocumentForm.PlainText, DocumentForm.Html, DocumentForm.PlainText);
        intake.PassedOver.Should().Be(2);
    }

    [Fact]
    public void A_document_carries_its_bytes_their_hash_and_the_day_that_was_given()
    {
        using var folder = new Folder();
        var path = folder.Write("a.txt", "She said no."u8);

        var document = new Intake(new IntakeOptions { Published = new DateOnly(2019, 4, 3) }).Read([path], TestContext.Current.CancellationToken).Single().Document!;

        document.Path.Should().Be(path);
        Encoding.UTF8.GetString(document.Bytes.Span).Should().Be("She said no.");
        document.Sha256.Should().Be("c7af856dad88d77eb0d13f1045a2432c8221e2d147830e422261fa50c61ecbfa");
        document.Published.Should().Be(new DateOnly(2019, 4, 3));
    }

    [Fact]
    public void Standard_input_is_plain_text_even_where_it_looks_like_a_page()
    {
        using var input = new MemoryStream("<!doctype html><p>She said no."u8.ToArray());

        var item = new Intake(new IntakeOptions { StandardInput = input }).Read(["-"], TestContext.Current.CancellationToken).Single();

        item.Path.Should().Be("-");
        item.Document!.Form.Should().Be(DocumentForm.PlainText);
    }

    [Theory]
    [InlineData("\uFEFF\n <!DOCTYPE html><html><body>", DocumentForm.Html)]
    [InlineData("<?xml version='1.0'?>\n<html>", DocumentForm.Html)]
    [InlineData("A < B, she said.", DocumentForm.PlainText)]
    public void A_file_that_is_named_and_has_no_known_extension_is_told_by_its_first_bytes(string text, DocumentForm form)
    {
        using var folder = new Folder();

        Take(folder.Write("article.md", Encoding.UTF8.GetBytes(text))).Single().Document!.Form.Should().Be(form);
    }

    [Theory]
    [InlineData("", DiagnosticCodes.Empty, "has no bytes in it")]
    [InlineData("She said\0no.", DiagnosticCodes.Binary, "it has a NUL at byte 8")]
    [InlineData("\u0001\u0002\u0003\u0004\u0005 text", DiagnosticCodes.Binary, "5 of its first 10 bytes are control codes")]
    [InlineData("%PDF-1.7 …", DiagnosticCodes.UnsupportedKind, "is a PDF")]
    [InlineData("{\\rtf1 text}", DiagnosticCodes.UnsupportedKind, "is a rich-text file")]
    public void What_is_no_text_is_a_failure_that_says_why(string text, string code, string message)
    {
        using var folder = new Folder();

        var item = Take(folder.Write("a.txt", Encoding.UTF8.GetBytes(text))).Single();

        item.Document.Should().BeNull();
        item.Failure!.Code.Should().Be(code);
        item.Failure.Message.Should().Contain("a.txt").And.Contain(message);
    }

    [Fact]
    public void Nuls_are_text_where_a_byte_order_mark_says_so()
    {
        using var folder = new Folder();

        Take(folder.Write("a.txt", [0xFF, 0xFE, (byte)'A', 0])).Single().Failure.Should().BeNull();
    }

    [Fact]
    public void A_file_above_the_bound_is_not_read()
    {
        using var folder = new Folder();
        var path = Path.Combine(folder.Path, "large.txt");
        using (var file = File.Create(path))
            file.SetLength(200L * 1024 * 1024);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var failure = Take(path).Single().Failure!;

        failure.Code.Should().Be(DiagnosticCodes.TooLarge);
        failure.Message.Should().Be($"'{path}' has 209715200 bytes; a document may have 67108864. Split it into its documents and read those.");
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(1024 * 1024);
    }

    [Theory]
    [InlineData(9, true)]
    [InlineData(10, false)]
    [InlineData(11, false)]
    public void A_stream_without_a_length_is_read_to_the_bound(int bound, bool fails)
    {
        using var input = new Pipe("0123456789"u8.ToArray());

        var item = new Intake(new IntakeOptions { StandardInput = input, MaxBytes = bound }).Read(["-"], TestContext.Current.CancellationToken).Single();

        item.Failure?.Code.Should().Be(DiagnosticCodes.TooLarge);
        (item.Failure is not null).Should().Be(fails);
        if (!fails)
            Encoding.UTF8.GetString(item.Document!.Bytes.Span).Should().Be("0123456789");
    }

    [Fact]
    public void A_missing_file_is_a_failure_and_the_next_is_read()
    {
        using var folder = new Folder();
        var missing = Path.Combine(folder.Path, "missing.txt");

        var items = Take(missing, folder.Write("a.txt", "She said no."u8));

        items[0].Failure!.Code.Should().Be(DiagnosticCodes.NotFound);
        items[0].Failure!.Message.Should().Be($"There is no file or folder '{missing}'. Check the path, or the link if it is one.");
        items[1].Document.Should().NotBeNull();
    }

    [Fact]
    public void A_link_that_leads_nowhere_is_a_failure_in_its_place()
    {
        using var folder = new Folder();
        folder.Write("a.txt", "She said no."u8);
        folder.Write("c.txt", "She said no."u8);
        File.CreateSymbolicLink(Path.Combine(folder.Path, "b.txt"), Path.Combine(folder.Path, "gone.txt"));

        Take(folder.Path).Select(i => i.Failure?.Code).Should().Equal(null, DiagnosticCodes.NotFound, null);
    }

    [Fact]
    public void A_link_to_a_folder_above_ends()
    {
        using var folder = new Folder();
        folder.Write("in/a.txt", "She said no."u8);
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "in", "up"), folder.Path);

        Take(folder.Path).Should().ContainSingle();
    }

    [Fact]
    public void A_web_address_is_a_failure_that_says_what_to_do()
    {
        var failure = Take("https://post.example/roads").Single().Failure!;

        failure.Should().Be(new Failure("https://post.example/roads", DiagnosticCodes.UnsupportedKind, "'https://post.example/roads' is an address and is not fetched. Save the page as a file and give the file's path."));
    }

    [Fact]
    public void A_file_that_cannot_be_opened_is_a_failure()
    {
        using var folder = new Folder();
        var loop = Path.Combine(folder.Path, "loop.txt");
        File.CreateSymbolicLink(loop, loop);

        Take(loop).Single().Failure!.Code.Should().Be(DiagnosticCodes.Unreadable);
    }

    [Fact]
    public void Documents_are_taken_in_one_at_a_time()
    {
        using var folder = new Folder();
        var first = folder.Write("a.txt", "She said no."u8);
        var second = folder.Write("b.txt", "She said no."u8);

        using var items = new Intake(new IntakeOptions()).Read([first, second], TestContext.Current.CancellationToken).GetEnumerator();
        items.MoveNext();
        File.Delete(second);
        items.MoveNext();

        items.Current.Failure!.Code.Should().Be(DiagnosticCodes.NotFound);
    }

    [Fact]
    public void A_bound_that_cannot_be_kept_is_refused()
    {
        var make = () => new Intake(new IntakeOptions { MaxBytes = 0 });

        make.Should().Throw<OnRecordException>().Where(e => e.Code == DiagnosticCodes.Usage);
    }

    private sealed class Pipe(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
