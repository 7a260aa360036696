using System.CommandLine;
using OnRecord.Cli.Help;
using OnRecord.Cli.Tables;
using OnRecord.Formats;
using OnRecord.Ledger;

namespace OnRecord.Cli.Commands;

/// <summary><c>onrecord events</c>: lists what one actor did to another.</summary>
internal static class EventsCommand
{
    public static Command Create(CommandContext context)
    {
        var actor = new Option<string?>("--actor") { Description = "Words of the name of who acts or is acted upon, or the key.", HelpName = "NAME" };
        var code = Arguments.Choice<EventCode?>("--code", "The root code of PLOVER. Default: all.", [.. Enum.GetValues<EventCode>().Select(c => (Wording.Of(c).ToLowerInvariant(), (EventCode?)c))]);
        var since = Arguments.Day("--since", "The first day.");
        var until = Arguments.Day("--until", "The last day, itself included.");
        var format = ListFormats.Option();
        var ledger = Arguments.Ledger();
        var command = new ExampledCommand("events", "List the events of the ledger, each once however often it is reported, the latest first.",
            "onrecord events --actor Russia --since 2019-01-01",
            "onrecord events --code sanction --format csv > sanctions.csv")
        {
            actor, code, since, until, format, ledger,
        };
        command.SetAction(parsed =>
        {
            using var file = LedgerFile.OpenForReading(Arguments.LedgerPath(parsed, ledger, context));
            var rows = file.Threads().Events(new EventQuery { Actor = parsed.GetValue(actor), Code = parsed.GetValue(code), Since = parsed.GetValue(since), Until = parsed.GetValue(until) });
            new Listing<EventThread>(context, "No event found.",
            [
                new("id", row => row.Id, "Event"),
                new("day", row => row.Day, "Day"),
                new("type", row => Wording.Of(row.Code), "Type"),
                new("mode", row => row.Mode, "Mode"),
                new("actor", row => row.Actor.Name, "Actor", 2),
                new("recipient", row => row.Recipient.Name, "Recipient", 2),
                new("confidence", row => row.Confidence),
                new("reports", row => row.Reports.Count, "Reports"),
                new("words", row => row.Reports[0].Words, "Words", 5),
                .. Citations.Columns<EventThread>(row => row.Reports[0]),
            ]).Print(rows, parsed.GetValue(format));
            return ExitStatus.Success;
        });
        return command;
    }
}
