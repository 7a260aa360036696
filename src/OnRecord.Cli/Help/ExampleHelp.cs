using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace OnRecord.Cli.Help;

/// <summary>The help of a command, and after it the examples.</summary>
internal sealed class ExampleHelp(HelpAction help, IReadOnlyList<string> rootExamples) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var configuration = parseResult.InvocationConfiguration;
        var output = configuration.Output;
        using var written = new StringWriter { NewLine = "\n" };
        configuration.Output = written;
        help.Invoke(parseResult);
        configuration.Output = output;
        // The parser calls the program by its assembly, whose name cannot be the program's.
        output.Write(written.ToString().Replace(RootCommand.ExecutableName + " ", "onrecord ", StringComparison.Ordinal).TrimEnd() + "\n\n");
        output.WriteLine("Examples:");
        foreach (var example in parseResult.CommandResult.Command is ExampledCommand command ? command.Examples : rootExamples) output.WriteLine("  " + example);
        return ExitStatus.Success;
    }
}
