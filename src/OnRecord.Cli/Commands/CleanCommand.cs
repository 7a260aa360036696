using System.CommandLine;
using OnRecord.Clean;
using OnRecord.Cli.Help;
using OnRecord.Cli.Output;
using OnRecord.Ingest;
using OnRecord.Pipelines;

namespace OnRecord.Cli.Commands;

/// <summary><c>onrecord clean</c>: prints the article alone.</summary>
internal static class CleanCommand
{
    public static Command Create(CommandContext context)
    {
        var paths = Arguments.Paths();
        var published = Arguments.Day("--published", "The day of publication of every document, which stands over one found in a page.");
        var format = Arguments.Choice("--format", "How to print the article. Default: text.", ("text", ArticleForm.Text), ("jsonl", ArticleForm.JsonLines));
        var threads = Arguments.Count("--threads", "How many documents to clean at the same time. Default: one for each processor.");
        var command = new ExampledCommand("clean", "Print the article alone: furniture out, paragraphs kept. Records nothing.",
            "onrecord clean page.html",
            "onrecord clean pages/ --format jsonl > articles.jsonl",
            "curl -s https://example.org/speech.txt | onrecord clean -")
        {
            paths, published, format, threads,
        };
        command.SetAction(parsed =>
        {
            var pipeline = new PipelineBuilder().Add(new CleanStage()).Build();
            var intake = new Intake(new IntakeOptions { Published = parsed.GetValue(published), StandardInput = context.Input });
            var cleaned = OrderedRun.Over(
                intake.Read(parsed.GetValue(paths)!),
                item => item.Document is { } raw ? pipeline.Read(raw) : (object)item.Failure!,
                item => item.Document?.Bytes.Length ?? 0,
                parsed.GetValue(threads) ?? Environment.ProcessorCount,
                cancellationToken: context.Stopping);
            using var printer = new ArticlePrinter(context.Output, parsed.GetValue(format) == ArticleForm.JsonLines);
            var hasFailed = false;
            foreach (var item in cleaned)
            {
                IReadOnlyList<Failure> failures = item is Reading { } reading ? reading.Failures : [(Failure)item];
                foreach (var failure in failures) context.Error.WriteLine($"{failure.Code} {Printable.OneLine(failure.Path)}: {Printable.OneLine(failure.Message)}");
                hasFailed |= failures.Count > 0;
                if (item is Reading { Article: { } article }) printer.Print(article);
            }
            context.Stopping.ThrowIfCancellationRequested();
            return hasFailed ? ExitStatus.Failed : ExitStatus.Success;
        });
        return command;
    }
}
