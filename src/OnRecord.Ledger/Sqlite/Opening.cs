using System.Buffers.Binary;
using System.Globalization;
using Microsoft.Data.Sqlite;
using OnRecord.Language;
using OnRecord.Ledger.Schema;
using SQLitePCL;

namespace OnRecord.Ledger.Sqlite;

/// <summary>Opens a ledger after looking at what the file is.</summary>
internal static class Opening
{
    private const int HeaderLength = 100;

    /// <exception cref="OnRecordException">OR5001, OR5002, OR5003, OR5004 or OR5007.</exception>
    public static LedgerConnection ForWriting(string path, LedgerOptions options)
    {
        var full = Path.GetFullPath(path);
        if (Directory.Exists(full)) throw LedgerErrors.Damaged(path, "it is a folder");
        if (Path.GetDirectoryName(full) is { } folder && !Directory.Exists(folder)) throw LedgerErrors.ReadOnly(path, "its folder is not there");
        if (IsWriteProtected(full)) throw LedgerErrors.ReadOnly(path, "the file is write-protected");
        return Guarded(path, () =>
        {
            var isNew = !File.Exists(full) || new FileInfo(full).Length == 0;
            if (!isNew) CheckHeader(path, full);
            var connection = LedgerConnection.Open(full, isNew ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite, options.Patience);
            try
            {
                CheckIdentity(connection, path, options);
                connection.Run("PRAGMA journal_mode = WAL");
                // Safe against a crash of the program; a loss of power can take the last documents and breaks nothing.
                connection.Run("PRAGMA synchronous = NORMAL");
                // 16 MB of log before it is worked into the file: some hundred documents, and one wait for the disk.
                connection.Run("PRAGMA wal_autocheckpoint = 4000");
                // A step that makes a table anew would be held up by the rows that refer to it.
                connection.Run("PRAGMA foreign_keys = OFF");
                if (options.MaxPages is { } pages) connection.Run(string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count = {pages}"));
                Migration.Run(connection, full, options.Scripts);
                connection.Run("PRAGMA foreign_keys = ON");
                return connection;
            }
            catch
            {
                connection.Dispose();
                throw;
            }
        });
    }

    /// <exception cref="OnRecordException">OR5001, OR5002, OR5004 or OR5008.</exception>
    public static LedgerConnection ForReading(string path, LedgerOptions options)
    {
        var full = Path.GetFullPath(path);
        if (Directory.Exists(full)) throw LedgerErrors.Damaged(path, "it is a folder");
        if (!File.Exists(full)) throw LedgerErrors.Missing(path);
        return Guarded(path, () =>
        {
            CheckHeader(path, full);
            var connection = OpenUnaltered(full, options);
            try
            {
                CheckIdentity(connection, path, options);
                if (Migration.VersionOf(connection) < options.Scripts.Count)
                {
                    connection.Dispose();
                    ForWriting(path, options).Dispose();
                    connection = OpenUnaltered(full, options);
                }
                return connection;
            }
            catch
            {
                connection.Dispose();
                throw;
            }
        });
    }

    /// <summary>Does work on a ledger and says what SQLite's errors mean.</summary>
    public static T Guarded<T>(string path, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException error) when (LedgerErrors.Of(error, path) is { } meant)
        {
            throw meant;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new OnRecordException(DiagnosticCodes.Unreadable, $"The ledger {path} cannot be read: {error.Message}", error);
        }
    }

    // Opened for writing although nothing is written: only such a connection clears the write-ahead log away when it is
    // the last one. SQLite itself falls back to reading where the permissions say so. A folder that cannot be written
    // has no place for the log's index; there the file is opened as one that nobody alters, which holds as long as
    // there is no log.
    private static LedgerConnection OpenUnaltered(string full, LedgerOptions options)
    {
        LedgerConnection? connection = null;
        try
        {
            connection = LedgerConnection.Open(full, SqliteOpenMode.ReadWrite, options.Patience);
            connection.Number("SELECT count(*) FROM sqlite_schema");
            return connection;
        }
        catch (SqliteException error) when (error.SqliteErrorCode is raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY && !HasLog(full))
        {
            connection?.Dispose();
            return LedgerConnection.Open(new Uri(full).AbsoluteUri + "?immutable=1", SqliteOpenMode.ReadOnly, options.Patience);
        }
        catch
        {
            connection?.Dispose();
            throw;
        }
    }

    private static void CheckHeader(string path, string full)
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        long length;
        using (var file = new FileStream(full, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete))
        {
            length = file.Length;
            if (length == 0) throw LedgerErrors.Damaged(path, "it is empty");
            if (file.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) < HeaderLength || !header.StartsWith("SQLite format 3\0"u8))
            {
                throw LedgerErrors.Damaged(path, "it is not a SQLite file");
            }
        }
        // While there is a log, pages may stand there that the file does not have yet.
        if (HasLog(full)) return;
        var pageSize = BinaryPrimitives.ReadUInt16BigEndian(header[16..]) is var size && size == 1 ? 65536 : size;
        var expected = pageSize * (long)BinaryPrimitives.ReadUInt32BigEndian(header[28..]);
        var isCounted = header[24..28].SequenceEqual(header[92..96]);
        if (isCounted && length < expected)
        {
            throw LedgerErrors.Damaged(path, string.Create(CultureInfo.InvariantCulture, $"it is cut off, with {length} of {expected} bytes"));
        }
    }

    private static void CheckIdentity(LedgerConnection connection, string path, LedgerOptions options)
    {
        // One look: between two, another program that is making the ledger may finish, and a half of each is neither.
        connection.Run("BEGIN");
        var isBlank = connection.Number("SELECT count(*) FROM sqlite_schema") == 0;
        var application = connection.Number("PRAGMA application_id");
        var version = Migration.VersionOf(connection);
        connection.Run("COMMIT");
        isBlank &= application == 0 && version == 0;
        if (!isBlank && application != Migration.ApplicationId) throw LedgerErrors.Damaged(path, "it is a SQLite file of another program");
        if (version > options.Scripts.Count) throw LedgerErrors.Newer(path, version, options.Scripts.Count);
    }

    private static bool HasLog(string full) => new FileInfo(full + "-wal") is { Exists: true, Length: > 0 };

    // Looked at before SQLite is asked, since the root user may write what nobody should.
    private static bool IsWriteProtected(string full)
    {
        if (!File.Exists(full)) return false;
        if (OperatingSystem.IsWindows()) return File.GetAttributes(full).HasFlag(FileAttributes.ReadOnly);
        const UnixFileMode Write = UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;
        return (File.GetUnixFileMode(full) & Write) == 0;
    }
}
