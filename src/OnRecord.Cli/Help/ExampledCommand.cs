using System.CommandLine;

namespace OnRecord.Cli.Help;

/// <summary>A command whose help shows how it is used.</summary>
internal sealed class ExampledCommand(string name, string description, params string[] examples) : Command(name, description)
{
    public IReadOnlyList<string> Examples => examples;
}
