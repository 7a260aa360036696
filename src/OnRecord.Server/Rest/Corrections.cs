using OnRecord.Formats;
using OnRecord.Ledger;

namespace OnRecord.Server.Rest;

/// <summary>What people confirmed and corrected, as brat's annotations: what was rejected, and what nobody decided about, is left out.</summary>
internal sealed class Corrections(Record record)
{
    public async Task Send(HttpContext context)
    {
        var documents = await record.Ask(ledger => ledger.ReviewedDocuments(), context.RequestAborted);
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.ContentDisposition = "attachment; filename=\"corrections.ann\"";
        using var buffer = new MemoryStream();
        using var writer = RecordWriter.Create(RecordFormat.Brat, buffer);
        foreach (var sha256 in documents)
        {
            if (await record.Ask(ledger => Reviewed(ledger, sha256), context.RequestAborted) is not { } reading) continue;
            writer.Write(reading);
            await context.Response.Body.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), context.RequestAborted);
            buffer.SetLength(0);
        }
        writer.Finish();
        await context.Response.Body.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), context.RequestAborted);
    }

    private static Reading? Reviewed(LedgerReader ledger, string sha256)
    {
        if (ledger.Reading(sha256) is not { Reading: var reading }) return null;
        var standing = ledger.Decisions(reading).ToDictionary(decisions => decisions.Key, decisions => decisions.First(), StringComparer.Ordinal);
        return ReviewedReading.Of(reading with { Attributions = [.. reading.Attributions.Where(a => standing.ContainsKey(a.Id))] }, standing);
    }
}
