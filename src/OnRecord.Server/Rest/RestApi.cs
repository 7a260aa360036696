using System.Globalization;
using System.Text.Json;
using OnRecord.Formats;
using OnRecord.Language;
using OnRecord.Ledger;
using OnRecord.Server.Access;
using OnRecord.Server.Adding;
using OnRecord.Server.Search;
using OnRecord.Server.Web;

namespace OnRecord.Server.Rest;

/// <summary>The record for programs, under <c>/api</c>. Its description stands in <c>openapi.json</c>, and a test compares the two.</summary>
internal sealed class RestApi(ServerOptions options, Record record, CatalogueKeeper catalogue, ReadingDesk desk, AccessGate gate)
{
    private const int DefaultSize = 50;
    private const int LargestSize = 500;

    public void Map(IEndpointRouteBuilder routes)
    {
        Get("/api/statements", Statements);
        Get("/api/statements/{id}", Statement);
        Get("/api/documents", Documents);
        Get("/api/documents/{id}", Document);
        Get("/api/documents/{id}/text", Text);
        Get("/api/actors", Actors);
        var threads = new ThreadsApi(record);
        Get("/api/pledges", threads.Pledges);
        Get("/api/pledges/{id}", threads.Pledge);
        Get("/api/disputes", threads.Disputes);
        Get("/api/disputes/{id}", threads.Dispute);
        Get("/api/claims", threads.Claims);
        Get("/api/claims/{id}", threads.Claim);
        Get("/api/outlets", Outlets);
        Get("/api/runs", Runs);
        Get("/api/failures", Failures);
        Get("/api/ledger", Ledger);
        Get("/api/corrections", new Corrections(record).Send);
        routes.MapPost("/api/documents", context => Answer(context, Add));
        routes.MapGet("/openapi/v1.json", OpenApi.Send);
        var quotations = new Quotations(options, desk);
        routes.MapGet("/quotes", context => Answer(context, quotations.Get));
        // It records nothing.
        routes.MapPost("/quotes", context => Answer(context, quotations.Post)).WithMetadata(Needs.Reader);
        new StatementExports(record, catalogue, options).Map(routes);
        LedgerExports.Map(routes, options);

        void Get(string path, Func<HttpContext, Task> answer) => routes.MapGet(path, context => Answer(context, async c =>
        {
            if (!await Freshness.IsKnown(c, record)) await answer(c);
        }));
    }

    /// <summary>Answers, and with a problem where that goes wrong.</summary>
    internal static async Task Answer(HttpContext context, Func<HttpContext, Task> answer)
    {
        try
        {
            await answer(context);
        }
        catch (OnRecordException error) when (!context.Response.HasStarted)
        {
            await JsonAnswer.Problem(context, error);
        }
    }

    private async Task Statements(HttpContext context)
    {
        var filter = Filter.Of(context.Request.Query);
        var before = Filter.Number(context.Request.Query, "before");
        var size = Size(context);
        var counted = await Catalogue(context);
        var found = await record.Ask(ledger => StatementSearch.Find(ledger, counted, filter.Query, before, size), context.RequestAborted);
        await JsonAnswer.Send(context, json => Page(json, found.Rows, size, StatementJson.Write, found.Next, filter.On(Href.To("api", "statements"))));
    }

