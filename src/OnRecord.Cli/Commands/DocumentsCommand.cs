using System.CommandLine;
using OnRecord.Cli.Help;
using OnRecord.Cli.Tables;
using OnRecord.Ledger;

namespace OnRecord.Cli.Commands;

/// <summary><c>onrecord documents</c>: lists the documents of the ledger.</summary>
internal static class DocumentsCommand
{
    // Enough of a hash to name a document among millions, and short enough for a table.
    private const int ShortHash = 10;

    public static Command Create(CommandContext context)
    {
        var format = ListFormats.Option();
        var ledger = Arguments.Ledger();
        var command = new ExampledCommand("documents", "List the documents of the ledger.",
            "onrecord documents",
            "onrecord documents --ledger news.db --format csv > documents.csv")
        {
            format, ledger,
        };
        command.SetAction(parsed =>
        {
            using var file = LedgerFile.OpenForReading(Arguments.LedgerPath(parsed, ledger, context));
            new Listing<DocumentRow>(context, "The ledger has no documents.",
                new("document", row => row.Sha256),
                new(null, row => row.Sha256[..ShortHash], "Document"),
                new("published", row => row.Published, "Published"),
                new("title", row => row.Title, "Title", 5),
                new("publisher", row => row.Publisher),
                new("language", row => row.Language),
                new("statements", row => row.Statements, "Statements"),
                new("readings", row => row.Readings),
                new("failures", row => row.Failures),
                new("bytes", row => row.Bytes),
                new("url", row => row.Url?.AbsoluteUri),
                new("path", row => row.Path, "Path", 4)).Print(file.Documents(), parsed.GetValue(format));
            return ExitStatus.Success;
        });
        return command;
    }
}
