using System.Globalization;
using System.Text;
using System.Text.Json;
using OnRecord.Formats;
using OnRecord.Language;
using OnRecord.Ledger;
using OnRecord.Server.Search;
using OnRecord.Server.Web;

namespace OnRecord.Server.Rest;

/// <summary>
/// Quotations as lines of JSON in the layout of GDELT's Global Quotation Graph: an article a line, with each quotation and the
/// words right before and after it. What GDELT does not have, the speaker and whose word it is, stands beside them. Statements
/// without quotation marks are left out, and so is what a person rejected.
/// </summary>
internal sealed class QuotationLines(Record record, CatalogueKeeper catalogue)
{
    private const int PageSize = 500;
    private const int Around = 100;

    public async Task Send(HttpContext context)
    {
        Filter filter;
        try
        {
            filter = Filter.Of(context.Request.Query);
        }
        catch (OnRecordException error)
        {
            await JsonAnswer.Problem(context, error);
            return;
        }
        context.Response.ContentType = "application/jsonl; charset=utf-8";
        context.Response.Headers.ContentDisposition = "attachment; filename=\"quotations.jsonl\"";
        await using var to = new StreamWriter(context.Response.Body, new UTF8Encoding(false), 16 * 1024, leaveOpen: true);
        var counted = await catalogue.Current(context.RequestAborted);
        var article = new List<StatementRow>();
        for (long? before = null; ;)
        {
            var from = before;
            var found = await record.Ask(ledger => StatementSearch.Find(ledger, counted, filter.Query, from, PageSize), context.RequestAborted);
            foreach (var row in found.Rows.Where(row => row.Kind != AttributionKind.Indirect && row.State != ReviewState.Rejected))
            {
                // The statements of an article follow each other, the last first.
                if (article.Count > 0 && article[0].Reading != row.Reading) await Write(to, article, context.RequestAborted);
                article.Add(row);
            }
            before = found.Next;
            if (before is null) break;
        }
        if (article.Count > 0) await Write(to, article, context.RequestAborted);
    }

    private async Task Write(StreamWriter to, List<StatementRow> article, CancellationToken cancellationToken)
    {
        article.Reverse();
        var recorded = await record.Ask(ledger => ledger.Reading(article[0].Document, article[0].Reading), cancellationToken);
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, JsonAnswer.Options)) Write(json, article, recorded?.Reading.Article?.Text ?? "");
        await to.WriteAsync(Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length).AsMemory(), cancellationToken);
        await to.WriteAsync('\n');
        article.Clear();
    }

    private static void Write(Utf8JsonWriter json, List<StatementRow> article, string text)
    {
        json.WriteStartObject();
        json.WriteString("date", article[0].Published is { } day ? Wording.Of(day) + "T00:00:00Z" : null);
        json.WriteString("url", article[0].Url?.OriginalString ?? $"urn:sha256:{article[0].Document}");
        json.WriteString("title", article[0].Title);
        json.WriteString("lang", "English");
        json.WriteStartArray("quotes");
        foreach (var row in article)
        {
            var (start, end) = (row.Content[0].Span.Start, row.Content[^1].Span.End);
            json.WriteStartObject();
            json.WriteString("pre", text[Whole(text, start - Around)..Whole(text, start)]);
            json.WriteString("quote", StatementView.Words(row.Content));
            json.WriteString("post", text[Whole(text, end)..Whole(text, end + Around)]);
            json.WriteString("speaker", row.Decision?.Speaker ?? row.Speaker);
            json.WriteString("state", StateView.WordOf(row.State));
            json.WriteString("id", string.Create(CultureInfo.InvariantCulture, $"{row.Reading}-{row.Attribution}"));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    // A place within the text, and not within a character of two units.
    private static int Whole(string text, int place) => Math.Clamp(place, 0, text.Length) is var at && at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;
}
