using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml;
using OnRecord.Formats;
using OnRecord.Language;
using OnRecord.Ledger;
using OnRecord.Server.Search;
using OnRecord.Server.Web;

namespace OnRecord.Server.Rest;

/// <summary>Any search as a file or a feed: exports have no bound and are sent as they are read, feeds have the newest.</summary>
internal sealed class StatementExports(Record record, CatalogueKeeper catalogue, ServerOptions options)
{
    private const int FeedLength = 50;

    // Rows that are asked for at once: the ledger's reader is free for others between two such pages.
    private const int PageSize = 500;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/search.csv", context => Export(context, "text/csv; charset=utf-8", "csv", Csv));
        routes.MapGet("/search.jsonl", context => Export(context, "application/jsonl; charset=utf-8", "jsonl", Jsonl));
        routes.MapGet("/search.annotations.jsonl", context => Export(context, "application/jsonl; charset=utf-8", "annotations.jsonl", WebAnnotation.Write));
        routes.MapGet("/search.quotations.jsonl", new QuotationLines(record, catalogue).Send);
        routes.MapGet("/search.atom", context => Feed(context, Atom));
        routes.MapGet("/search.json", context => Feed(context, JsonFeed));
    }

    private async Task Export(HttpContext context, string type, string extension, Action<StringBuilder, StatementRow> write)
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
        context.Response.ContentType = type;
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"statements.{extension}\"";
        await using var to = new StreamWriter(context.Response.Body, new UTF8Encoding(false), 16 * 1024, leaveOpen: true);
        if (extension == "csv") await to.WriteAsync(CsvHead());
        var text = new StringBuilder();
        var counted = await catalogue.Current(context.RequestAborted);
        for (long? before = null; ;)
        {
            var from = before;
            var found = await record.Ask(ledger => StatementSearch.Find(ledger, counted, filter.Query, from, PageSize), context.RequestAborted);
            text.Clear();
            foreach (var row in found.Rows) write(text, row);
            await to.WriteAsync(text, context.RequestAborted);
            if (found.Next is null) return;
            before = found.Next;
        }
    }

    // Every line says whose word it is: what people decided stands beside what was read, never in its place.
    private static string CsvHead() => CsvLine.Of("id", "state", "kind", "speaker", "unresolved", "role", "source", "cue", "content", "confidence", "published", "publisher", "title", "url", "document", "link", "reviewer", "corrected_speaker", "corrected_source", "corrected_content", "note");

    private static void Csv(StringBuilder to, StatementRow row) => to.Append(CsvLine.Of(
        StatementJson.IdOf(row), StateView.WordOf(row.State), Wording.Of(row.Kind), row.Speaker, row.Unresolved, row.Role, StatementView.Words(row.Source), StatementView.Words(row.Cue), StatementView.Words(row.Content),
        row.Confidence.ToString("0.0000", CultureInfo.InvariantCulture), row.Published is { } day ? Wording.Of(day) : null, row.Publisher, row.Title, row.Url?.OriginalString, row.Document, StatementJson.LinkOf(row),
        row.Decision?.Reviewer, row.Decision?.Speaker, Corrected(row.Decision?.Source), Corrected(row.Decision?.Content), row.Decision?.Note));

    private static string? Corrected(IReadOnlyList<RecordedWords>? words) => words is null ? null : StatementView.Words(words);

    private static void Jsonl(StringBuilder to, StatementRow row)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, JsonAnswer.Options)) StatementJson.Write(json, row);
        to.Append(Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length)).Append('\n');
    }

    private async Task Feed(HttpContext context, Action<MemoryStream, Filter, string, IReadOnlyList<StatementRow>, DateTimeOffset> write)
    {
        try
        {
            var filter = Filter.Of(context.Request.Query);
            if (await Freshness.IsKnown(context, record)) return;
            var counted = await catalogue.Current(context.RequestAborted);
            if (counted.Head < Freshness.HeadOf(context)) Freshness.Untag(context);
            var (rows, runs) = await record.Ask(ledger => (StatementSearch.Find(ledger, counted, filter.Query, null, FeedLength).Rows, ledger.Runs(1)), context.RequestAborted);
            var site = $"{context.Request.Scheme}://{context.Request.Host}";
            using var bytes = new MemoryStream();
            write(bytes, filter, site, rows, runs.Count > 0 ? runs[0].Started : options.Time.GetUtcNow());
            await JsonAnswer.Send(context, bytes, type: context.Request.Path.Value!.EndsWith("atom", StringComparison.Ordinal) ? "application/atom+xml; charset=utf-8" : "application/feed+json; charset=utf-8");
        }
        catch (OnRecordException error)
        {
            await JsonAnswer.Problem(context, error);
        }
    }

    private static void Atom(MemoryStream to, Filter filter, string site, IReadOnlyList<StatementRow> rows, DateTimeOffset updated)
    {
        using var xml = XmlWriter.Create(to, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n", CheckCharacters = false });
        xml.WriteStartElement("feed", "http://www.w3.org/2005/Atom");
        xml.WriteElementString("title", Title(filter));
        xml.WriteElementString("id", site + filter.On(Href.To("search.atom")));
        xml.WriteElementString("updated", Moment(updated));
        Link("self", filter.On(Href.To("search.atom")).ToString());
        Link("alternate", filter.On(Href.To("search")).ToString());
        foreach (var row in rows)
        {
            xml.WriteStartElement("entry");
            xml.WriteElementString("title", XmlText(Summary(row)));
            xml.WriteElementString("id", $"{site}/api/statements/{StatementJson.IdOf(row)}");
            xml.WriteElementString("updated", row.Published is { } day ? Wording.Of(day) + "T00:00:00Z" : Moment(updated));
            xml.WriteStartElement("author");
            xml.WriteElementString("name", XmlText(row.Publisher ?? "not known"));
            xml.WriteEndElement();
            Link("alternate", StatementJson.LinkOf(row));
            xml.WriteElementString("content", XmlText(StatementView.Words(row.Content)));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();

        void Link(string relation, string address)
        {
            xml.WriteStartElement("link");
            xml.WriteAttributeString("rel", relation);
            xml.WriteAttributeString("href", site + address);
            xml.WriteEndElement();
        }
    }

    private static void JsonFeed(MemoryStream to, Filter filter, string site, IReadOnlyList<StatementRow> rows, DateTimeOffset updated)
    {
        using var json = new Utf8JsonWriter(to, JsonAnswer.Options);
        json.WriteStartObject();
        json.WriteString("version", "https://jsonfeed.org/version/1.1");
        json.WriteString("title", Title(filter));
        json.WriteString("home_page_url", site + filter.On(Href.To("search")));
        json.WriteString("feed_url", site + filter.On(Href.To("search.json")));
        json.WriteStartArray("items");
        foreach (var row in rows)
        {
            json.WriteStartObject();
            json.WriteString("id", $"{site}/api/statements/{StatementJson.IdOf(row)}");
            json.WriteString("url", site + StatementJson.LinkOf(row));
            json.WriteString("title", Summary(row));
            json.WriteString("content_text", StatementView.Words(row.Content));
            json.WriteString("date_published", row.Published is { } day ? Wording.Of(day) + "T00:00:00Z" : Moment(updated));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Title(Filter filter) => filter.Query.Text is { } text ? $"OnRecord: {text}" : filter.Query.SpokenBy is { } actor ? $"OnRecord: {actor}" : "OnRecord: statements";

    private static string Summary(StatementRow row) => $"{row.Speaker ?? $"({row.Unresolved})"}, {StatementView.TitleOf(row.Title, row.Path)}";

    private static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    // XML has no place for control characters, not even escaped.
    private static string XmlText(string text) => string.Concat(text.Select(letter => XmlConvert.IsXmlChar(letter) || char.IsSurrogate(letter) ? letter : ' '));
}
