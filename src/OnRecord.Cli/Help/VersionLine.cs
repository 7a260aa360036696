using System.CommandLine;
using System.CommandLine.Invocation;

namespace OnRecord.Cli.Help;

/// <summary>Prints the program's name and version.</summary>
internal sealed class VersionLine : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.WriteLine("onrecord " + CommandLine.Version);
        return ExitStatus.Success;
    }
}
