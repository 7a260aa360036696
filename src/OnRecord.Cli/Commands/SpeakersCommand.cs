using System.CommandLine;
using OnRecord.Cli.Help;
using OnRecord.Cli.Tables;
using OnRecord.Ledger;

namespace OnRecord.Cli.Commands;

/// <summary><c>onrecord speakers</c>: lists who speaks in the ledger.</summary>
internal static class SpeakersCommand
{
    public static Command Create(CommandContext context)
    {
        var format = ListFormats.Option();
        var unnamed = new Option<bool>("--unnamed") { Description = "List instead the sources that documents describe and do not name." };
        var ledger = Arguments.Ledger();
        var command = new ExampledCommand("speakers", "List who speaks in the ledger, and how much.",
            "onrecord speakers",
            "onrecord speakers --format jsonl")
        {
            unnamed, format, ledger,
        };
        command.SetAction(parsed =>
        {
            using var file = LedgerFile.OpenForReading(Arguments.LedgerPath(parsed, ledger, context));
            if (parsed.GetValue(unnamed))
            {
                new Listing<UnnamedSourceRow>(context, "No unnamed source is on record in this ledger.",
                    new("description", row => row.Description, "Description", 1),
                    new("statements", row => row.Statements, "Statements"),
                    new("documents", row => row.Documents, "Documents"),
                    new("first", row => row.First, "First"),
                    new("last", row => row.Last, "Last")).Print(file.UnnamedSources(), parsed.GetValue(format));
                return ExitStatus.Success;
            }
            new Listing<SpeakerRow>(context, "Nobody is on record in this ledger.",
                new("speaker", row => row.Name, "Speaker", 1),
                new("statements", row => row.Statements, "Statements"),
                new("direct", row => row.Direct, "Direct"),
                new("documents", row => row.Documents, "Documents"),
                new("first", row => row.First, "First"),
                new("last", row => row.Last, "Last"),
                new("key", row => row.Key)).Print(file.Speakers(), parsed.GetValue(format));
            return ExitStatus.Success;
        });
        return command;
    }
}
