using System.CommandLine;
using OnRecord.Check;
using OnRecord.Cli.Help;
using OnRecord.Cli.Output;
using OnRecord.Cli.Tables;
using OnRecord.Formats;
using OnRecord.Knowledge;
using OnRecord.Language;
using OnRecord.Ledger;
using Spectre.Console;

namespace OnRecord.Cli.Commands;

/// <summary><c>onrecord pledge</c>: shows one pledge with its history.</summary>
internal static class PledgeCommand
{
    public static Command Create(CommandContext context)
    {
        var id = new Argument<string>("ID") { Description = "The pledge, as 'pledges' lists it, or the beginning of that." };
        var format = ListFormats.Option();
        var ledger = Arguments.Ledger();
        var command = new ExampledCommand("pledge", "Show one pledge: what it binds to, and every report of it with its words, the earliest first.",
            "onrecord pledge p3f2a91c07b",
            "onrecord pledge p3f2a --format jsonl")
        {
            id, format, ledger,
        };
        command.SetAction(parsed =>
        {
            var path = Arguments.LedgerPath(parsed, ledger, context);
            using var file = LedgerFile.OpenForReading(path);
            var asked = parsed.GetValue(id)!;
            if (file.Threads().Pledge(asked) is not { } pledge) throw new OnRecordException(DiagnosticCodes.NotInLedger, $"No pledge '{asked}' is in {path}. 'onrecord pledges' lists them.");
            var form = parsed.GetValue(format);
            if (form == ListFormat.Table) Print(context, pledge);
            new Listing<PledgeStep>(context, "",
            [
                new("pledge", _ => pledge.Id),
                new("day", step => step.Citation.Day, "Day"),
                new("move", step => Wording.Of(step.Move), "Move"),
                new("difference", step => step.Difference, "Difference", 3),
                new("pledger", step => Parties.Of(step.Pledgers)),
                new("speaker", step => step.Speaker?.Name, "Said by", 2),
                new("measure", step => step.Measure),
                new("comparison", step => step.Frame.Comparison is { } comparison ? Wording.Of(comparison) : null),
                new("target", step => step.Frame.Target),
                new("unit", step => step.Frame.Unit),
                new("baseline", step => step.Baseline),
                new("deadline", step => step.Frame.Deadline),
                new("condition", step => step.Condition),
                new("gaps", step => string.Join("; ", step.Frame.Gaps)),
                new("words", step => step.Citation.Words, "Words", 6),
                .. Citations.Columns<PledgeStep>(step => step.Citation),
            ]).Print(pledge.Steps, form);
            if (form == ListFormat.Table) PrintFigures(context, file, pledge);
            return ExitStatus.Success;
        });
        return command;
    }

    // How it stands by the figures that there are, member by member and year by year. 'check' records it; here it is shown.
    private static void PrintFigures(CommandContext context, LedgerFile file, PledgeThread pledge)
    {
        var step = CheckRun.Measured(pledge);
        if (file.Show(step.Citation.Document) is not { } reading) return;
        using var screen = new Screen(context);
        foreach (var finding in PledgeCheck.All(reading, step.Frame, KnownSeries.Of(file), WorldKnowledge.With(file.Knowledge()), PledgesCommand.Today(context)))
        {
            screen.Console.WriteLine();
            CheckView.Print(screen.Console, context.Width, finding);
        }
    }

    private static void Print(CommandContext context, PledgeThread pledge)
    {
        using var screen = new Screen(context);
        var fields = new Fields();
        fields.Add("Pledge", pledge.Id);
        fields.Add("Pledger", Parties.Of(pledge.Pledgers) is { Length: > 0 } names ? names + (pledge.BindsMembers ? ", its members one by one" : "") : "(not resolved)");
        fields.Add("Measure", pledge.Measure);
        fields.Add("Target", PledgesCommand.Target(pledge));
        fields.Add("Deadline", pledge.Deadline is { } day ? Wording.Of(day) : null);
        fields.Add("Condition", pledge.Condition);
        fields.Add("Status", Wording.Of(pledge.StatusOn(PledgesCommand.Today(context))));
        // What the latest report lacks may stand in an earlier one; what all of them lack is missing.
        fields.Add("Missing", string.Join("; ", pledge.Steps[0].Frame.Gaps.Where(gap => pledge.Steps.All(step => step.Frame.Gaps.Contains(gap)))));
        fields.Print(screen);
    }
}
