using System.Net;
using OnRecord.Ledger.Users;
using OnRecord.Server.Access;
using OnRecord.Server.Search;
using OnRecord.Server.Sending;
using OnRecord.Tests.Ledger;

namespace OnRecord.Tests.Server;

/// <summary>A ledger with saved searches and a courier that goes its rounds when a test says so.</summary>
internal sealed class Sendings : IAsyncDisposable
{
    public const string User = "vera";
    public const string Site = "https://record.example.org";

    private OnRecord.Server.Record? record;
    private CatalogueKeeper? catalogue;
    private Courier? courier;

    public Sendings() => Open();

    public LedgerFolder Ledger { get; } = new();

    public MovingTime Time { get; } = new(new DateTimeOffset(2024, 3, 5, 12, 0, 0, TimeSpan.Zero));

    public Belongings Belongings { get; private set; } = null!;

    /// <summary>Which addresses may be connected to.</summary>
    public Func<IPAddress, bool> MayConnect { get; set; } = IPAddress.IsLoopback;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async Task<(Webhook Webhook, string Secret)> Watch(string query, Uri address)
    {
        if (!File.Exists(Ledger.File)) Ledger.Write().Dispose();
        var search = Belongings.Searches.Save(User, "harbours", query);
        var counted = await catalogue!.Current(Token);
        return Belongings.Webhooks.Add(User, search.Id, address, Announcer.LastOf(counted))!.Value;
    }

    public Task Round() => courier!.Round(Token);

    public Task Try(string id) => courier!.Try(id, Token);

    public IReadOnlyList<Delivery> Deliveries(Webhook webhook) => Belongings.Outbox.Of(User, webhook.Id);

    /// <summary>Stops what serves and begins anew, as after a kill.</summary>
    public async Task Restart()
    {
        await Close();
        Open();
    }

    public async ValueTask DisposeAsync()
    {
        await Close();
        Ledger.Dispose();
    }

    private void Open()
    {
        record = new OnRecord.Server.Record(Ledger.File, Time);
        catalogue = new CatalogueKeeper(record);
        Belongings = new Belongings(Ledger.File, Time);
        courier = new Courier(new Announcer(record, catalogue, Belongings, Time, () => Site), new WebhookSender(Time, address => MayConnect(address)), Belongings, Time);
    }

    private async Task Close()
    {
        await courier!.DisposeAsync();
        Belongings.Dispose();
        catalogue!.Dispose();
        record!.Dispose();
    }
}
