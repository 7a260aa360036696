using System.CommandLine;
using System.Globalization;
using OnRecord.Cli.Help;
using OnRecord.Cli.Output;
using OnRecord.Ledger;
using Spectre.Console;

namespace OnRecord.Cli.Commands;

/// <summary><c>onrecord verify</c>: recomputes the chain and slices every span again.</summary>
internal static class VerifyCommand
{
    public static Command Create(CommandContext context)
    {
        var ledger = Arguments.Ledger();
        var command = new ExampledCommand("verify", "Check that nothing recorded was altered: every entry's hash, every archived original, every span.",
            "onrecord verify",
            "onrecord verify --ledger news.db && echo the record holds")
        {
            ledger,
        };
        command.SetAction(parsed =>
        {
            var path = Arguments.LedgerPath(parsed, ledger, context);
            using var file = LedgerFile.OpenForReading(path);
            var result = file.Verify(context.Stopping);
            using var screen = new Screen(context);
            if (result.FirstBreak is { } first)
            {
                context.Error.WriteLine($"{first.Code} {Printable.OneLine(path)}: {Place(first)}{Printable.OneLine(first.Message)}");
                context.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{result.Entries} entries before it hold."));
                return ExitStatus.Failed;
            }
            screen.Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The record holds: {result.Entries} entries, {result.Documents} documents, {result.Spans} spans."));
            screen.Console.WriteLine($"Head: {result.Head}");
            return ExitStatus.Success;
        });
        return command;
    }

    private static string Place(LedgerBreak broken)
    {
        if (broken.Entry is not { } entry) return "";
        var kind = broken.Kind is null ? "" : $" ({broken.Kind})";
        return string.Create(CultureInfo.InvariantCulture, $"entry {entry}{kind}: ");
    }
}
