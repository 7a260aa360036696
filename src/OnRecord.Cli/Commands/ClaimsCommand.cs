using System.CommandLine;
using System.Globalization;
using OnRecord.Cli.Help;
using OnRecord.Cli.Tables;
using OnRecord.Formats;
using OnRecord.Ledger;

namespace OnRecord.Cli.Commands;

/// <summary><c>onrecord claims</c>: lists what is asserted and can be checked.</summary>
internal static class ClaimsCommand
{
    private const int DefaultLimit = 50;

    public static Command Create(CommandContext context)
    {
        var speaker = new Option<string?>("--speaker") { Description = "Words of the name of somebody who claims it, or the key.", HelpName = "NAME" };
        var kind = Arguments.Choice<ClaimKind?>("--kind", "The kind of assertion. Default: all.", [.. Enum.GetValues<ClaimKind>().Select(k => (Wording.Of(k), (ClaimKind?)k))]);
        var least = Share("--min", "The least it must be worth checking, from 0 to 1. Default: 0.");
        var limit = Arguments.Count("--limit", $"How many claims at most. Default: {DefaultLimit}.");
        var format = ListFormats.Option();
        var ledger = Arguments.Ledger();
        var command = new ExampledCommand("claims", "List the claims of the ledger, each once however many make it, those most worth checking first.",
            "onrecord claims --min 0.8",
            "onrecord claims --speaker Stoltenberg --kind quantity",
            "onrecord claims --limit 1000 --format jsonl > claims.jsonl")
        {
            speaker, kind, least, limit, format, ledger,
        };
        command.SetAction(parsed =>
        {
            using var file = LedgerFile.OpenForReading(Arguments.LedgerPath(parsed, ledger, context));
            var rows = file.Threads().Claims(new ClaimQuery { Speaker = parsed.GetValue(speaker), Kind = parsed.GetValue(kind), Least = parsed.GetValue(least) ?? 0, Limit = parsed.GetValue(limit) ?? DefaultLimit });
            new Listing<ClaimThread>(context, "No claim found.",
            [
                new("id", row => row.Id, "Claim"),
                new("checkworthy", row => row.Checkworthy, "Worth"),
                new("kind", row => Wording.Of(row.Kind), "Kind"),
                new("speakers", row => Parties.Of(row.Speakers), "Claimed by", 2),
                new("reports", row => row.Reports.Count, "Reports"),
                new("first", row => row.Reports[0].Citation.Day, "First"),
                new("last", row => row.Reports[^1].Citation.Day),
                new("words", row => row.Reports[0].Citation.Words, "Words", 6),
                .. Citations.Columns<ClaimThread>(row => row.Reports[0].Citation),
            ]).Print(rows, parsed.GetValue(format));
            return ExitStatus.Success;
        });
        return command;
    }

    private static Option<double?> Share(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "X",
        CustomParser = result =>
        {
            var written = result.Tokens.Single().Value;
            if (double.TryParse(written, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 1) return share;
            result.AddError($"{name} takes a number from 0 to 1, and '{written}' is none.");
            return null;
        },
    };
}
