using System.Globalization;
using OnRecord.Ledger.Chain;
using OnRecord.Ledger.Sqlite;

namespace OnRecord.Ledger.Schema;

/// <summary>Brings a ledger's schema to the version of the program.</summary>
internal static class Migration
{
    /// <summary>What marks a SQLite file as a ledger: <c>OnRc</c> in ASCII, in the header at byte 68.</summary>
    public const int ApplicationId = 0x4F6E5263;

    /// <summary>The schema version of a ledger; 0 for a file with nothing in it.</summary>
    public static int VersionOf(LedgerConnection connection) => (int)(connection.Number("PRAGMA user_version") ?? 0);

    /// <summary>
    /// Runs the steps that are missing, all or none. A ledger that has something in it is copied first, beside itself:
    /// <c>onrecord.db.version-1</c>.
    /// </summary>
    /// <returns>The path of the copy; null where none was needed.</returns>
    public static string? Run(LedgerConnection connection, string path, IReadOnlyList<Script> scripts)
    {
        var from = VersionOf(connection);
        if (from >= scripts.Count) return null;
        var copy = from == 0 ? null : FreePath(string.Create(CultureInfo.InvariantCulture, $"{path}.version-{from}"));
        if (copy is not null) connection.CopyTo(copy);
        connection.Transact(() =>
        {
            // Another process may have done it while this one waited for its turn.
            for (var next = VersionOf(connection); next < scripts.Count; next++)
            {
                Apply(connection, scripts[next]);
            }
        });
        return copy;
    }

    /// <summary>Runs one step and notes it.</summary>
    public static void Apply(LedgerConnection connection, Script script)
    {
        connection.RunScript(script.Sql);
        connection.Run("INSERT INTO schema_versions (version, name, sha256) VALUES (?1, ?2, ?3)", script.Version, script.Name, HashOf(script));
        connection.RunScript(string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {script.Version};"));
    }

    /// <summary>The hash a step is noted with.</summary>
    public static string HashOf(Script script) => Convert.ToHexStringLower(Entry.HashOf(script.Sql));

    private static string FreePath(string path)
    {
        // A copy of an earlier attempt is never written over.
        for (var n = 1; n < 1000; n++)
        {
            var free = n == 1 ? path : string.Create(CultureInfo.InvariantCulture, $"{path}-{n}");
            if (!File.Exists(free)) return free;
        }
        throw LedgerErrors.ReadOnly(path, "a thousand copies of older versions stand beside it");
    }
}
