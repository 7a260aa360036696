using System.CommandLine;
using OnRecord.Cli.Help;
using OnRecord.Cli.Tables;
using OnRecord.Formats;
using OnRecord.Ledger;

namespace OnRecord.Cli.Commands;

/// <summary><c>onrecord contradictions</c>: lists words that stand against earlier ones of the same party.</summary>
internal static class ContradictionsCommand
{
    public static Command Create(CommandContext context)
    {
        var speaker = new Option<string?>("--speaker") { Description = "Words of the name of whose words they are, or the key.", HelpName = "NAME" };
        var all = new Option<bool>("--all") { Description = "List those that are not put forward as well, each with the reason." };
        var format = ListFormats.Option();
        var ledger = Arguments.Ledger();
        var command = new ExampledCommand("contradictions", "List words that seem to exclude earlier ones of the same party, side by side: something to be looked at, and no verdict.",
            "onrecord contradictions",
            "onrecord contradictions --speaker Holt --all --format jsonl")
        {
            speaker, all, format, ledger,
        };
        command.SetAction(parsed =>
        {
            using var file = LedgerFile.OpenForReading(Arguments.LedgerPath(parsed, ledger, context));
            var withDeclined = parsed.GetValue(all);
            List<Column<Contradiction>> columns =
            [
                new("speaker", row => row.Speaker.Name, "Speaker", 2),
                new("kind", row => Wording.Of(row.Kind), "Kind"),
                new("earlier_day", row => row.Earlier.Day, "Earlier"),
                new("earlier", row => row.Earlier.Words, "Earlier words", 4),
                new("later_day", row => row.Later.Day, "Later"),
                new("later", row => row.Later.Words, "Later words", 4),
                new("ground", row => row.Ground, withDeclined ? null : "What differs", withDeclined ? 0 : 3),
                new("declined", row => row.Declined, withDeclined ? "Not put forward" : null, withDeclined ? 3 : 0),
                new("earlier_document", row => row.Earlier.Document),
                new("earlier_path", row => row.Earlier.Path),
                new("earlier_item", row => row.Earlier.Item),
                new("later_document", row => row.Later.Document),
                new("later_path", row => row.Later.Path),
                new("later_item", row => row.Later.Item),
            ];
            new Listing<Contradiction>(context, "No contradiction found.", columns).Print(file.Threads().Contradictions(parsed.GetValue(speaker), withDeclined), parsed.GetValue(format));
            return ExitStatus.Success;
        });
        return command;
    }
}
