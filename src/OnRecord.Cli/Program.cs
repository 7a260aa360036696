using System.Runtime.InteropServices;
using OnRecord.Cli;
using OnRecord.Cli.Output;
using OnRecord.Models.English;

using var stopping = new CancellationTokenSource();

// The first signal asks to stop after what was begun; the second, left to the runtime, ends the program at once.
void Stop(PosixSignalContext signal)
{
    signal.Cancel = !stopping.IsCancellationRequested;
    stopping.Cancel();
}

using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var termination = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

return CommandLine.Run(args, new CommandContext
{
    Input = Console.OpenStandardInput(),
    // Handed on by the command line at its end, and not by disposing of it: after a failure what is left has nowhere to go.
    Output = StandardOutput.Open(),
    Error = Console.Error,
    Time = TimeProvider.System,
    Models = EnglishModels.Set,
    BeforeReading = HeapPages.Ask,
    Folder = Environment.CurrentDirectory,
    Stopping = stopping.Token,
    IsInputTerminal = !Console.IsInputRedirected,
    IsOutputTerminal = !Console.IsOutputRedirected,
    IsErrorTerminal = !Console.IsErrorRedirected,
    HasColour = Terminal.HasColour(),
    Width = Terminal.Width(),
});
