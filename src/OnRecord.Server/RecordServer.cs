using System.Net.Sockets;
using OnRecord.Language;
using OnRecord.Ledger;
using OnRecord.Server.Access;
using OnRecord.Server.Adding;
using OnRecord.Server.Mcp;
using OnRecord.Server.Rest;
using OnRecord.Server.Review;
using OnRecord.Server.Search;
using OnRecord.Server.Sending;
using OnRecord.Server.Web;

namespace OnRecord.Server;

/// <summary>Serves a ledger to browsers and programs until it is stopped.</summary>
public sealed class RecordServer : IAsyncDisposable
{
    private const long LargestBody = 8L * 1024 * 1024;

    // Citron's clients send whole articles in an address.
    private const int LongestLine = 256 * 1024;

    private readonly WebApplication app;
    private readonly CatalogueKeeper catalogue;
    private readonly Courier courier;
    private readonly IDisposable[] parts;

    // The parts are in the order they are let go of.
    private RecordServer(WebApplication app, CatalogueKeeper catalogue, Courier courier, params IDisposable[] parts) => (this.app, this.catalogue, this.courier, this.parts) = (app, catalogue, courier, parts);

    /// <summary>Where it listens, with the ports that were taken.</summary>
    public IReadOnlyList<string> Addresses => [.. app.Urls];

    /// <summary>Every route as its method and its path, such as <c>GET /search</c>.</summary>
    internal IReadOnlyList<string> Routes =>
        [.. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().SelectMany(route =>
            (route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []).Select(method => $"{method} {route.RoutePattern.RawText}"))];

    /// <summary>Opens the ledger, and makes it where it is missing, and begins to listen.</summary>
    /// <exception cref="OnRecordException">OR7001: an address cannot be listened at. OR7002: others reach it and there is no administrator. OR9001: others reach it and webhooks may lead to this machine. OR5001 to OR5011: the ledger cannot be opened.</exception>
    public static async Task<RecordServer> Start(ServerOptions options, CancellationToken cancellationToken = default)
    {
        if (!File.Exists(options.Ledger)) LedgerFile.OpenForWriting(options.Ledger, options.Time).Dispose();
        // Opened once before anybody asks: a ledger that cannot be served is an error of the command.
        LedgerReader.Open(options.Ledger).Dispose();
        foreach (var address in options.Addresses) Binding.Check(address);
        if (options is { HasLocalWebhooks: true, HasSignIn: true })
            throw new OnRecordException(DiagnosticCodes.Usage, "Webhooks to this machine are for a record that this machine alone is served: those who sign in would reach with them what they cannot reach themselves. Leave --local-webhooks out.");
        var server = Build(options, new AccessGate(options));
        try
        {
            // Counted before anybody asks: who is answered first does not wait for it.
            await server.catalogue.Current(cancellationToken);
            await server.app.StartAsync(cancellationToken);
            server.courier.Begin();
            return server;
        }
        catch (Exception error) when (error is IOException or SocketException or InvalidOperationException or UriFormatException)
        {
            await server.DisposeAsync();
            throw new OnRecordException(DiagnosticCodes.CannotListen, $"Cannot listen at {string.Join(", ", options.Addresses)}: {error.Message.TrimEnd('.')}. Stop the program that listens there, or give another address with --urls.", error);
        }
    }

    /// <summary>Serves until the token is cancelled, then ends what was begun and stops.</summary>
    public async Task Serve(CancellationToken stopping)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (stopping.Register(stopped.SetResult)) await stopped.Task;
        await app.StopAsync(CancellationToken.None);
    }

    /// <summary>Stops, and closes the ledger.</summary>
    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await courier.DisposeAsync();
        foreach (var part in parts) part.Dispose();
    }

    private static RecordServer Build(ServerOptions options, AccessGate gate)
    {
        var record = new Record(options.Ledger, options.Time);
        var catalogue = new CatalogueKeeper(record);
        var desk = new ReadingDesk(options);
        var fetch = new WebFetch();
        // Empty: no settings are taken from the environment or from a file in the working folder.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production });
        builder.Services.AddRoutingCore();
        Throttle.Add(builder.Services, options);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.Limits.MaxRequestLineSize = LongestLine;
        });
        builder.WebHost.UseUrls([.. options.Addresses]);
        var app = builder.Build();
        var operation = new Operation(record, options.Time);
        app.Use((context, next) => operation.Count(context, next));
        app.Use((context, next) => SafeHeaders.Add(context, next));
        var origin = new SameOrigin(options);
        app.Use((context, next) => origin.Check(context, next));
        app.UseRouting();
        app.Use((context, next) => gate.Check(context, next));
        if (options.HasSignIn) app.UseRateLimiter();
        new SignIn(gate, options).Map(app);
        var belongings = new Belongings(options.Ledger, options.Time);
        var shelf = new SearchShelf(belongings, gate);
        shelf.Map(app);
        var announcer = new Announcer(record, catalogue, belongings, options.Time, Site);
        var courier = new Courier(announcer, new WebhookSender(options.Time, address => WebhookAddress.MayConnect(address, options.HasLocalWebhooks)), belongings, options.Time);
        var webhooks = new WebhookDesk(options, record, catalogue, belongings, courier, Site);
        new WebhookRoutes(webhooks, gate).Map(app);
        new WebhookApi(webhooks, shelf, gate).Map(app);
        new RestApi(options, record, catalogue, desk, gate).Map(app);
        McpEndpoint.Map(app, new McpServer(options, record, catalogue, desk));
        operation.Map(app);
        new WebPages(record, catalogue, desk, fetch, new ReviewDesk(options, record), gate).Map(app);
        return new RecordServer(app, catalogue, courier, fetch, desk, catalogue, record, belongings, gate);

        string Site() => (options.Site?.AbsoluteUri ?? app.Urls.First()).TrimEnd('/');
    }
}
