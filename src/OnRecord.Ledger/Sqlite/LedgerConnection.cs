using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace OnRecord.Ledger.Sqlite;

/// <summary>One connection to a ledger, with its prepared statements. Not safe to share between threads.</summary>
internal sealed class LedgerConnection : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly Dictionary<string, Statement> statements = new(StringComparer.Ordinal);

    private LedgerConnection(SqliteConnection connection) => this.connection = connection;

    /// <exception cref="SqliteException">The file cannot be opened.</exception>
    public static LedgerConnection Open(string dataSource, SqliteOpenMode mode, TimeSpan patience)
    {
        // A pooled connection would hold the file, and its write-ahead log, after the ledger is closed.
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = dataSource, Mode = mode, Pooling = false }.ToString());
        try
        {
            connection.Open();
            raw.sqlite3_busy_timeout(connection.Handle!, (int)patience.TotalMilliseconds);
            var opened = new LedgerConnection(connection);
            // Cells are checked as they are read, so that a damaged page is an error and not a wrong row.
            opened.Run("PRAGMA cell_size_check = ON");
            opened.Run("PRAGMA trusted_schema = OFF");
            // What is worked out on the way to an answer is small, and is nobody's to find on a disk.
            opened.Run("PRAGMA temp_store = MEMORY");
            return opened;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>A statement with its values, ready for <see cref="Statement.Next"/>. The same text is prepared once.</summary>
    public Statement Query(string sql, params ReadOnlySpan<object?> values)
    {
        if (!statements.TryGetValue(sql, out var statement))
        {
            statement = new Statement(connection.Handle!, sql);
            statements.Add(sql, statement);
        }
        return statement.With(values);
    }

    /// <summary>Runs one statement to its end.</summary>
    public void Run(string sql, params ReadOnlySpan<object?> values) => Query(sql, values).Run();

    /// <summary>Runs a script of several statements.</summary>
    public void RunScript(string sql)
    {
        var code = raw.sqlite3_exec(connection.Handle!, sql);
        if (code != raw.SQLITE_OK) throw new SqliteException(raw.sqlite3_errmsg(connection.Handle!).utf8_to_string(), code & 0xff, code);
    }

    /// <summary>The number in the first column of the first row; null where there is none.</summary>
    public long? Number(string sql, params ReadOnlySpan<object?> values)
    {
        var rows = Query(sql, values);
        long? number = rows.Next() && !rows.IsNull(0) ? rows.Number(0) : null;
        rows.Reset();
        return number;
    }

    /// <summary>The text in the first column of the first row; null where there is none.</summary>
    public string? Text(string sql, params ReadOnlySpan<object?> values)
    {
        var rows = Query(sql, values);
        var text = rows.Next() ? rows.TextOrNull(0) : null;
        rows.Reset();
        return text;
    }

    /// <summary>Does all of the work or nothing of it. The right to write is taken first, so that what is read inside stays true.</summary>
    public void Transact(Action work)
    {
        Run("BEGIN IMMEDIATE");
        try
        {
            work();
            Run("COMMIT");
        }
        catch
        {
            // A full disk ends the transaction by itself.
            if (raw.sqlite3_get_autocommit(connection.Handle!) == 0) Run("ROLLBACK");
            throw;
        }
    }

    /// <summary>Writes all that is committed to another file.</summary>
    public void CopyTo(string path) => Run("VACUUM INTO ?1", path);

    public void Dispose()
    {
        foreach (var statement in statements.Values) statement.Dispose();
        connection.Dispose();
    }
}
