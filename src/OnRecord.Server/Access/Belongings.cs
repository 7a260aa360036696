using OnRecord.Ledger.Users;

namespace OnRecord.Server.Access;

/// <summary>What users keep beside the ledger: searches, webhooks, and what is to be sent to these. Opened when it is first needed.</summary>
internal sealed class Belongings(string path, TimeProvider time) : IDisposable
{
    private readonly Lock opening = new();
    private SavedSearches? searches;
    private Webhooks? webhooks;
    private Outbox? outbox;

    /// <summary>Whether anybody keeps anything: looking makes no file where nothing was ever saved.</summary>
    public bool IsThere => searches is not null || File.Exists(UserFile.PathOf(path));

    public SavedSearches Searches => Opened(ref searches, () => SavedSearches.Open(path, time));

    public Webhooks Webhooks => Opened(ref webhooks, () => Ledger.Users.Webhooks.Open(path, time));

    public Outbox Outbox => Opened(ref outbox, () => Ledger.Users.Outbox.Open(path, time));

    public void Dispose()
    {
        outbox?.Dispose();
        webhooks?.Dispose();
        searches?.Dispose();
    }

    private T Opened<T>(ref T? part, Func<T> open)
        where T : class
    {
        lock (opening) return part ??= open();
    }
}
