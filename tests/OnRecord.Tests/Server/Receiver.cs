using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace OnRecord.Tests.Server;

/// <summary>A receiver of webhooks on a free port of this machine, which answers as it is told to.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly ConcurrentQueue<Received> messages = new();
    private LocalSite? site;

    /// <summary>The status it answers with.</summary>
    public int Status { get; set; } = 204;

    /// <summary>Where it redirects to; null for nowhere.</summary>
    public string? Location { get; set; }

    public Uri Address => new(site!.Address + "hook");

    public IReadOnlyList<Received> Messages => [.. messages];

    public static async Task<Receiver> Start()
    {
        var receiver = new Receiver();
        receiver.site = await LocalSite.Start(receiver.Take);
        return receiver;
    }

    public ValueTask DisposeAsync() => site!.DisposeAsync();

    private async Task Take(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var headers = context.Request.Headers;
        messages.Enqueue(new Received(headers["webhook-id"].ToString(), headers["webhook-timestamp"].ToString(), headers["webhook-signature"].ToString(), await reader.ReadToEndAsync(context.RequestAborted)));
        context.Response.StatusCode = Status;
        if (Location is not null) context.Response.Headers.Location = Location;
    }
}
