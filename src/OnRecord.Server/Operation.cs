using System.Globalization;
using OnRecord.Server.Access;

namespace OnRecord.Server;

/// <summary>What those who run the server ask: whether it lives, whether it can answer, and how much it did.</summary>
internal sealed class Operation(Record record, TimeProvider time)
{
    // The upper bounds of the buckets, in seconds.
    private static readonly double[] Bounds = [0.01, 0.03, 0.06, 0.1, 0.2, 0.5, 1, 5];

    private readonly long[] buckets = new long[Bounds.Length + 1];
    private readonly long[] statuses = new long[6];
    private long microseconds;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health", context => context.Response.WriteAsync("alive\n", context.RequestAborted)).WithMetadata(Needs.Nobody);
        routes.MapGet("/ready", Ready).WithMetadata(Needs.Nobody);
        routes.MapGet("/metrics", Metrics);
    }

    /// <summary>Counts an answer.</summary>
    public async Task Count(HttpContext context, RequestDelegate next)
    {
        var began = time.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            var took = time.GetElapsedTime(began);
            Interlocked.Add(ref microseconds, (long)took.TotalMicroseconds);
            var bucket = Array.FindIndex(Bounds, bound => took.TotalSeconds <= bound);
            Interlocked.Increment(ref buckets[bucket < 0 ? Bounds.Length : bucket]);
            Interlocked.Increment(ref statuses[Math.Clamp(context.Response.StatusCode / 100, 0, 5)]);
        }
    }

    private async Task Ready(HttpContext context)
    {
        try
        {
            var head = await record.Ask(ledger => ledger.Head(), context.RequestAborted);
            await context.Response.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"ready at entry {head}\n"), context.RequestAborted);
        }
        catch (Language.OnRecordException error)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            await context.Response.WriteAsync($"{error.Code}\n", context.RequestAborted);
        }
    }

    // The text format of Prometheus, version 0.0.4. No path and no name stands in it: what people look for is theirs.
    private async Task Metrics(HttpContext context)
    {
        var head = await record.Ask(ledger => ledger.Head(), context.RequestAborted);
        context.Response.ContentType = "text/plain; version=0.0.4; charset=utf-8";
        var text = new System.Text.StringBuilder("# HELP onrecord_requests_total Answers by the class of their status.\n# TYPE onrecord_requests_total counter\n");
        for (var i = 1; i < statuses.Length; i++) text.Append(CultureInfo.InvariantCulture, $"onrecord_requests_total{{status=\"{i}xx\"}} {Interlocked.Read(ref statuses[i])}\n");
        text.Append("# HELP onrecord_request_seconds How long answers took.\n# TYPE onrecord_request_seconds histogram\n");
        var sum = 0L;
        for (var i = 0; i < buckets.Length; i++)
        {
            sum += Interlocked.Read(ref buckets[i]);
            text.Append(CultureInfo.InvariantCulture, $"onrecord_request_seconds_bucket{{le=\"{(i < Bounds.Length ? Bounds[i].ToString(CultureInfo.InvariantCulture) : "+Inf")}\"}} {sum}\n");
        }
        text.Append(CultureInfo.InvariantCulture, $"onrecord_request_seconds_sum {Interlocked.Read(ref microseconds) / 1e6}\nonrecord_request_seconds_count {sum}\n");
        text.Append(CultureInfo.InvariantCulture, $"# HELP onrecord_ledger_entries Entries of the ledger.\n# TYPE onrecord_ledger_entries gauge\nonrecord_ledger_entries {head}\n");
        text.Append(CultureInfo.InvariantCulture, $"# HELP process_cpu_seconds_total Processor time that was used.\n# TYPE process_cpu_seconds_total counter\nprocess_cpu_seconds_total {Environment.CpuUsage.TotalTime.TotalSeconds:0.000}\n");
        text.Append(CultureInfo.InvariantCulture, $"# HELP onrecord_memory_bytes Memory of the process.\n# TYPE onrecord_memory_bytes gauge\nonrecord_memory_bytes {Environment.WorkingSet}\n");
        await context.Response.WriteAsync(text.ToString(), context.RequestAborted);
    }
}
