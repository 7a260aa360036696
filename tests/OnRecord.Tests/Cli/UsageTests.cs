using System.CommandLine;
using OnRecord.Cli;
using OnRecord.Models.English;

namespace OnRecord.Tests.Cli;

public sealed class UsageTests
{
    public static TheoryData<string> Commands => [.. Root().Subcommands.Select(command => command.Name)];

    [Theory]
    [InlineData("OR9001: A command is missing.\nTry: onrecord --help\n")]
    [InlineData("OR9001: 'raed' is no command of onrecord. Did you mean 'read'?\nTry: onrecord --help\n", "raed", "a.txt")]
    [InlineData("OR9001: '--fromat' is no option of 'onrecord read'. Did you mean '--format'?\nTry: onrecord read --help\n", "read", "a.txt", "--fromat", "json")]
    [InlineData("OR9001: --format takes table, jsonl, json, csv, citron, brat, w3c, quotations or ftm, and 'jsn' is none of them. Did you mean 'json'?\nTry: onrecord read --help\n", "read", "a.txt", "--format", "jsn")]
    [InlineData("OR9001: --published takes a day as YYYY-MM-DD, and '3 April' is none.\nTry: onrecord read --help\n", "read", "a.txt", "--published", "3 April")]
    [InlineData("OR9001: --threads takes a whole number of at least 1, and '0' is none.\nTry: onrecord read --help\n", "read", "a.txt", "--threads", "0")]
    [InlineData("OR9001: --no-ledger and --ledger cannot both be given.\nTry: onrecord read --help\n", "read", "a.txt", "--no-ledger", "--ledger", "x.db")]
    [InlineData("OR9001: 'more' is one argument more than 'onrecord verify' takes.\nTry: onrecord verify --help\n", "verify", "more")]
    public void Wrong_usage_is_said_with_the_way_out_and_ends_with_2(string error, params string[] args)
    {
        using var newsroom = new Newsroom();

        var outcome = newsroom.Run(args);

        outcome.Status.Should().Be(2);
        outcome.Error.Should().Be(error);
        outcome.Output.Should().BeEmpty();
    }

    [Theory]
    [InlineData("read")]
    [InlineData("search")]
    public void A_missing_argument_is_wrong_usage(string command)
    {
        using var newsroom = new Newsroom();

        newsroom.Run(command).Status.Should().Be(2);
    }

    [Fact]
    public void What_stands_after_two_hyphens_is_no_option()
    {
        using var newsroom = new Newsroom();

        var outcome = newsroom.Run("read", "--no-ledger", "--", "--fromat");

        outcome.Status.Should().Be(1);
        outcome.Error.Should().StartWith("OR1001 --fromat: ");
    }

    [Fact]
    public void A_path_that_begins_with_an_at_sign_is_a_path()
    {
        using var newsroom = new Newsroom();

        newsroom.Run("read", "--no-ledger", "@nothing").Error.Should().StartWith("OR1001 @nothing: ");
    }

    [Fact]
    public void The_version_is_one_line()
    {
        using var newsroom = new Newsroom();

        newsroom.Run("--version").Should().Be(new Newsroom.Outcome(0, $"onrecord {CommandLine.Version}\n", ""));
    }

    [Fact]
    public void The_help_of_the_program_is_as_approved()
    {
        using var newsroom = new Newsroom();

        Approved.Check("help", newsroom.Run("--help").Output);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void The_help_of_each_command_is_as_approved_and_has_examples(string command)
    {
        using var newsroom = new Newsroom();

        var help = newsroom.Run(command, "--help");

        help.Status.Should().Be(0);
        help.Output.Should().Contain("Examples:\n  ");
        Approved.Check($"help.{command}", help.Output);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Each_command_is_documented_with_every_option_and_argument(string command)
    {
        var sections = Repository.Read("docs/reference/commands.md").Split("\n## ");

        var section = sections.Should().ContainSingle(text => text.StartsWith($"onrecord {command}\n", StringComparison.Ordinal)).Which;
        var symbol = Root().Subcommands.Single(candidate => candidate.Name == command);
        foreach (var option in symbol.Options) section.Should().Contain($"`{option.Name}");
        foreach (var argument in symbol.Arguments) section.Should().Contain(argument.Name);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_line_that_names_a_command_has_it_alone(string command)
    {
        var alone = Root(command).Subcommands.Should().ContainSingle().Subject;

        alone.Name.Should().Be(command);
        alone.Options.Select(option => option.Name).Should().Equal(Root().Subcommands.Single(candidate => candidate.Name == command).Options.Select(option => option.Name));
    }

    private static RootCommand Root(string? only = null)
    {
        using var newsroom = new Newsroom();
        return CommandLine.Create(new CommandContext
        {
            Input = Stream.Null,
            Output = Stream.Null,
            Error = TextWriter.Null,
            Time = TimeProvider.System,
            Models = EnglishModels.Set,
            Folder = newsroom.Folder,
        }, only);
    }
}
