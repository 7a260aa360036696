using Microsoft.Data.Sqlite;
using OnRecord.Language;
using OnRecord.Ledger.Schema;

namespace OnRecord.Ledger.Sqlite;

/// <summary>Compares a ledger's tables, views and triggers with those the program makes.</summary>
internal static class SchemaCheck
{
    /// <exception cref="BrokenLedgerException">They differ.</exception>
    public static void Run(LedgerConnection connection, IReadOnlyList<Script> scripts)
    {
        using var fresh = LedgerConnection.Open(":memory:", SqliteOpenMode.Memory, TimeSpan.Zero);
        foreach (var script in scripts) Migration.Apply(fresh, script);
        if (connection.Text("PRAGMA encoding") != "UTF-8") throw new BrokenLedgerException(DiagnosticCodes.LedgerDamaged, "The header of the file says another encoding than UTF-8.");
        // Statistics that ANALYZE keeps are nobody's record.
        const string Objects = "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT GLOB 'sqlite_stat*' ORDER BY type, name";
        Compare(connection, fresh, Objects, "The schema");
        Compare(connection, fresh, "SELECT version, name, sha256, NULL FROM schema_versions ORDER BY version", "The table schema_versions");
    }

    private static void Compare(LedgerConnection connection, LedgerConnection fresh, string sql, string what)
    {
        var stored = connection.Query(sql);
        var expected = fresh.Query(sql);
        while (expected.Next())
        {
            if (!stored.Next()) throw new BrokenLedgerException(DiagnosticCodes.LedgerDamaged, $"{what} lacks {expected.Text(1)}.");
            for (var column = 0; column < 4; column++)
            {
                if (!Equals(stored.Value(column), expected.Value(column))) throw new BrokenLedgerException(DiagnosticCodes.LedgerDamaged, $"{what} is not what the program makes, at {expected.Text(1)}.");
            }
        }
        if (stored.Next()) throw new BrokenLedgerException(DiagnosticCodes.LedgerDamaged, $"{what} has something that the program does not make.");
    }
}
