namespace OnRecord.Server;

/// <summary>Keeps the tally: answers with the one there is, and brings it up to date where the ledger has gone on.</summary>
internal sealed class TallyKeeper(Record record) : IDisposable
{
    private readonly SemaphoreSlim counting = new(1);
    private volatile Tally current = Tally.Nothing;

    /// <summary>
    /// The tally as of the ledger's last entry. While one caller counts, the others are given the one before; only the
    /// very first count is waited for by all.
    /// </summary>
    public async Task<Tally> Current(CancellationToken cancellationToken)
    {
        var known = current;
        if (known.Head > 0 && await record.Ask(ledger => ledger.Head(), cancellationToken) == known.Head) return known;
        if (known.Head > 0 && counting.CurrentCount == 0) return known;
        await counting.WaitAsync(cancellationToken);
        try
        {
            return current = await record.Ask(ledger => current.Updated(ledger), cancellationToken);
        }
        finally
        {
            counting.Release();
        }
    }

    public void Dispose() => counting.Dispose();
}
