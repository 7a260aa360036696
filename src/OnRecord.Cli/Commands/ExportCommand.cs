using System.CommandLine;
using OnRecord.Cli.Help;
using OnRecord.Cli.Output;
using OnRecord.Ledger;

namespace OnRecord.Cli.Commands;

/// <summary><c>onrecord export</c>: writes the newest reading of every document of the ledger, or what is joined over them.</summary>
internal static class ExportCommand
{
    public static Command Create(CommandContext context)
    {
        var format = Arguments.Choice("--format", "The form to write. Default: jsonl.", [.. LedgerExport.Forms.Select(form => (form.Name, form.Name))]);
        var output = new Option<string?>("--output") { Description = "The file to write, put in place when it is complete. Default: standard output.", HelpName = "FILE" };
        var offsets = FormatChoices.Offsets();
        var ledger = Arguments.Ledger();
        var command = new ExampledCommand("export", "Write the newest reading of every document of the ledger, or the events or claims of all of them.",
            "onrecord export > record.jsonl",
            "onrecord export --format csv --output statements.csv",
            "onrecord export --format parquet --output statements.parquet",
            "onrecord export --format plover-csv --output events.csv",
            "onrecord export --format citron --ledger news.db --output news.citron.jsonl")
        {
            format, output, offsets, ledger,
        };
        command.SetAction(parsed =>
        {
            using var file = LedgerFile.OpenForReading(Arguments.LedgerPath(parsed, ledger, context));
            if (parsed.GetValue(output) is not { } path)
            {
                Write(context.Output);
                return ExitStatus.Success;
            }
            using var target = new FileInPlace(path);
            Write(target.Stream);
            target.Complete();
            return ExitStatus.Success;

            void Write(Stream stream) => LedgerExport.Write(file, parsed.GetValue(format) ?? "jsonl", stream, parsed.GetValue(offsets), context.Stopping);
        });
        return command;
    }
}
