using System.Globalization;
using Microsoft.Data.Sqlite;
using OnRecord.Language;
using SQLitePCL;

namespace OnRecord.Ledger.Sqlite;

/// <summary>Says what SQLite's errors mean for the person who runs the program.</summary>
internal static class LedgerErrors
{
    /// <summary>The error to throw in place of SQLite's; null where it is a defect of ours and stays what it is.</summary>
    public static OnRecordException? Of(SqliteException error, string path) => error.SqliteErrorCode switch
    {
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new OnRecordException(
            DiagnosticCodes.LedgerBusy,
            $"The ledger {path} is being written by another process and did not come free in time. Wait until the other one has ended and run the command again: what was recorded stays, and nothing is recorded twice.",
            error),
        raw.SQLITE_FULL => new OnRecordException(
            DiagnosticCodes.LedgerDiskFull,
            $"The disk has no room for what was to be recorded in the ledger {path}. Make room and run the command again: what was recorded before stays, and nothing is recorded twice.",
            error),
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => Damaged(path, error.Message, error),
        raw.SQLITE_READONLY or raw.SQLITE_CANTOPEN or raw.SQLITE_PERM => ReadOnly(path, "the file or its folder does not let this user write", error),
        raw.SQLITE_IOERR => new OnRecordException(
            DiagnosticCodes.LedgerDiskFailed,
            $"The disk failed under the ledger {path} (SQLite's error {error.SqliteExtendedErrorCode.ToString(CultureInfo.InvariantCulture)}). Check the disk or the network share, then run: onrecord verify --ledger {path}.",
            error),
        _ => null,
    };

    public static OnRecordException Damaged(string path, string what, Exception? inner = null) => new(
        DiagnosticCodes.LedgerDamaged,
        $"The file {path} is no ledger, or is damaged: {what}. Give another file with --ledger, or restore this one from a copy; onrecord verify says which entries of a damaged ledger hold.",
        inner);

    public static OnRecordException ReadOnly(string path, string why, Exception? inner = null) => new(
        DiagnosticCodes.LedgerReadOnly,
        $"The ledger {path} cannot be opened for writing: {why}. Change the permissions, or give another file with --ledger.",
        inner);

    public static OnRecordException Missing(string path) => new(
        DiagnosticCodes.LedgerMissing,
        $"The ledger {path} is not there. Make one with: onrecord read PATH --ledger {path}.");

    public static OnRecordException Newer(string path, long version, int known) => new(
        DiagnosticCodes.LedgerNewer,
        string.Create(CultureInfo.InvariantCulture, $"The ledger {path} has schema version {version}, and this program knows versions up to {known}. Install a newer OnRecord, or give another file with --ledger."));
}
