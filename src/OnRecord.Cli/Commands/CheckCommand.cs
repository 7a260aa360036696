using System.CommandLine;
using OnRecord.Cli.Help;
using OnRecord.Cli.Tables;
using OnRecord.Formats;
using OnRecord.Language;
using OnRecord.Ledger;

namespace OnRecord.Cli.Commands;

/// <summary><c>onrecord check</c>: holds pledges and claims against figures.</summary>
internal static class CheckCommand
{
    private static readonly (string Word, FindingVerdict? Value)[] Verdicts = [.. Enum.GetValues<FindingVerdict>().Select(verdict => (Wording.Of(verdict), (FindingVerdict?)verdict))];

    public static Command Create(CommandContext context)
    {
        var id = new Argument<string?>("ID") { Description = "One pledge or claim, by the key that the list gives, or the beginning of it. Default: all.", Arity = ArgumentArity.ZeroOrOne };
        var all = new Option<bool>("--all") { Description = "List also what figures cannot settle, each with the reason." };
        var named = new Option<string?>("--series") { Description = "Check against this series alone.", HelpName = "NAME" };
        var asOf = Arguments.Day("--as-of", "The day of the check: the figures of a year are used when it is over. Default: today.");
        var verdict = Arguments.Choice("--verdict", "Record what you find of it yourself. It stands beside what the machine finds.", Verdicts);
        verdict.HelpName = "VERDICT";
        var note = new Option<string?>("--note") { Description = "Why; it is recorded with the verdict.", HelpName = "WORDS" };
        var reviewer = new Option<string?>("--reviewer") { Description = "Who finds it. Default: the name of the user.", HelpName = "NAME" };
        var format = ListFormats.Option();
        var ledger = Arguments.Ledger();
        var command = new ExampledCommand("check", "Hold pledges and claims against figures, with the arithmetic shown, and record what is found.",
            "onrecord check",
            "onrecord check --all --format jsonl",
            "onrecord check p3f2a91c07b",
            "onrecord check p3f2a91c07b --verdict partly --note \"the figures of two members were revised\"")
        {
            id, all, named, asOf, verdict, note, reviewer, format, ledger,
        };
        command.Validators.Add(result =>
        {
            var isOne = result.GetValue(id) is not null;
            if (isOne && result.GetValue(all)) result.AddError("--all lists everything, and an ID is one: give one of them.");
            if (!isOne && result.GetResult(verdict) is not null) result.AddError("--verdict is of one pledge or claim: give its ID.");
            if (result.GetResult(verdict) is null && (result.GetResult(note) is not null || result.GetResult(reviewer) is not null)) result.AddError("--note and --reviewer go with --verdict.");
        });
        command.SetAction(parsed =>
        {
            var path = Arguments.LedgerPath(parsed, ledger, context);
            // Checking records what is found; it makes no ledger where none is.
            LedgerFile.OpenForReading(path).Dispose();
            using var record = LedgerFile.OpenForWriting(path, context.Time);
            var known = KnownSeries.Of(record);
            var series = parsed.GetValue(named) is { } name ? [KnownSeries.Named(known, name)] : known;
            var day = parsed.GetValue(asOf) ?? DateOnly.FromDateTime(context.Time.GetLocalNow().DateTime);
            var run = new CheckRun(record, series, day, context.Stopping);
            if (parsed.GetValue(id) is not { } asked)
            {
                CheckRows.Print(context, [.. run.All().Where(item => parsed.GetValue(all) || CheckRows.IsSettled(item))], day, parsed.GetValue(format));
                return ExitStatus.Success;
            }
            var item = run.One(asked) ?? throw new OnRecordException(DiagnosticCodes.NotInLedger, $"No pledge '{asked}' is in {path}, and no claim with a figure to check. 'onrecord check --all' lists them.");
            if (parsed.GetValue(verdict) is { } found)
            {
                record.Decide(new CheckDecision
                {
                    Document = item.Citation.Document,
                    Span = item.Citation.Span,
                    Item = item.Citation.Item,
                    Verdict = found,
                    Machine = item.Verdict,
                    Reviewer = parsed.GetValue(reviewer) ?? Environment.UserName,
                    Note = parsed.GetValue(note),
                });
                item = run.One(asked)!;
            }
            if (parsed.GetValue(format) == ListFormat.Table) CheckView.Print(context, item, day);
            else CheckRows.Print(context, [item], day, parsed.GetValue(format));
            return ExitStatus.Success;
        });
        return command;
    }
}
