using System.Globalization;

namespace OnRecord.Server;

/// <summary>
/// Spares answers that a client has already. What a ledger shows is settled by its last entry, by the day, which pledges fall
/// due by, and by how far the articles are joined; these and the build of the program are the tag of every answer.
/// </summary>
internal static class Freshness
{
    private static readonly string Build = typeof(Freshness).Module.ModuleVersionId.ToString("N")[..8];

    /// <summary>Takes the tag off an answer that is made of a count which is not yet of the last entry.</summary>
    public static void Untag(HttpContext context) => context.Response.Headers.ETag = default;

    /// <summary>The tag of the answer; empty where it has none.</summary>
    public static string TagOf(HttpContext context) => context.Response.Headers.ETag.ToString();

    /// <summary>The last entry as of the answer's tag; 0 where it has none.</summary>
    public static long HeadOf(HttpContext context) => context.Items[typeof(Freshness)] is long head ? head : 0;

    /// <summary>Tags the answer; where the client has that very answer, says so and is done.</summary>
    public static async Task<bool> IsKnown(HttpContext context, Record record)
    {
        var head = await record.Ask(ledger => ledger.Head(), context.RequestAborted);
        var tag = string.Create(CultureInfo.InvariantCulture, $"W/\"{head}-{record.Today.DayNumber}-{record.Threads.Known?.Head ?? 0}-{Build}\"");
        context.Response.Headers.ETag = tag;
        context.Items[typeof(Freshness)] = head;
        context.Response.Headers.CacheControl = "no-cache";
        if (!context.Request.Headers.IfNoneMatch.ToString().Split(',', StringSplitOptions.TrimEntries).Contains(tag)) return false;
        context.Response.StatusCode = StatusCodes.Status304NotModified;
        return true;
    }
}
