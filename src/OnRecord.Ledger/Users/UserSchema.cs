using Microsoft.Data.Sqlite;
using OnRecord.Ledger.Sqlite;

namespace OnRecord.Ledger.Users;

/// <summary>The tables of the file of users, and how the file is opened.</summary>
internal static class UserSchema
{
    // "OnRu", as the ledger has "OnRc": neither is taken for the other.
    private const long ApplicationId = 0x4F6E5275;

    private const string Tables = """
        CREATE TABLE users (
            name TEXT PRIMARY KEY,
            role TEXT NOT NULL,
            salt BLOB NOT NULL,
            iterations INTEGER NOT NULL,
            hash BLOB NOT NULL,
            added TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE sessions (
            secret_sha256 BLOB PRIMARY KEY,
            user TEXT NOT NULL REFERENCES users (name) ON DELETE CASCADE,
            ends TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE tokens (
            id TEXT PRIMARY KEY,
            secret_sha256 BLOB NOT NULL UNIQUE,
            user TEXT NOT NULL REFERENCES users (name) ON DELETE CASCADE,
            role TEXT NOT NULL,
            purpose TEXT NOT NULL,
            made TEXT NOT NULL,
            ends TEXT
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE trail (
            number INTEGER PRIMARY KEY,
            moment TEXT NOT NULL,
            user TEXT NOT NULL,
            deed TEXT NOT NULL,
            about TEXT
        ) STRICT;
        CREATE TRIGGER trail_keep BEFORE UPDATE ON trail BEGIN SELECT RAISE(ABORT, 'the trail is never altered'); END;
        CREATE TRIGGER trail_stay BEFORE DELETE ON trail BEGIN SELECT RAISE(ABORT, 'the trail is never taken away'); END;
        PRAGMA application_id = 1332630133;
        """;

    private const string Searches = """
        CREATE TABLE searches (
            id TEXT PRIMARY KEY,
            user TEXT NOT NULL,
            name TEXT NOT NULL,
            query TEXT NOT NULL,
            saved TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX searches_by_user ON searches (user, name);
        """;

    private const string Webhooks = """
        CREATE TABLE webhooks (
            id TEXT PRIMARY KEY,
            search TEXT NOT NULL REFERENCES searches (id) ON DELETE CASCADE,
            user TEXT NOT NULL,
            address TEXT NOT NULL,
            secret BLOB NOT NULL,
            previous_secret BLOB,
            previous_until TEXT,
            made TEXT NOT NULL,
            is_paused INTEGER NOT NULL,
            seen INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX webhooks_by_user ON webhooks (user, made);
        CREATE INDEX webhooks_by_search ON webhooks (search);
        CREATE TABLE deliveries (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            webhook TEXT NOT NULL REFERENCES webhooks (id) ON DELETE CASCADE,
            body BLOB NOT NULL,
            statements INTEGER NOT NULL,
            made TEXT NOT NULL,
            state TEXT NOT NULL,
            attempts INTEGER NOT NULL,
            next TEXT NOT NULL,
            reason TEXT
        ) STRICT;
        CREATE INDEX deliveries_by_webhook ON deliveries (webhook, state, number);
        CREATE INDEX deliveries_by_time ON deliveries (next) WHERE state = 'waiting';
        """;

    /// <summary>Opens the file, and makes it where it is missing, for nobody but its owner to read.</summary>
    /// <exception cref="Language.OnRecordException">OR5002 to OR5007: it cannot be opened.</exception>
    public static LedgerConnection Open(string path) => Opening.Guarded(path, () =>
    {
        if (!File.Exists(path))
        {
            var owner = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) owner.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            new FileStream(path, owner).Dispose();
        }
        var connection = LedgerConnection.Open(path, SqliteOpenMode.ReadWrite, new LedgerOptions().Patience);
        try
        {
            connection.Run("PRAGMA foreign_keys = ON");
            connection.Transact(() =>
            {
                if (connection.Number("SELECT count(*) FROM sqlite_schema") == 0) connection.RunScript(Tables);
                if (IsUsers(connection) && connection.Number("SELECT count(*) FROM sqlite_schema WHERE name = 'searches'") == 0) connection.RunScript(Searches);
                if (IsUsers(connection) && connection.Number("SELECT count(*) FROM sqlite_schema WHERE name = 'webhooks'") == 0) connection.RunScript(Webhooks);
            });
            if (!IsUsers(connection)) throw LedgerErrors.Damaged(path, "it is no file of users");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    });

    private static bool IsUsers(LedgerConnection connection) => connection.Number("PRAGMA application_id") == ApplicationId;
}
