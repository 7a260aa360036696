using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Primitives;
using OnRecord.Formats;
using OnRecord.Ingest;
using OnRecord.Language;
using OnRecord.Ledger;
using OnRecord.Server.Adding;
using OnRecord.Server.Rest;
using OnRecord.Server.Search;
using OnRecord.Server.Web;

namespace OnRecord.Server.Mcp;

/// <summary>The tools: what a model may ask the record. The citation with its link comes first in every answer.</summary>
internal sealed class McpTools(Record record, CatalogueKeeper catalogue, ReadingDesk desk)
{
    private const int DefaultLimit = 10;
    private const int LargestLimit = 50;
    private const int Around = 600;

    private static readonly (string Name, string Description, (string Name, string Description, bool IsNeeded)[] Arguments)[] All =
    [
        ("search_statements", "Find statements: who said what, by words, speaker, outlet, kind and day. What was recorded last comes first.",
        [
            ("q", "Words that all must be there; \"in marks\" together, word* begins so.", false), ("speaker", "Words of the speaker's name.", false),
            ("actor", "The speaker's name exactly.", false), ("outlet", "The outlet's name exactly.", false), ("kind", "direct, indirect or mixed.", false),
            ("since", "First day of publication, YYYY-MM-DD.", false), ("until", "Last day of publication, YYYY-MM-DD.", false),
            ("state", "machine, confirmed, corrected or rejected.", false), ("limit", "How many, 1 to 50; 10 where it is left out.", false),
        ]),
        ("get_statement", "One statement with the passage of the article it stands in.", [("id", "The identifier that a search gives, such as 1207-a12.", true)]),
        ("actor_record", "How often somebody is quoted, by whom, and what they said last.", [("name", "The name, or a part of it.", true), ("limit", "How many statements, 1 to 50.", false)]),
        ("list_pledges", "What was promised: who, what, until when, how it stands, with the words.",
        [
            ("who", "Words of the name of who pledges.", false), ("status", "pending, due, undated or withdrawn.", false), ("limit", "How many, 1 to 50.", false),
        ]),
        ("check_pledge", "One pledge with the history of its words and how it stands against figures, member by member.", [("id", "The key that list_pledges gives.", true)]),
        ("list_disputes", "Who charges whom, with the denials and what followed, what moved last first.",
        [
            ("who", "Words of the name of a party.", false), ("subject", "A treaty, a law, or words.", false), ("limit", "How many, 1 to 50.", false),
        ]),
        ("list_claims", "What was asserted and can be checked, the most worth checking first, with who says it.", [("who", "Words of the name of who claims it.", false), ("limit", "How many, 1 to 50.", false)]),
        ("check_claim", "One claim with everybody who says it, and how it stands against figures: the arithmetic, the sources, and what people found.", [("id", "The key that list_claims gives.", true)]),
        ("read_text", "Find who says what in a text of your own. Nothing is recorded.", [("text", "The text, in English.", true), ("published", "Its day of publication, YYYY-MM-DD.", false)]),
    ];

    public static bool Has(string name) => All.Any(tool => tool.Name == name);

