using System.CommandLine;
using OnRecord.Cli.Help;
using OnRecord.Cli.Tables;
using OnRecord.Formats;
using OnRecord.Ledger;

namespace OnRecord.Cli.Commands;

/// <summary><c>onrecord search</c>: finds statements in the ledger.</summary>
internal static class SearchCommand
{
    private const int DefaultLimit = 50;

    public static Command Create(CommandContext context)
    {
        var text = new Argument<string>("TEXT") { Description = "Words that all must be there; \"words in quotation marks\" must stand together; a word that ends in * finds what begins with it." };
        var speaker = new Option<string?>("--speaker") { Description = "Words of the speaker's name.", HelpName = "NAME" };
        var since = Arguments.Day("--since", "The first day of publication.");
        var until = Arguments.Day("--until", "The last day of publication, itself included.");
        var kind = Arguments.Choice<AttributionKind?>("--kind", "The kind of attribution. Default: all.",
            ("direct", AttributionKind.Direct), ("indirect", AttributionKind.Indirect), ("mixed", AttributionKind.Mixed));
        var limit = Arguments.Count("--limit", $"How many statements at most. Default: {DefaultLimit}.");
        var format = ListFormats.Option();
        var ledger = Arguments.Ledger();
        var command = new ExampledCommand("search", "Find statements in the ledger by their words, the best match first.",
            "onrecord search \"defence spending\" --speaker Holt --since 2024-01-01",
            "onrecord search '\"arms control\" talk*' --kind direct",
            "onrecord search treaty --limit 500 --format csv > treaty.csv")
        {
            text, speaker, since, until, kind, limit, format, ledger,
        };
        command.SetAction(parsed =>
        {
            using var file = LedgerFile.OpenForReading(Arguments.LedgerPath(parsed, ledger, context));
            var rows = file.Search(new StatementQuery
            {
                Text = parsed.GetValue(text),
                Speaker = parsed.GetValue(speaker),
                Since = parsed.GetValue(since),
                Until = parsed.GetValue(until),
                Kind = parsed.GetValue(kind),
                Limit = parsed.GetValue(limit) ?? DefaultLimit,
            });
            Print(context, rows, parsed.GetValue(format));
            return ExitStatus.Success;
        });
        return command;
    }

    private static void Print(CommandContext context, IReadOnlyList<StatementRow> rows, ListFormat format)
    {
        new Listing<StatementRow>(context, "Nothing found.",
            new("speaker", row => row.Speaker),
            new("unresolved", row => row.Unresolved),
            new(null, Speaker, "Speaker", 3),
            new("kind", row => Wording.Of(row.Kind), "Kind"),
            new("published", row => row.Published, "Published"),
            new("snippet", row => row.Snippet, "Words", 8),
            new("title", row => row.Title),
            new("publisher", row => row.Publisher),
            new(null, row => Path.GetFileName(row.Path), "Document", 3),
            new("path", row => row.Path),
            new("document", row => row.Document),
            new("attribution", row => row.Attribution),
            new("source", row => row.Source),
            new("cue", row => row.Cue),
            new("content", row => row.Content),
            new("confidence", row => row.Confidence),
            new("knowledge", row => row.Knowledge),
            new("role", row => row.Role),
            new("on_behalf_of", row => row.OnBehalfOf),
            new("addressee", row => row.Addressee),
            new("venue", row => row.Venue),
            new("when", row => row.When),
            new("source_description", row => row.SourceDescription)).Print(rows, format);
    }

    private static string Speaker(StatementRow row) =>
        row.Speaker is not { } speaker ? $"({row.Unresolved})" : row.Role is { } role ? $"{speaker}, {role}" : speaker;
}
