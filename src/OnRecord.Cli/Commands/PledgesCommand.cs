using System.CommandLine;
using OnRecord.Cli.Help;
using OnRecord.Cli.Tables;
using OnRecord.Formats;
using OnRecord.Ledger;

namespace OnRecord.Cli.Commands;

/// <summary><c>onrecord pledges</c>: lists what was promised.</summary>
internal static class PledgesCommand
{
    public static Command Create(CommandContext context)
    {
        var pledger = new Option<string?>("--pledger") { Description = "Words of the name of who pledges, or the key.", HelpName = "NAME" };
        var status = Arguments.Choice<PledgeStatus?>("--status", "How it stands today. Default: all.",
            ("pending", PledgeStatus.Pending), ("due", PledgeStatus.Due), ("undated", PledgeStatus.Undated), ("withdrawn", PledgeStatus.Withdrawn));
        var dueBefore = Arguments.Day("--due-before", "Only pledges with a deadline before that day.");
        var format = ListFormats.Option();
        var ledger = Arguments.Ledger();
        var command = new ExampledCommand("pledges", "List the pledges of the ledger, each once however often it is reported, the earliest deadline first.",
            "onrecord pledges --pledger NATO",
            "onrecord pledges --status due --due-before 2026-01-01",
            "onrecord pledges --format csv > pledges.csv")
        {
            pledger, status, dueBefore, format, ledger,
        };
        command.SetAction(parsed =>
        {
            var today = Today(context);
            using var file = LedgerFile.OpenForReading(Arguments.LedgerPath(parsed, ledger, context));
            var rows = file.Threads().Pledges(new PledgeQuery { Pledger = parsed.GetValue(pledger), Status = parsed.GetValue(status), DueBefore = parsed.GetValue(dueBefore), Today = today });
            new Listing<PledgeThread>(context, "No pledge found.",
                new("id", row => row.Id, "Pledge"),
                new("pledger", row => Parties.Of(row.Pledgers), "Pledger", 3),
                new("binds_members", row => row.BindsMembers),
                new("measure", row => row.Measure),
                new("comparison", row => row.Comparison is { } comparison ? Wording.Of(comparison) : null),
                new("target", row => row.Target),
                new("unit", row => row.Unit),
                new(null, Target, "Target", 2),
                new("deadline", row => row.Deadline, "Deadline"),
                new("condition", row => row.Condition),
                new("status", row => Wording.Of(row.StatusOn(today)), "Status"),
                new("last_move", row => Wording.Of(row.Steps[^1].Move)),
                new("reports", row => row.Steps.Count, "Reports"),
                new("first", row => row.Steps[0].Citation.Day),
                new("last", row => row.Steps[^1].Citation.Day),
                new("words", row => row.Steps[0].Citation.Words, "Words", 5)).Print(rows, parsed.GetValue(format));
            return ExitStatus.Success;
        });
        return command;
    }

    /// <summary>The day on which the list is looked at, in the place where the program runs.</summary>
    public static DateOnly Today(CommandContext context) => DateOnly.FromDateTime(context.Time.GetLocalNow().DateTime);

    /// <summary>The target as a person reads it: ">= 2 percent-of-gdp".</summary>
    public static string? Target(PledgeThread pledge) =>
        pledge.Target is not { } target ? null : FormattableString.Invariant($"{Wording.Of(pledge.Comparison ?? Comparison.Equal)} {target} {pledge.Unit}").TrimEnd();
}