    public static void Describe(Utf8JsonWriter json)
    {
        json.WriteStartArray("tools");
        foreach (var (name, description, arguments) in All)
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteString("description", description);
            json.WriteStartObject("inputSchema");
            json.WriteString("type", "object");
            json.WriteStartObject("properties");
            foreach (var argument in arguments)
            {
                json.WriteStartObject(argument.Name);
                json.WriteString("type", argument.Name == "limit" ? "integer" : "string");
                json.WriteString("description", argument.Description);
                json.WriteEndObject();
            }
            json.WriteEndObject();
            json.WriteStartArray("required");
            foreach (var argument in arguments.Where(argument => argument.IsNeeded)) json.WriteStringValue(argument.Name);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteStartObject("annotations");
            json.WriteBoolean("readOnlyHint", true);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <exception cref="OnRecordException">OR9001: an argument is missing or none that the tool takes.</exception>
    public Task<string> Call(string tool, JsonElement arguments, string site, CancellationToken cancellationToken) => tool switch
    {
        "search_statements" => Search(arguments, site, cancellationToken),
        "get_statement" => Statement(Needed(arguments, "id"), site, cancellationToken),
        "list_pledges" or "check_pledge" or "list_disputes" or "list_claims" or "check_claim" => Threads(tool, arguments, site, cancellationToken),
        "actor_record" => Actor(arguments, site, cancellationToken),
        _ => Read(arguments, cancellationToken),
    };

    private async Task<string> Search(JsonElement arguments, string site, CancellationToken cancellationToken)
    {
        var filter = Filter.Of(new QueryCollection(new[] { "q", "speaker", "actor", "outlet", "kind", "since", "until", "state" }
            .Where(name => Text(arguments, name) is not null).ToDictionary(name => name, name => new StringValues(Text(arguments, name)), StringComparer.Ordinal)));
        var limit = Limit(arguments);
        var counted = await catalogue.Current(cancellationToken);
        var found = await record.Ask(ledger => StatementSearch.Find(ledger, counted, filter.Query, null, limit), cancellationToken);
        if (found.Rows.Count == 0 && found.Next is null) return "Nothing in this record matches.";
        var more = found.Next is not null ? $"\nThere may be more; all of them: {site}{filter.On(Href.To("search"))}\n" : "";
        return string.Join('\n', found.Rows.Select(row => Citation(row, site))) + more;
    }

    private async Task<string> Statement(string id, string site, CancellationToken cancellationToken)
    {
        var parts = id.Split('-');
        if (parts.Length != 2 || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var entry)) throw new OnRecordException(DiagnosticCodes.Usage, $"'{id}' is no identifier of a statement. search_statements gives them.");
        var (row, recorded) = await record.Ask(ledger => ledger.Statement(entry, parts[1]) is { } found ? (found, ledger.Reading(found.Document, entry)) : default, cancellationToken);
        if (row is null || recorded?.Reading.Article is not { } article) throw new OnRecordException(DiagnosticCodes.NotInLedger, $"There is no statement '{id}' in this record.");
        var spans = row.Content.Concat(row.Source).Concat(row.Cue).Select(piece => piece.Span).ToList();
        var start = Math.Max(0, spans.Min(span => span.Start) - Around);
        var end = Math.Min(article.Text.Length, spans.Max(span => span.End) + Around);
        return $"{Citation(row, site)}\nThe passage, out of the archived source:\n{(start > 0 ? "… " : "")}{article.Text[start..end]}{(end < article.Text.Length ? " …" : "")}\n";
    }

    private async Task<string> Actor(JsonElement arguments, string site, CancellationToken cancellationToken)
    {
        var name = Needed(arguments, "name");
        var counted = await catalogue.Current(cancellationToken);
        if ((counted.Actor(name) ?? counted.MostQuoted.FirstOrDefault(s => s.Name.Contains(name, StringComparison.OrdinalIgnoreCase))) is not { } speaker) return $"Nobody by the name of {name} speaks in this record.";
        var limit = Limit(arguments);
        var found = await record.Ask(ledger => StatementSearch.Find(ledger, counted, new StatementQuery { SpokenBy = speaker.Key }, null, limit), cancellationToken);
        var others = counted.MostQuoted.Where(s => s.Index != speaker.Index && s.Name.Contains(name, StringComparison.OrdinalIgnoreCase)).Take(5).Select(s => s.Name).ToList();
        return string.Create(CultureInfo.InvariantCulture, $"""
            {string.Join('\n', found.Rows.Select(row => Citation(row, site)))}
            {speaker.Name}: {speaker.Statements} statements in {speaker.Documents} articles, {speaker.Direct} of them direct quotations, as the machine read them. All: {site}{StatementView.ActorLink(speaker.Key)}
            {(others.Count > 0 ? "Others whose name fits: " + string.Join(", ", others) : "")}
            """);
    }

