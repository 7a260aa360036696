using System.CommandLine;
using OnRecord.Cli.Help;
using OnRecord.Cli.Output;
using OnRecord.Cli.Tables;
using OnRecord.Language;
using OnRecord.Ledger;

namespace OnRecord.Cli.Commands;

/// <summary><c>onrecord show</c>: prints an article of the ledger with its quotations marked by speaker.</summary>
internal static class ShowCommand
{
    public static Command Create(CommandContext context)
    {
        var document = new Argument<string>("DOCUMENT") { Description = "The document: its path, its file name, or the beginning of its hash as 'documents' lists it." };
        var ledger = Arguments.Ledger();
        var command = new ExampledCommand("show", "Show an article of the ledger with its quotations marked by speaker and its furniture dimmed.",
            "onrecord show article.txt",
            "onrecord show 3f2a91 --ledger news.db")
        {
            document, ledger,
        };
        command.SetAction(parsed =>
        {
            var named = parsed.GetValue(document)!;
            var path = Arguments.LedgerPath(parsed, ledger, context);
            using var file = LedgerFile.OpenForReading(path);
            var reading = file.Show(named)
                ?? throw new OnRecordException(DiagnosticCodes.NotInLedger, $"No document '{named}' is in {path}. 'onrecord documents' lists those that are.");
            using var screen = new Screen(context);
            MarkedArticle.Print(screen.Console, reading, context.HasColour);
            return ExitStatus.Success;
        });
        return command;
    }
}
