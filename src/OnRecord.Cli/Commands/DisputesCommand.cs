using System.CommandLine;
using OnRecord.Cli.Help;
using OnRecord.Cli.Tables;
using OnRecord.Formats;
using OnRecord.Ledger;

namespace OnRecord.Cli.Commands;

/// <summary><c>onrecord disputes</c>: lists who charged whom with what.</summary>
internal static class DisputesCommand
{
    public static Command Create(CommandContext context)
    {
        var actor = new Option<string?>("--actor") { Description = "Words of the name of somebody who has a part in it, or the key.", HelpName = "NAME" };
        var subject = new Option<string?>("--subject") { Description = "Words of what it is about.", HelpName = "TEXT" };
        var unjoined = new Option<bool>("--unjoined") { Description = "List instead the denials and admissions of which no charge is on record, each with the reason." };
        var format = ListFormats.Option();
        var ledger = Arguments.Ledger();
        var command = new ExampledCommand("disputes", "List the disputes of the ledger: a charge with the answers to it over all documents, the latest first.",
            "onrecord disputes --actor Russia",
            "onrecord disputes --subject \"INF Treaty\" --format jsonl",
            "onrecord disputes --unjoined")
        {
            actor, subject, unjoined, format, ledger,
        };
        command.SetAction(parsed =>
        {
            using var file = LedgerFile.OpenForReading(Arguments.LedgerPath(parsed, ledger, context));
            var threads = file.Threads();
            if (parsed.GetValue(unjoined))
            {
                new Listing<DisputeStep>(context, "Every answer on record is joined to a charge.",
                [
                    new("day", step => step.Citation.Day, "Day"),
                    new("move", step => Wording.Of(step.Move), "Answer"),
                    new("by", step => step.By?.Name ?? step.ByWords, "By", 2),
                    new("subject", step => step.Subject?.Name),
                    new("unjoined", step => step.Unjoined, "Why", 3),
                    new("words", step => step.Citation.Words, "Words", 5),
                    .. Citations.Columns<DisputeStep>(step => step.Citation),
                ]).Print(
                    [.. threads.LooseAnswers(parsed.GetValue(actor)).Where(step => parsed.GetValue(subject) is not { } about || Has(step, about))], parsed.GetValue(format));
                return ExitStatus.Success;
            }
            new Listing<Dispute>(context, "No dispute found.",
                new("id", row => row.Id, "Dispute"),
                new("accuser", row => row.Accuser?.Name ?? row.Steps[0].ByWords, "Accuser", 2),
                new("accused", row => row.Accused?.Name ?? row.Steps[0].AgainstWords, "Accused", 2),
                new("subject", row => row.Subject?.Name, "Subject", 2),
                new("parties", row => Parties.Of(row.Parties)),
                new("steps", row => row.Steps.Count, "Steps"),
                new("documents", row => row.Steps.Select(step => step.Citation.Document).Distinct(StringComparer.Ordinal).Count()),
                new("first", row => row.First, "First"),
                new("last", row => row.Last, "Last"),
                new("last_move", row => Wording.Of(row.Steps[^1].Move)),
                new("words", row => row.Steps[0].Citation.Words, "Words", 4)).Print(threads.Disputes(new DisputeQuery { Actor = parsed.GetValue(actor), Subject = parsed.GetValue(subject) }), parsed.GetValue(format));
            return ExitStatus.Success;
        });
        return command;
    }

    private static bool Has(DisputeStep step, string about) =>
        step.Citation.Words.Contains(about, StringComparison.OrdinalIgnoreCase) || step.Subject?.Name.Contains(about, StringComparison.OrdinalIgnoreCase) == true;
}
