using System.CommandLine;
using OnRecord.Cli.Help;
using OnRecord.Formats;
using OnRecord.Ledger;

namespace OnRecord.Cli.Commands;

/// <summary><c>onrecord read</c>: reads documents, records them and prints who said what.</summary>
internal static class ReadCommand
{
    public static Command Create(CommandContext context)
    {
        var paths = Arguments.Paths();
        var published = Arguments.Day("--published", "The day of publication of every document read, which stands over one found in a page.");
        var format = Arguments.Choice<PrintForm>("--format", "How to print what was read. Default: table.",
            [("table", default), .. FormatChoices.All.Select(choice => (choice.Word, new PrintForm(choice.Value)))]);
        var fast = new Option<bool>("--fast") { Description = "Read from words and marks alone, without tags, syntax and names: about four times as fast, and about two statements in a hundred worse. For archives." };
        var noLedger = new Option<bool>("--no-ledger") { Description = "Record nothing, only print." };
        var ledger = Arguments.Ledger();
        var offsets = FormatChoices.Offsets();
        var threads = Arguments.Count("--threads", "How many documents to read at the same time. Default: one for each processor. The output is the same for any number.");
        var command = new ExampledCommand("read", "Read documents, keep the record, and print who said what.",
            "onrecord read article.txt --published 2019-04-03",
            "onrecord read articles/ --ledger news.db",
            "onrecord read articles/ --no-ledger --format jsonl --threads 2 > record.jsonl",
            "curl -s https://example.org/speech.txt | onrecord read - --format csv")
        {
            paths, published, format, fast, noLedger, ledger, offsets, threads,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(noLedger) && result.GetResult(ledger) is not null) result.AddError("--no-ledger and --ledger cannot both be given.");
        });
        command.SetAction(parsed =>
        {
            using var printer = DocumentPrinter.Create(parsed.GetValue(format).Format, parsed.GetValue(offsets), context);
            using var record = parsed.GetValue(noLedger) ? null : LedgerFile.OpenForWriting(Arguments.LedgerPath(parsed, ledger, context), context.Time);
            return new ReadingRun(context, printer, record)
            {
                Published = parsed.GetValue(published),
                Pace = parsed.GetValue(fast) ? ReadingPace.Fast : ReadingPace.Accurate,
                Threads = parsed.GetValue(threads) ?? Environment.ProcessorCount,
            }.Run(parsed.GetValue(paths)!);
        });
        return command;
    }
}
