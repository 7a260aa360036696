using System.Text.Json;
using OnRecord.Formats;
using OnRecord.Ledger;

namespace OnRecord.Cli.Tables;

/// <summary>Lists what was found of pledges and claims: a line a finding.</summary>
internal static class CheckRows
{
    public static bool IsSettled(CheckedItem item) =>
        item.Decisions.Count > 0 || item.Findings.Any(f => f.Verdict is not (FindingVerdict.CannotTell or FindingVerdict.NotMeasurable));

    public static void Print(CommandContext context, IReadOnlyList<CheckedItem> items, DateOnly asOf, ListFormat format)
    {
        if (format == ListFormat.Jsonl)
        {
            PrintJson(context, items, asOf);
            return;
        }
        var rows = items.SelectMany(item => item.Findings.Select(finding => (Item: item, Finding: finding))).ToList();
        new Listing<(CheckedItem Item, Finding Finding)>(context, "Nothing that figures can settle was found. 'onrecord check --all' lists what they cannot, with the reasons.",
            new("id", row => row.Item.Id, "Key"),
            new("words", row => row.Item.Citation.Words, "Words", 4),
            new("verdict", row => Wording.Of(row.Finding.Verdict), "Figures"),
            new("person", row => row.Item.Decisions.Count > 0 ? Wording.Of(row.Item.Decisions[0].Verdict) : null, "Person"),
            new("reason", row => row.Finding.Reason),
            new("summary", row => row.Finding.Summary, "Finding", 5),
            new("series", row => row.Finding.Series),
            new("unit", row => row.Finding.Unit),
            new("sources", row => string.Join("; ", row.Finding.Sources)),
            new("as_of", _ => asOf),
            new("reviewer", row => row.Item.Decisions.Count > 0 ? row.Item.Decisions[0].Reviewer : null),
            new("note", row => row.Item.Decisions.Count > 0 ? row.Item.Decisions[0].Note : null),
            new("document", row => row.Item.Citation.Document),
            new("path", row => row.Item.Citation.Path),
            new("published", row => row.Item.Citation.Published),
            new("item", row => row.Finding.Item)).Print(rows, format);
    }

    private static void PrintJson(CommandContext context, IReadOnlyList<CheckedItem> items, DateOnly asOf)
    {
        using var json = new Utf8JsonWriter(context.Output, ArticleJson.Options);
        foreach (var item in items)
        {
            foreach (var finding in item.Findings)
            {
                json.WriteStartObject();
                json.WriteString("id", item.Id);
                json.WriteString("document", item.Citation.Document);
                json.WriteString("path", item.Citation.Path);
                json.WriteString("published", item.Citation.Published is { } day ? Wording.Of(day) : null);
                json.WriteString("words", item.Citation.Words);
                json.WriteString("as_of", Wording.Of(asOf));
                FindingJson.Write(json, finding);
                json.WriteStartArray("people");
                foreach (var decision in item.Decisions) Write(json, decision);
                json.WriteEndArray();
                json.WriteEndObject();
                json.Flush();
                json.Reset();
                context.Output.Write("\n"u8);
            }
        }
    }

    private static void Write(Utf8JsonWriter json, CheckDecision decision)
    {
        json.WriteStartObject();
        json.WriteString("verdict", Wording.Of(decision.Verdict));
        json.WriteString("machine", Wording.Of(decision.Machine));
        json.WriteString("reviewer", decision.Reviewer);
        json.WriteString("note", decision.Note);
        json.WriteString("decided", decision.Decided);
        json.WriteEndObject();
    }
}
