using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using System.Reflection;
using OnRecord.Cli.Commands;
using OnRecord.Cli.Help;
using OnRecord.Cli.Output;
using OnRecord.Language;

namespace OnRecord.Cli;

/// <summary>Parses the command line, runs the command and turns what went wrong into a line on standard error and an exit status.</summary>
internal static class CommandLine
{
    // The longest argument that is compared with the words that could be meant; longer ones are no slips of the hand.
    private const int LongestSlip = 40;

    private static readonly string[] Examples =
    [
        "onrecord read article.txt --published 2019-04-03",
        "onrecord read articles/ --format jsonl > record.jsonl",
        "onrecord search \"defence spending\" --speaker Holt",
        "onrecord COMMAND --help",
    ];

    // In the order in which help lists them.
    private static readonly (string Name, Func<CommandContext, Command> Create)[] Commands =
    [
        ("read", ReadCommand.Create),
        ("clean", CleanCommand.Create),
        ("search", SearchCommand.Create),
        ("show", ShowCommand.Create),
        ("documents", DocumentsCommand.Create),
        ("speakers", SpeakersCommand.Create),
        ("statement", StatementCommand.Create),
        ("pledges", PledgesCommand.Create),
        ("pledge", PledgeCommand.Create),
        ("disputes", DisputesCommand.Create),
        ("dispute", DisputeCommand.Create),
        ("claims", ClaimsCommand.Create),
        ("events", EventsCommand.Create),
        ("contradictions", ContradictionsCommand.Create),
        ("entity", EntityCommand.Create),
        ("knowledge", KnowledgeCommand.Create),
        ("check", CheckCommand.Create),
        ("series", SeriesCommand.Create),
        ("export", ExportCommand.Create),
        ("verify", VerifyCommand.Create),
        ("serve", ServeCommand.Create),
        ("mcp", McpCommand.Create),
        ("backup", BackupCommand.Create),
        ("user", UserCommand.Create),
        ("token", TokenCommand.Create),
    ];

    public static string Version => typeof(CommandLine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>Runs one command line to its exit status.</summary>
    public static int Run(IReadOnlyList<string> args, CommandContext context)
    {
        try
        {
            var status = Invoke(args, context);
            context.Output.Flush();
            return status;
        }
        catch (OnRecordException error)
        {
            context.Error.WriteLine($"{error.Code}: {Printable.OneLine(error.Message)}");
            return ExitStatus.Failed;
        }
        catch (OperationCanceledException) when (context.Stopping.IsCancellationRequested)
        {
            context.Error.WriteLine($"{DiagnosticCodes.Interrupted}: Interrupted before the end. Run the command again for the whole.");
            return ExitStatus.Interrupted;
        }
        catch (IOException error) when (StandardOutput.IsBrokenPipe(error))
        {
            return ExitStatus.BrokenPipe;
        }
        catch (IOException error)
        {
            context.Error.WriteLine($"{DiagnosticCodes.OutputFailed}: The output could not be written: {Printable.OneLine(error.Message).TrimEnd('.')}. Free some room or write to another place, and run the command again.");
            return ExitStatus.Failed;
        }
    }

    /// <summary>The root with every command, or with the one that is named: what a line does not name need not be made.</summary>
    public static RootCommand Create(CommandContext context, string? only = null)
    {
        var root = new RootCommand("Reads political news and keeps the record of who said what, each entry tied to the exact words of its source.");
        foreach (var command in Commands)
        {
            if (only is null || command.Name == only) root.Add(command.Create(context));
        }
        foreach (var option in root.Options)
        {
            if (option is HelpOption help && help.Action is HelpAction action)
            {
                action.MaxWidth = context.Width;
                help.Action = new ExampleHelp(action, Examples);
                help.Description = "Show help and examples.";
            }
            else if (option is VersionOption version)
            {
                version.Action = new VersionLine();
                version.Description = "Show the version.";
            }
        }
        return root;
    }

    private static int Invoke(IReadOnlyList<string> args, CommandContext context)
    {
        var root = Create(context, Array.Exists(Commands, command => args.Count > 0 && command.Name == args[0]) ? args[0] : null);
        // A path may begin with @; it is never a file of arguments.
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        var problems = parsed.Action is ExampleHelp or VersionLine ? [] : Problems(parsed, args);
        if (problems.Count > 0)
        {
            foreach (var problem in problems) context.Error.WriteLine($"{DiagnosticCodes.Usage}: {Printable.OneLine(problem)}");
            context.Error.WriteLine($"Try: {Name(parsed.CommandResult.Command)} --help");
            return ExitStatus.WrongUsage;
        }
        using var output = new StreamWriter(context.Output, leaveOpen: true) { NewLine = "\n" };
        return parsed.Invoke(new InvocationConfiguration
        {
            Output = output,
            Error = context.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        });
    }

    private static List<string> Problems(ParseResult parsed, IReadOnlyList<string> args)
    {
        var command = parsed.CommandResult.Command;
        var name = Name(command);
        var unmatched = parsed.UnmatchedTokens;
        if (command is RootCommand)
        {
            return unmatched.Count == 0
                ? ["A command is missing."]
                : [$"'{unmatched[0]}' is no {(unmatched[0].StartsWith('-') ? "option" : "command")} of onrecord.{Suggest(unmatched[0], command)}"];
        }
        var strays = OptionLike(parsed, args).Concat(unmatched).Distinct(StringComparer.Ordinal).ToList();
        if (strays.Count > 0)
        {
            return [.. strays.Select(stray => stray.StartsWith('-')
                ? $"'{stray}' is no option of '{name}'.{Suggest(stray, command)}"
                : $"'{stray}' is one argument more than '{name}' takes.")];
        }
        return [.. parsed.Errors.Select(error => error.Message).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>What was taken for a path or a text and looks like an option: a slip, unless it stands after <c>--</c>.</summary>
    private static IEnumerable<string> OptionLike(ParseResult parsed, IReadOnlyList<string> args)
    {
        var plain = args.SkipWhile(arg => arg != "--").Skip(1).ToHashSet(StringComparer.Ordinal);
        return parsed.CommandResult.Children.OfType<ArgumentResult>()
            .SelectMany(argument => argument.Tokens)
            .Select(token => token.Value)
            .Where(value => value.Length > 1 && value[0] == '-' && !plain.Contains(value));
    }

    private static string Suggest(string written, Command command)
    {
        var word = written.Split('=', 2)[0];
        if (word.Length > LongestSlip) return "";
        return Suggestion.For(word, word.StartsWith('-')
            ? command.Options.Select(option => option.Name).Append("--help").Append("--version")
            : command.Subcommands.Select(subcommand => subcommand.Name));
    }

    private static string Name(Command command) => command is RootCommand ? "onrecord" : "onrecord " + command.Name;
}