    private async Task<string> Threads(string tool, JsonElement arguments, string site, CancellationToken cancellationToken)
    {
        var head = await record.Ask(ledger => ledger.Head(), cancellationToken);
        var threads = await record.Threads.Current(head, cancellationToken) ?? throw new OnRecordException(DiagnosticCodes.LineFull, "Pledges and disputes are being joined over all articles of this record. Ask again in a minute.");
        var told = new ThreadText(site, record.Today);
        if (tool == "list_disputes") return told.Of([.. threads.Disputes(new DisputeQuery { Actor = Text(arguments, "who"), Subject = Text(arguments, "subject") }).Take(Limit(arguments))]);
        if (tool == "list_pledges")
        {
            var status = Filter.Status(new QueryCollection(Text(arguments, "status") is { } word ? new() { ["status"] = word } : new Dictionary<string, StringValues>()));
            return told.Of([.. threads.Pledges(new PledgeQuery { Pledger = Text(arguments, "who"), Status = status, Today = record.Today }).Take(Limit(arguments))]);
        }
        if (tool == "list_claims") return told.Of(threads.Claims(new ClaimQuery { Speaker = Text(arguments, "who"), Limit = Limit(arguments) }));
        var id = Needed(arguments, "id");
        if (tool == "check_claim")
        {
            var claim = threads.Claim(id) ?? throw new OnRecordException(DiagnosticCodes.NotInLedger, $"There is no claim '{id}' in this record. list_claims gives the keys.");
            var (found, decided) = await record.Ask(ledger => ThreadFindings.Of(ledger, claim), cancellationToken);
            return told.Of(claim, found, decided);
        }
        var pledge = threads.Pledge(id) ?? throw new OnRecordException(DiagnosticCodes.NotInLedger, $"There is no pledge '{id}' in this record. list_pledges gives the keys.");
        var (findings, decisions) = await record.Ask(ledger => ThreadFindings.Of(ledger, pledge, record.Today), cancellationToken);
        return told.Of(pledge, findings, decisions);
    }

    private async Task<string> Read(JsonElement arguments, CancellationToken cancellationToken)
    {
        var text = Needed(arguments, "text");
        var published = Day(arguments, "published");
        var reading = await desk.Read(Intake.Take("text.txt", Encoding.UTF8.GetBytes(text), published), cancellationToken);
        if (reading.Failures.Count > 0) throw new OnRecordException(reading.Failures[0].Code, reading.Failures[0].Message);
        if (reading.Attributions.Count == 0) return "The text you sent: no statement was found in it. Nothing was recorded.";
        var lines = new StringBuilder("The text you sent, not recorded; read by a machine.\n");
        foreach (var said in reading.Attributions)
        {
            var speaker = reading.Entities.FirstOrDefault(entity => entity.Id == said.Speaker)?.Name ?? $"(not resolved: {said.Unresolved})";
            lines.Append(CultureInfo.InvariantCulture, $"{speaker}, {Wording.Of(said.Kind)}: {string.Join(Wording.Gap, said.Content.Select(span => span.Slice(text)))}\n");
        }
        return lines.ToString();
    }

    private static string Citation(StatementRow row, string site)
    {
        var speaker = row.Decision?.Speaker ?? row.Speaker ?? $"(speaker not resolved: {row.Unresolved})";
        var source = string.Join(", ", new[] { StatementView.TitleOf(row.Title, row.Path), row.Publisher, row.Published is { } day ? Wording.Of(day) : "no date" }.Where(part => part is not null));
        return $"{site}{StatementJson.LinkOf(row)}\n  {source}\n  {speaker}, {Wording.Of(row.Kind)}, {StateView.WordOf(row.State)}: {StatementView.Words(row.Decision?.Content ?? row.Content)}\n  id {StatementJson.IdOf(row)}";
    }

    private static string? Text(JsonElement arguments, string name) =>
        arguments.ValueKind == JsonValueKind.Object && arguments.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    private static string Needed(JsonElement arguments, string name) =>
        Text(arguments, name) ?? throw new OnRecordException(DiagnosticCodes.Usage, $"The argument '{name}' is missing.");

    private static DateOnly? Day(JsonElement arguments, string name) => Text(arguments, name) is not { } written ? null
        : DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new OnRecordException(DiagnosticCodes.Usage, $"'{name}' takes a day as YYYY-MM-DD, and '{written}' is none.");

    private static int Limit(JsonElement arguments) => arguments.ValueKind != JsonValueKind.Object || !arguments.TryGetProperty("limit", out var value) ? DefaultLimit
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var limit) && limit is >= 1 and <= LargestLimit ? limit
        : throw new OnRecordException(DiagnosticCodes.Usage, $"'limit' takes a whole number from 1 to {LargestLimit}.");
}
