using System.Globalization;
using OnRecord.Cli.Output;
using OnRecord.Ingest;
using OnRecord.Knowledge;
using OnRecord.Language;
using OnRecord.Ledger;
using OnRecord.Pipelines;

namespace OnRecord.Cli.Commands;

/// <summary>One run over many documents: takes them in, reads them on several threads, records and prints them in order.</summary>
internal sealed class ReadingRun(CommandContext context, DocumentPrinter printer, LedgerFile? ledger)
{
    private readonly ProgressLine progress = new(context);
    private int documents;
    private int failed;
    private int added;
    private int unchanged;
    private int statements;
    private long bytes;

    public DateOnly? Published { get; init; }

    public ReadingPace Pace { get; init; }

    public required int Threads { get; init; }

    public int Run(IReadOnlyList<string> paths)
    {
        context.BeforeReading?.Invoke();
        var world = ledger?.Knowledge() is { Count: > 0 } facts ? WorldKnowledge.With(facts) : null;
        var pipeline = StandardPipeline.Create(context.Models, Pace, world);
        var intake = new Intake(new IntakeOptions { Published = Published, StandardInput = context.Input });
        var run = ledger?.BeginRun(new RunDescription { Program = CommandLine.Version, Models = StandardPipeline.Checksums(context.Models, Pace, world) });
        var isComplete = false;
        try
        {
            var readings = OrderedRun.Over(
                intake.Read(paths),
                item => new Taken(item, item.Document is { } raw ? pipeline.Read(raw) : null),
                item => item.Document?.Bytes.Length ?? 0,
                Threads,
                cancellationToken: context.Stopping);
            foreach (var taken in readings) Keep(run, taken);
            isComplete = !context.Stopping.IsCancellationRequested;
        }
        finally
        {
            progress.Clear();
            if (run is { } number) ledger!.EndRun(number, new RunOutcome { IsInterrupted = !isComplete, Added = added, Unchanged = unchanged, Failed = failed });
        }
        printer.Finish();
        Conclude(isComplete, intake.PassedOver);
        return isComplete ? failed > 0 ? ExitStatus.Failed : ExitStatus.Success : ExitStatus.Interrupted;
    }

    /// <summary>Records first and prints then: what a reader has seen is never missing from the record.</summary>
    private void Keep(long? run, Taken taken)
    {
        documents++;
        progress.Show(documents, failed, bytes);
        if (taken.Reading is { } reading)
        {
            bytes += reading.Raw.Bytes.Length;
            statements += reading.Attributions.Count;
            if (!reading.IsComplete) failed++;
            if (run is { } number) Count(ledger!.Append(number, reading));
            foreach (var failure in reading.Failures) Report(failure);
            printer.Print(reading);
        }
        else
        {
            var failure = taken.Item.Failure!;
            failed++;
            if (run is { } number) ledger!.AppendFailure(number, failure);
            Report(failure);
            printer.Print(failure);
        }
    }

    private void Count(AppendOutcome outcome)
    {
        if (outcome is AppendOutcome.Added or AppendOutcome.NewAnalysis) added++;
        else if (outcome == AppendOutcome.AlreadyRecorded) unchanged++;
    }

    private void Report(Failure failure)
    {
        progress.Clear();
        context.Error.WriteLine($"{failure.Code} {Printable.OneLine(failure.Path)}: {Printable.OneLine(failure.Message)}");
    }

    private void Conclude(bool isComplete, int passedOver)
    {
        if (!isComplete)
        {
            var kept = ledger is null ? "" : " What was read is recorded.";
            context.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{DiagnosticCodes.Interrupted}: Interrupted after {Counted(documents, "document")}.{kept} Run the command again for the rest."));
            return;
        }
        if (!printer.IsForPeople && documents > 0) return;
        var summary = $"{Counted(documents, "document")}, {Counted(statements, "statement")}";
        if (failed > 0) summary += string.Create(CultureInfo.InvariantCulture, $", {failed} failed");
        if (ledger is not null) summary += string.Create(CultureInfo.InvariantCulture, $"; recorded: {added} new, {unchanged} known before");
        if (passedOver > 0) summary += $"; {Counted(passedOver, "file")} of other kinds passed over";
        context.Error.WriteLine(summary + ".");
    }

    private static string Counted(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");

    private readonly record struct Taken(IntakeItem Item, Reading? Reading);
}
