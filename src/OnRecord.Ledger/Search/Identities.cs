using OnRecord.Language;
using OnRecord.Ledger.Chain;
using OnRecord.Ledger.Sqlite;

namespace OnRecord.Ledger.Search;

/// <summary>Who is who by what the user has said: merges, splits and other names, in the order they were recorded.</summary>
internal sealed class Identities
{
    private readonly Dictionary<string, string> mergedInto = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);

    public static Identities Read(LedgerConnection connection)
    {
        var identities = new Identities();
        var rows = connection.Query("SELECT change, entity, target FROM entity_changes ORDER BY entry");
        while (rows.Next()) identities.Apply(new EntityChange(RecordWords<EntityChangeKind>.Read(rows.Text(0)), rows.Text(1), rows.TextOrNull(2)));
        return identities;
    }

    /// <summary>The key under which an entity is listed: its own, or that of the one it was merged into.</summary>
    public string Of(string key)
    {
        // A change that would close a circle is refused, so every way ends.
        while (mergedInto.TryGetValue(key, out var next)) key = next;
        return key;
    }

    /// <summary>The name that the user gave a key; null for none.</summary>
    public string? NameOf(string key) => names.GetValueOrDefault(key);

    /// <summary>The names that the user gave, by key.</summary>
    public IReadOnlyDictionary<string, string> Names => names;

    /// <exception cref="OnRecordException">OR6002: the change would go round in a circle, or there is nothing to take back.</exception>
    public void Check(EntityChange change)
    {
        switch (change.Kind)
        {
            case EntityChangeKind.Merge when Of(change.Target!) == Of(change.Entity):
                throw Refused($"'{change.Entity}' and '{change.Target}' are one already, so merging them would go round in a circle. Split them first, or leave them.");
            case EntityChangeKind.Split when !mergedInto.ContainsKey(change.Entity):
                throw Refused($"'{change.Entity}' was not merged into another, so there is nothing to split. 'onrecord speakers' lists who is listed by itself.");
        }
    }

    private void Apply(EntityChange change)
    {
        switch (change.Kind)
        {
            case EntityChangeKind.Merge:
                mergedInto[Of(change.Entity)] = change.Target!;
                break;
            case EntityChangeKind.Split:
                mergedInto.Remove(change.Entity);
                break;
            default:
                names[change.Entity] = change.Target!;
                break;
        }
    }

    private static OnRecordException Refused(string message) => new(DiagnosticCodes.EntityChangeRefused, message);
}
