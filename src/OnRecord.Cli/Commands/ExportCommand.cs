using System.CommandLine;
using OnRecord.Cli.Help;
using OnRecord.Cli.Output;
using OnRecord.Formats;
using OnRecord.Ledger;

namespace OnRecord.Cli.Commands;

/// <summary><c>onrecord export</c>: writes the newest reading of every document of the ledger, or what is joined over them.</summary>
internal static class ExportCommand
{
    private static readonly (string, ExportForm)[] ThreadForms =
    [
        ("plover", new ExportForm((stream, file) => PloverWriter.WriteJson(stream, file.Threads().All.Events))),
        ("plover-csv", new ExportForm((stream, file) => PloverWriter.WriteCsv(stream, file.Threads().All.Events))),
        ("claimreview", new ExportForm((stream, file) => ClaimWriter.Write(stream, file.Threads().All.Claims, claim => Reviews(file, claim)))),
    ];

    public static Command Create(CommandContext context)
    {
        var format = Arguments.Choice<ExportForm>("--format", "The form to write. Default: jsonl.",
            [.. FormatChoices.All.Select(choice => (choice.Word, new ExportForm(choice.Value))), .. ThreadForms]);
        var output = new Option<string?>("--output") { Description = "The file to write, put in place when it is complete. Default: standard output.", HelpName = "FILE" };
        var offsets = FormatChoices.Offsets();
        var ledger = Arguments.Ledger();
        var command = new ExampledCommand("export", "Write the newest reading of every document of the ledger, or the events or claims of all of them.",
            "onrecord export > record.jsonl",
            "onrecord export --format csv --output statements.csv",
            "onrecord export --format plover-csv --output events.csv",
            "onrecord export --format citron --ledger news.db --output news.citron.jsonl")
        {
            format, output, offsets, ledger,
        };
        command.SetAction(parsed =>
        {
            using var file = LedgerFile.OpenForReading(Arguments.LedgerPath(parsed, ledger, context));
            if (parsed.GetValue(output) is not { } path)
            {
                Write(context.Output);
                return ExitStatus.Success;
            }
            using var target = new FileInPlace(path);
            Write(target.Stream);
            target.Complete();
            return ExitStatus.Success;

            void Write(Stream stream)
            {
                var form = parsed.GetValue(format);
                if (form.OfThreads is { } write)
                {
                    write(stream, file);
                    return;
                }
                using var writer = RecordWriter.Create(form.OfReadings, stream, parsed.GetValue(offsets));
                foreach (var reading in file.Readings())
                {
                    context.Stopping.ThrowIfCancellationRequested();
                    writer.Write(reading);
                }
                writer.Finish();
            }
        });
        return command;
    }

    // Of each person the last word on any report of the claim.
    private static List<ClaimReview> Reviews(LedgerFile file, ClaimThread claim) =>
    [
        .. claim.Reports.SelectMany(report => file.CheckDecisions(report.Citation.Document, report.Citation.Span)).OrderByDescending(decision => decision.Entry).DistinctBy(decision => decision.Reviewer)
            .Select(decision => new ClaimReview { Verdict = decision.Verdict, Reviewer = decision.Reviewer, Decided = decision.Decided, Note = decision.Note }),
    ];
}
