namespace OnRecord.Tests.Cli;

public sealed class CleanCommandTests
{
    [Theory]
    [InlineData("jsonl", "{\"path\":")]
    [InlineData("text", "Harbour to reopen")]
    public void The_article_is_printed_in_the_form_that_was_chosen(string form, string beginning)
    {
        using var newsroom = new Newsroom();
        var file = newsroom.Put("a.txt", Newsroom.Article);

        var outcome = newsroom.Run("clean", file, "--format", form);

        outcome.Status.Should().Be(0, outcome.Error);
        outcome.Output.Should().StartWith(beginning);
    }
}
