using Microsoft.AspNetCore.Http.Features;
using OnRecord.Language;
using OnRecord.Ledger;

namespace OnRecord.Server.Rest;

/// <summary>The whole ledger in any of its forms, as <c>onrecord export</c> writes it; sent as it is read, with no bound.</summary>
internal static class LedgerExports
{
    public static void Map(IEndpointRouteBuilder routes, ServerOptions options) => routes.MapGet("/api/export/{form}", context => Send(context, options));

    private static async Task Send(HttpContext context, ServerOptions options)
    {
        var name = context.Request.RouteValues["form"] as string;
        var form = LedgerExport.Forms.FirstOrDefault(f => f.Name == name);
        if (form.Name is null)
        {
            await JsonAnswer.Problem(context, new OnRecordException(DiagnosticCodes.Usage, $"There is no form '{name}'. There are: {string.Join(", ", LedgerExport.Forms.Select(f => f.Name))}."));
            return;
        }
        context.Response.ContentType = form.Name == "parquet" ? form.MediaType : form.MediaType + "; charset=utf-8";
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"record.{form.Name}\"";
        // The writers write as they go; a thread of its own waits for a slow reader, and no other request does.
        if (context.Features.Get<IHttpBodyControlFeature>() is { } body) body.AllowSynchronousIO = true;
        await Task.Factory.StartNew(() =>
        {
            using var file = LedgerFile.OpenForReading(options.Ledger);
            using var buffered = new BufferedStream(context.Response.Body, 64 * 1024);
            LedgerExport.Write(file, form.Name, buffered, cancellationToken: context.RequestAborted);
        }, context.RequestAborted, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }
}
