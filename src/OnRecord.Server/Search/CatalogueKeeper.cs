namespace OnRecord.Server.Search;

/// <summary>Keeps the catalogue: answers with the one there is, and brings it up to date where the ledger has gone on.</summary>
internal sealed class CatalogueKeeper(Record record) : IDisposable
{
    private readonly SemaphoreSlim counting = new(1);
    private CatalogueBuilder builder = new();
    private volatile Catalogue? current;

    /// <summary>
    /// The catalogue as of the ledger's last entry. While one caller counts, the others are given the one before; only the
    /// very first count is waited for by all.
    /// </summary>
    public async Task<Catalogue> Current(CancellationToken cancellationToken)
    {
        if (current is { } known && (counting.CurrentCount == 0 || await record.Ask(ledger => ledger.Head(), cancellationToken) == known.Head)) return known;
        await counting.WaitAsync(cancellationToken);
        try
        {
            return current = await record.Ask(Updated, cancellationToken);
        }
        finally
        {
            counting.Release();
        }
    }

    public void Dispose() => counting.Dispose();

    private Catalogue Updated(Ledger.LedgerReader ledger)
    {
        if (current is { } known && ledger.Head() == known.Head) return known;
        var going = builder.CanGoOn(ledger) ? builder : new CatalogueBuilder();
        // What is left behind by an error in the middle is no count of anything.
        builder = new CatalogueBuilder();
        var updated = going.Update(ledger);
        builder = going;
        return updated;
    }
}