    private async Task Statement(HttpContext context)
    {
        var parts = ((string)context.Request.RouteValues["id"]!).Split('-');
        if (parts.Length != 2 || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var reading)
            || await record.Ask(ledger => ledger.Statement(reading, parts[1]), context.RequestAborted) is not { } row)
        {
            await JsonAnswer.NotFound(context);
            return;
        }
        await JsonAnswer.Send(context, json => StatementJson.Write(json, row));
    }

    private async Task Documents(HttpContext context)
    {
        var outlet = context.Request.Query["outlet"].ToString() is { Length: > 0 } name ? name : null;
        var before = Filter.Number(context.Request.Query, "before");
        var size = Size(context);
        var rows = await record.Ask(ledger => ledger.Documents(outlet, before, size + 1), context.RequestAborted);
        await JsonAnswer.Send(context, json => Page(json, rows, size, WriteDocument, row => row.Entry, Href.To("api", "documents").With("outlet", outlet)));
    }

    private async Task Document(HttpContext context)
    {
        if (await Recorded(context) is not { } recorded)
        {
            await JsonAnswer.NotFound(context);
            return;
        }
        using var bytes = new MemoryStream();
        using (var writer = RecordWriter.Create(RecordFormat.Jsonl, bytes, context.Request.Query["offsets"] == "utf16" ? OffsetUnit.Utf16 : OffsetUnit.CodePoint))
        {
            writer.Write(recorded.Reading);
            writer.Finish();
        }
        await JsonAnswer.Send(context, bytes);
    }

    private async Task Text(HttpContext context)
    {
        if (await Recorded(context) is not { Reading.Article: { } article })
        {
            await JsonAnswer.NotFound(context);
            return;
        }
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync(article.Text, context.RequestAborted);
    }

    private async Task Actors(HttpContext context)
    {
        var counted = await Catalogue(context);
        var name = context.Request.Query["name"].ToString();
        var after = (int)Math.Min(Filter.Number(context.Request.Query, "after") ?? 0, int.MaxValue);
        var size = Size(context);
        var matching = counted.MostQuoted.Where(s => s.Name.Contains(name, StringComparison.OrdinalIgnoreCase)).Skip(after).Take(size + 1).ToList();
        await JsonAnswer.Send(context, json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("items");
            foreach (var speaker in matching.Take(size))
            {
                json.WriteStartObject();
                json.WriteString("key", speaker.Key);
                json.WriteString("name", speaker.Name);
                json.WriteString("link", StatementView.ActorLink(speaker.Key).ToString());
                json.WriteNumber("statements", speaker.Statements);
                json.WriteNumber("direct", speaker.Direct);
                json.WriteNumber("documents", speaker.Documents);
                StatementJson.Day(json, "first", speaker.First);
                StatementJson.Day(json, "last", speaker.Last);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            if (matching.Count > size) json.WriteString("next", Href.To("api", "actors").With("name", name).With("after", (long)after + size).ToString());
            else json.WriteNull("next");
            json.WriteEndObject();
        });
    }

    private async Task Outlets(HttpContext context)
    {
        var counted = await Catalogue(context);
        await JsonAnswer.Send(context, json => Items(json, [.. counted.Outlets.OrderByDescending(o => o.Statements).ThenBy(o => o.Name, StringComparer.Ordinal)], (to, outlet) =>
        {
            to.WriteStartObject();
            to.WriteString("name", outlet.Name);
            to.WriteNumber("documents", outlet.Documents);
            to.WriteNumber("statements", outlet.Statements);
            to.WriteNumber("direct", outlet.Direct);
            to.WriteNumber("mixed", outlet.Mixed);
            to.WriteNumber("indirect", outlet.Indirect);
            to.WriteNumber("unnamed", outlet.Unnamed);
            to.WriteEndObject();
        }));
    }

    private async Task Runs(HttpContext context)
    {
        var size = Size(context);
        var rows = await record.Ask(ledger => ledger.Runs(size), context.RequestAborted);
        await JsonAnswer.Send(context, json => Items(json, rows, (to, run) =>
        {
            to.WriteStartObject();
            to.WriteNumber("entry", run.Entry);
            to.WriteString("program", run.Program);
            to.WriteStartObject("models");
            foreach (var (name, checksum) in run.Models) to.WriteString(name, checksum);
            to.WriteEndObject();
            to.WriteString("started", run.Started);
            if (run.Ended is { } ended) to.WriteString("ended", ended);
            else to.WriteNull("ended");
            if (run.Outcome is { } outcome)
            {
                to.WriteBoolean("interrupted", outcome.IsInterrupted);
                to.WriteNumber("added", outcome.Added);
                to.WriteNumber("unchanged", outcome.Unchanged);
                to.WriteNumber("failed", outcome.Failed);
            }
            to.WriteEndObject();
        }));
    }

    private async Task Failures(HttpContext context)
    {
        var before = Filter.Number(context.Request.Query, "before");
        var size = Size(context);
        var rows = await record.Ask(ledger => ledger.Failures(before, size + 1), context.RequestAborted);
        await JsonAnswer.Send(context, json => Page(json, rows, size, WriteFailure, row => row.Entry, Href.To("api", "failures")));
    }

    private async Task Ledger(HttpContext context)
    {
        var counted = await Catalogue(context);
        await JsonAnswer.Send(context, json =>
        {
            json.WriteStartObject();
            json.WriteString("program", options.Program);
            json.WriteNumber("head", counted.Head);
            json.WriteNumber("documents", counted.Documents);
            json.WriteNumber("statements", counted.Statements);
            json.WriteNumber("unresolved", counted.Unresolved);
            json.WriteNumber("speakers", counted.MostQuoted.Count);
            json.WriteEndObject();
        });
    }

    private async Task Add(HttpContext context)
    {
        var raw = await BodyDocument.Read(context);
        var job = desk.Begin(raw) ?? throw new OnRecordException(DiagnosticCodes.LineFull, "As much waits to be read as the server takes at once. Send it again in a while.");
        await job.Completion.WaitAsync(context.RequestAborted);
        var state = job.State;
        if (state is { Outcome: null, Failure: { } failure }) throw new OnRecordException(failure.Code, failure.Message);
        gate.Note(context, "added", raw.Sha256);
        context.Response.Headers.Location = $"/api/documents/{raw.Sha256}";
        await JsonAnswer.Send(
            context,
            json =>
            {
                json.WriteStartObject();
                json.WriteString("document", raw.Sha256);
                json.WriteString("link", StatementView.LinkOf(raw.Sha256).ToString());
                json.WriteBoolean("is_new", state.Outcome is AppendOutcome.Added or AppendOutcome.NewAnalysis);
                json.WriteNumber("statements", state.Statements);
                json.WriteString("failure", state.Failure?.Code);
                json.WriteEndObject();
            },
            StatusCodes.Status201Created);
    }

    private async Task<Catalogue> Catalogue(HttpContext context)
    {
        var counted = await catalogue.Current(context.RequestAborted);
        if (counted.Head < Freshness.HeadOf(context)) Freshness.Untag(context);
        return counted;
    }

    private Task<RecordedReading?> Recorded(HttpContext context)
    {
        var id = (string)context.Request.RouteValues["id"]!;
        var entry = Filter.Number(context.Request.Query, "reading");
        return record.Ask(ledger => ledger.Reading(id, entry), context.RequestAborted);
    }

    /// <summary>How many rows are asked for.</summary>
    /// <exception cref="OnRecordException">OR9001: more than are given at once.</exception>
    internal static int Size(HttpContext context) => Filter.Number(context.Request.Query, "size") switch
    {
        null => DefaultSize,
        <= LargestSize and var size => (int)size,
        _ => throw new OnRecordException(DiagnosticCodes.Usage, $"'size' is at most {LargestSize}. Follow 'next' for more, or take an export, which has no bound."),
    };

    // Without a bound known beforehand one row more was asked for than is given.
    private static void Page<T>(Utf8JsonWriter json, IReadOnlyList<T> rows, int size, Action<Utf8JsonWriter, T> write, Func<T, long> cursor, Href here) =>
        Page(json, rows, size, write, rows.Count > size ? cursor(rows[size - 1]) : null, here);

    private static void Page<T>(Utf8JsonWriter json, IReadOnlyList<T> rows, int size, Action<Utf8JsonWriter, T> write, long? next, Href here)
    {
        json.WriteStartObject();
        json.WriteStartArray("items");
        foreach (var row in rows.Take(size)) write(json, row);
        json.WriteEndArray();
        if (next is not null) json.WriteString("next", here.With("size", size).With("before", next).ToString());
        else json.WriteNull("next");
        json.WriteEndObject();
    }

    private static void Items<T>(Utf8JsonWriter json, IReadOnlyList<T> rows, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartObject();
        json.WriteStartArray("items");
        foreach (var row in rows) write(json, row);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteDocument(Utf8JsonWriter json, DocumentRow row)
    {
        json.WriteStartObject();
        json.WriteString("sha256", row.Sha256);
        json.WriteString("link", StatementView.LinkOf(row.Sha256).ToString());
        json.WriteString("title", row.Title);
        json.WriteString("publisher", row.Publisher);
        StatementJson.Day(json, "published", row.Published);
        json.WriteString("language", row.Language);
        json.WriteString("url", row.Url?.OriginalString);
        json.WriteString("path", row.Path);
        json.WriteNumber("bytes", row.Bytes);
        json.WriteNumber("statements", row.Statements);
        json.WriteNumber("readings", row.Readings);
        json.WriteNumber("failures", row.Failures);
        json.WriteEndObject();
    }

    private static void WriteFailure(Utf8JsonWriter json, FailureRow row)
    {
        json.WriteStartObject();
        json.WriteNumber("entry", row.Entry);
        json.WriteString("document", row.Document);
        json.WriteString("path", row.Failure.Path);
        json.WriteString("code", row.Failure.Code);
        json.WriteString("message", row.Failure.Message);
        json.WriteString("seen", row.Seen);
        json.WriteEndObject();
    }
}
