using System.CommandLine;
using OnRecord.Cli.Help;
using OnRecord.Cli.Output;
using OnRecord.Ledger;

namespace OnRecord.Cli.Commands;

/// <summary><c>onrecord backup</c>: a copy of the ledger, while others read and write it.</summary>
internal static class BackupCommand
{
    public static Command Create(CommandContext context)
    {
        var file = new Argument<string>("FILE") { Description = "Where the copy is made; a file that is there is not written over." };
        var ledger = Arguments.Ledger();
        var command = new ExampledCommand("backup", "Copy the ledger as it is now, while it is served or written to.",
            "onrecord backup monday.db",
            "onrecord backup /backups/news.db --ledger news.db && onrecord verify --ledger /backups/news.db")
        {
            file, ledger,
        };
        command.SetAction(parsed =>
        {
            var path = Arguments.LedgerPath(parsed, ledger, context);
            var copy = Path.GetFullPath(parsed.GetValue(file)!, context.Folder);
            using var open = LedgerFile.OpenForReading(path);
            open.CopyTo(copy);
            context.Error.WriteLine($"{Printable.OneLine(path)} is copied to {Printable.OneLine(copy)}.");
            return ExitStatus.Success;
        });
        return command;
    }
}
