using System.Text.Json;
using OnRecord.Formats;
using OnRecord.Language;
using OnRecord.Ledger;
using OnRecord.Server.Search;
using OnRecord.Server.Web;

namespace OnRecord.Server.Rest;

/// <summary>Pledges, disputes and claims for programs.</summary>
internal sealed class ThreadsApi(Record record)
{
    public async Task Pledges(HttpContext context)
    {
        var parameters = context.Request.Query;
        var pledges = (await Threads(context)).Pledges(new PledgeQuery { Pledger = Filter.Text(parameters, "who"), Status = Filter.Status(parameters), Today = record.Today });
        await Page(context, pledges, "pledges", (json, pledge) => ThreadJson.Write(json, pledge, record.Today));
    }

    public async Task Pledge(HttpContext context)
    {
        if ((await Threads(context)).Pledge(Id(context)) is not { } pledge)
        {
            await JsonAnswer.NotFound(context);
            return;
        }
        var (findings, decisions) = await record.Ask(ledger => ThreadFindings.Of(ledger, pledge, record.Today), context.RequestAborted);
        await JsonAnswer.Send(context, json =>
        {
            json.WriteStartObject();
            ThreadJson.WriteProperties(json, pledge, record.Today);
            ThreadJson.Findings(json, findings);
            ThreadJson.Decisions(json, decisions);
            json.WriteEndObject();
        });
    }

    public async Task Disputes(HttpContext context)
    {
        var parameters = context.Request.Query;
        var disputes = (await Threads(context)).Disputes(new DisputeQuery { Actor = Filter.Text(parameters, "who"), Subject = Filter.Text(parameters, "subject") });
        await Page(context, disputes, "disputes", ThreadJson.Write);
    }

    public async Task Dispute(HttpContext context)
    {
        if ((await Threads(context)).Dispute(Id(context)) is { } dispute) await JsonAnswer.Send(context, json => ThreadJson.Write(json, dispute));
        else await JsonAnswer.NotFound(context);
    }

    public async Task Claims(HttpContext context)
    {
        var claims = (await Threads(context)).Claims(new ClaimQuery { Speaker = Filter.Text(context.Request.Query, "who") });
        await Page(context, claims, "claims", ThreadJson.Write);
    }

    public async Task Claim(HttpContext context)
    {
        if ((await Threads(context)).Claim(Id(context)) is not { } claim)
        {
            await JsonAnswer.NotFound(context);
            return;
        }
        var (findings, decisions) = await record.Ask(ledger => ThreadFindings.Of(ledger, claim), context.RequestAborted);
        await JsonAnswer.Send(context, json =>
        {
            json.WriteStartObject();
            ThreadJson.WriteProperties(json, claim);
            ThreadJson.Findings(json, findings);
            ThreadJson.Decisions(json, decisions);
            json.WriteEndObject();
        });
    }

    private async Task<RecordedThreads> Threads(HttpContext context) => await record.Threads.Current(Freshness.HeadOf(context), context.RequestAborted)
        ?? throw new OnRecordException(DiagnosticCodes.LineFull, "Pledges and disputes are being joined over all articles of this ledger. Ask again in a minute.");

    private static string Id(HttpContext context) => (string)context.Request.RouteValues["id"]!;

    private static async Task Page<T>(HttpContext context, IReadOnlyList<T> all, string name, Action<Utf8JsonWriter, T> write)
    {
        var parameters = context.Request.Query;
        var size = RestApi.Size(context);
        var after = (int)Math.Min(Filter.Number(parameters, "after") ?? 0, int.MaxValue);
        await JsonAnswer.Send(context, json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("items");
            foreach (var item in all.Skip(after).Take(size)) write(json, item);
            json.WriteEndArray();
            var next = all.Count - size <= after ? null : Href.To("api", name).With("who", Filter.Text(parameters, "who")).With("status", Filter.Text(parameters, "status")).With("subject", Filter.Text(parameters, "subject")).With("size", size).With("after", (long)after + size).ToString();
            if (next is null) json.WriteNull("next");
            else json.WriteString("next", next);
            json.WriteEndObject();
        });
    }
}
