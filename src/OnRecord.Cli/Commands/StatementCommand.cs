using System.CommandLine;
using OnRecord.Cli.Help;
using OnRecord.Cli.Tables;
using OnRecord.Formats;
using OnRecord.Language;
using OnRecord.Ledger;

namespace OnRecord.Cli.Commands;

/// <summary><c>onrecord statement</c>: lists where a statement is reported, with the differing wordings.</summary>
internal static class StatementCommand
{
    public static Command Create(CommandContext context)
    {
        var document = new Argument<string>("DOCUMENT") { Description = "The document: its path, its file name, or the beginning of its hash as 'documents' lists it." };
        var attribution = new Argument<string>("STATEMENT") { Description = "The statement's name in the document, such as a4." };
        var format = ListFormats.Option();
        var ledger = Arguments.Ledger();
        var command = new ExampledCommand("statement", "List every place where a statement is reported, the earliest first, with how the wordings differ.",
            "onrecord statement article.txt a4",
            "onrecord statement 3f2a91 a4 --format jsonl")
        {
            document, attribution, format, ledger,
        };
        command.SetAction(parsed =>
        {
            var path = Arguments.LedgerPath(parsed, ledger, context);
            using var file = LedgerFile.OpenForReading(path);
            var (named, said) = (parsed.GetValue(document)!, parsed.GetValue(attribution)!);
            var rows = file.Occurrences(named, said);
            if (rows.Count == 0) throw new OnRecordException(DiagnosticCodes.NotInLedger, $"No statement '{said}' of a document '{named}' is in {path}. 'onrecord search' lists statements with their names.");
            new Listing<OccurrenceRow>(context, "Nothing found.",
                new("published", row => row.Statement.Published, "Published"),
                new("speaker", row => row.Statement.Speaker, "Speaker", 2),
                new("role", row => row.Statement.Role),
                new("publisher", row => row.Statement.Publisher),
                new(null, row => Path.GetFileName(row.Statement.Path), "Document", 2),
                new("path", row => row.Statement.Path),
                new("document", row => row.Statement.Document),
                new("attribution", row => row.Statement.Attribution),
                new("kind", row => Wording.Of(row.Statement.Kind)),
                new("content", row => row.Statement.Content, "Words", 6),
                new("likeness", row => row.Likeness),
                new("missing", row => string.Join(' ', row.Missing), "Left out", 2),
                new("added", row => string.Join(' ', row.Added), "Added", 2)).Print(rows, parsed.GetValue(format));
            return ExitStatus.Success;
        });
        return command;
    }
}
