using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace OnRecord.Ledger.Sqlite;

/// <summary>
/// A prepared statement, bound by position. Microsoft.Data.Sqlite's own commands look each parameter up by name every
/// time and sleep 150 ms when the ledger is busy; a document has two hundred rows, so the ledger binds by itself.
/// </summary>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 db;
    private readonly sqlite3_stmt handle;

    public Statement(sqlite3 db, string sql)
    {
        this.db = db;
        Check(raw.sqlite3_prepare_v2(db, sql, out handle));
    }

    /// <summary>Makes it ready to run with these values: string, long, int, double, byte array or null.</summary>
    public Statement With(ReadOnlySpan<object?> values)
    {
        Reset();
        for (var i = 0; i < values.Length; i++)
        {
            Check(values[i] switch
            {
                null => raw.sqlite3_bind_null(handle, i + 1),
                string text => raw.sqlite3_bind_text(handle, i + 1, text),
                long number => raw.sqlite3_bind_int64(handle, i + 1, number),
                int number => raw.sqlite3_bind_int64(handle, i + 1, number),
                double number => raw.sqlite3_bind_double(handle, i + 1, number),
                byte[] bytes => raw.sqlite3_bind_blob(handle, i + 1, bytes),
                var other => throw new ArgumentException($"A {other.GetType().Name} is no value of a column.", nameof(values)),
            });
        }
        return this;
    }

    /// <summary>Goes to the next row; false, and ready for other values, where there is none.</summary>
    public bool Next()
    {
        var code = raw.sqlite3_step(handle);
        if (code == raw.SQLITE_ROW) return true;
        if (code != raw.SQLITE_DONE)
        {
            var error = ErrorOf(code);
            Reset();
            throw error;
        }
        Reset();
        return false;
    }

    /// <summary>Runs to the end, whatever rows there are.</summary>
    public void Run()
    {
        while (Next())
        {
        }
    }

    /// <summary>Lets go of the row it stands at, and of the lock that goes with it.</summary>
    // The code that reset returns is that of the last step, which has been thrown already.
    public void Reset() => raw.sqlite3_reset(handle);

    public bool IsNull(int column) => raw.sqlite3_column_type(handle, column) == raw.SQLITE_NULL;

    public long Number(int column) => raw.sqlite3_column_int64(handle, column);

    public double Real(int column) => raw.sqlite3_column_double(handle, column);

    // Through the bytes and not through the text function, which would stop at a NUL that somebody put there.
    public string Text(int column) => Encoding.UTF8.GetString(raw.sqlite3_column_blob(handle, column));

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    public byte[] Bytes(int column) => raw.sqlite3_column_blob(handle, column).ToArray();

    /// <summary>The value as it is stored, to be compared with the one it should be.</summary>
    public object? Value(int column) => raw.sqlite3_column_type(handle, column) switch
    {
        raw.SQLITE_NULL => null,
        raw.SQLITE_INTEGER => Number(column),
        raw.SQLITE_FLOAT => Real(column),
        raw.SQLITE_TEXT => Text(column),
        _ => Bytes(column),
    };

    public void Dispose() => handle.Dispose();

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK) throw ErrorOf(code);
    }

    private SqliteException ErrorOf(int code) => new(raw.sqlite3_errmsg(db).utf8_to_string(), code & 0xff, code);
}
