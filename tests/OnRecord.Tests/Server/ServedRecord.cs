using OnRecord.Models.English;
using OnRecord.Server;
using OnRecord.Tests.Ledger;

namespace OnRecord.Tests.Server;

/// <summary>A ledger served on a free port of this machine, with a client that asks it.</summary>
internal sealed class ServedRecord : IAsyncDisposable
{
    private readonly LedgerFolder folder;
    private readonly RecordServer server;

    private ServedRecord(LedgerFolder folder, RecordServer server)
    {
        this.folder = folder;
        this.server = server;
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(server.Addresses[0]) };
    }

    public HttpClient Client { get; }

    public LedgerFolder Ledger => folder;

    /// <summary>Every route as its method and its path.</summary>
    public IReadOnlyList<string> Routes => server.Routes;

    public static Task<ServedRecord> Of(params Reading[] readings) => Of(hasLocalWebhooks: false, readings);

    public static async Task<ServedRecord> Of(bool hasLocalWebhooks, params Reading[] readings)
    {
        var folder = new LedgerFolder();
        if (readings.Length > 0) folder.Record(readings);
        return new ServedRecord(folder, await RecordServer.Start(Options(folder.File, hasLocalWebhooks: hasLocalWebhooks), TestContext.Current.CancellationToken));
    }

    public static ServerOptions Options(string ledger, string address = "http://127.0.0.1:0", bool hasLocalWebhooks = false) => new()
    {
        Ledger = ledger,
        Addresses = [address],
        HasLocalWebhooks = hasLocalWebhooks,
        Models = EnglishModels.Set,
        Program = "0.1.0",
        User = "vera",
        Time = StillTime.Noon,
    };

    /// <summary>The body of an answer that must have the status.</summary>
    public async Task<string> Get(string address, int status = 200)
    {
        using var answer = await Client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        ((int)answer.StatusCode).Should().Be(status, $"{address} answered {body}");
        return body;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await server.DisposeAsync();
        folder.Dispose();
    }
}
