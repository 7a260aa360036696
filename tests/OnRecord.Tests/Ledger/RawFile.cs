using System.Text;
using Microsoft.Data.Sqlite;
using OnRecord.Ledger.Sqlite;

namespace OnRecord.Tests.Ledger;

/// <summary>Reaches into a ledger file as somebody with a hex editor or the SQLite shell would.</summary>
internal static class RawFile
{
    public static long Count(string path, string table)
    {
        using var connection = LedgerConnection.Open(path, SqliteOpenMode.ReadWrite, TimeSpan.FromSeconds(1));
        return connection.Number($"SELECT count(*) FROM {table}") ?? 0;
    }

    public static void Run(string path, string sql)
    {
        using var connection = LedgerConnection.Open(path, SqliteOpenMode.ReadWrite, TimeSpan.FromSeconds(1));
        connection.RunScript(sql);
    }

    /// <summary>Changes one bit of every place where the words stand.</summary>
    /// <returns>How many places there were.</returns>
    public static int Alter(string path, ReadOnlySpan<byte> words, int at = 1)
    {
        var bytes = File.ReadAllBytes(path);
        var places = 0;
        for (var from = 0; bytes.AsSpan(from).IndexOf(words) is var found && found >= 0; from += found + 1)
        {
            bytes[from + found + at] ^= 1;
            places++;
        }
        File.WriteAllBytes(path, bytes);
        return places;
    }

    public static int Alter(string path, string words, int at = 1) => Alter(path, Encoding.UTF8.GetBytes(words), at);
}
