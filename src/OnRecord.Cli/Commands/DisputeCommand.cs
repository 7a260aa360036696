using System.CommandLine;
using OnRecord.Cli.Help;
using OnRecord.Cli.Output;
using OnRecord.Cli.Tables;
using OnRecord.Formats;
using OnRecord.Language;
using OnRecord.Ledger;

namespace OnRecord.Cli.Commands;

/// <summary><c>onrecord dispute</c>: shows one dispute from the first charge on.</summary>
internal static class DisputeCommand
{
    public static Command Create(CommandContext context)
    {
        var id = new Argument<string>("ID") { Description = "The dispute, as 'disputes' lists it, or the beginning of that." };
        var format = ListFormats.Option();
        var ledger = Arguments.Ledger();
        var command = new ExampledCommand("dispute", "Show one dispute: every charge and every answer with its words and its source, the earliest first.",
            "onrecord dispute d91c07b3f2",
            "onrecord dispute d91c0 --format csv > dispute.csv")
        {
            id, format, ledger,
        };
        command.SetAction(parsed =>
        {
            var path = Arguments.LedgerPath(parsed, ledger, context);
            using var file = LedgerFile.OpenForReading(path);
            var asked = parsed.GetValue(id)!;
            if (file.Threads().Dispute(asked) is not { } dispute) throw new OnRecordException(DiagnosticCodes.NotInLedger, $"No dispute '{asked}' is in {path}. 'onrecord disputes' lists them.");
            var form = parsed.GetValue(format);
            if (form == ListFormat.Table) Print(context, dispute);
            new Listing<DisputeStep>(context, "",
            [
                new("dispute", _ => dispute.Id),
                new("step", step => step.Citation.Key),
                new("day", step => step.Citation.Day, "Day"),
                new("move", step => Wording.Of(step.Move), "Step"),
                new("by", step => step.By?.Name ?? step.ByWords, "By", 3),
                new("on_behalf_of", step => step.OnBehalfOf?.Name),
                new("against", step => step.Against?.Name ?? step.AgainstWords, "Against", 3),
                new("subject", step => step.Subject?.Name),
                new("answers", step => step.Answers),
                new("words", step => step.Citation.Words, "Words", 7),
                new(null, step => Path.GetFileName(step.Citation.Path), "Document", 3),
                .. Citations.Columns<DisputeStep>(step => step.Citation),
            ]).Print(dispute.Steps, form);
            return ExitStatus.Success;
        });
        return command;
    }

    private static void Print(CommandContext context, Dispute dispute)
    {
        using var screen = new Screen(context);
        var fields = new Fields();
        fields.Add("Dispute", dispute.Id);
        fields.Add("Accuser", dispute.Accuser?.Name ?? dispute.Steps[0].ByWords);
        fields.Add("Accused", dispute.Accused?.Name ?? dispute.Steps[0].AgainstWords);
        fields.Add("Subject", dispute.Subject?.Name);
        fields.Add("Parties", Parties.Of(dispute.Parties));
        fields.Print(screen);
    }
}
