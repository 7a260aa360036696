using System.Text;
using Spectre.Console;

namespace OnRecord.Cli.Output;

/// <summary>Prints for a person on standard output, in the width and colours of the context.</summary>
internal sealed class Screen : IDisposable
{
    private readonly StreamWriter writer;

    public Screen(CommandContext context)
    {
        writer = new StreamWriter(context.Output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        Console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = context.HasColour ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = context.HasColour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
            Out = new AnsiConsoleOutput(writer),
        });
        Console.Profile.Width = context.Width;
        Console.Profile.Capabilities.Unicode = true;
        Console.Profile.Capabilities.Links = false;
    }

    public IAnsiConsole Console { get; }

    /// <summary>Hands what was printed to the output, so that a reader sees each document when it is ready.</summary>
    public void Flush() => writer.Flush();

    public void Dispose() => writer.Dispose();
}
