using OnRecord.Ledger.Chain;
using OnRecord.Ledger.Sqlite;

namespace OnRecord.Ledger.Search;

/// <summary>Gives readings again as they were recorded.</summary>
internal static class RecordedReadings
{
    /// <summary>The reading that stands for a document.</summary>
    /// <exception cref="FormatException">What is stored is not what was recorded.</exception>
    public static Reading? Standing(LedgerConnection connection, string sha256)
    {
        var content = connection.Text("SELECT e.content FROM standing_readings AS r JOIN entries AS e ON e.number = r.entry WHERE r.document = ?1", sha256);
        return content is null ? null : Of(connection, content);
    }

    /// <summary>The standing readings of all documents, in the order of the ledger.</summary>
    /// <exception cref="FormatException">What is stored is not what was recorded.</exception>
    public static IEnumerable<Reading> All(LedgerConnection connection)
    {
        var rows = connection.Query("""
            SELECT e.content FROM documents AS d JOIN standing_readings AS r ON r.document = d.sha256 JOIN entries AS e ON e.number = r.entry ORDER BY d.entry
            """);
        try
        {
            while (rows.Next()) yield return Of(connection, rows.Text(0));
        }
        finally
        {
            rows.Reset();
        }
    }

    private static Reading Of(LedgerConnection connection, string json)
    {
        var content = CanonicalJson.Read(json, CanonicalJson.Default.ReadingContent);
        var size = connection.Number("SELECT size FROM documents WHERE sha256 = ?1", content.Result.Document) ?? 0;
        var original = Archive.Read(connection, content.Result.Document, size);
        return ReadingForm.Read(content, original, TextOf(connection, content, original));
    }

    /// <summary>The text of a reading, out of the archive; null where it has none.</summary>
    /// <exception cref="FormatException">What is stored is not what was recorded.</exception>
    public static string? TextOf(LedgerConnection connection, ReadingContent content, byte[] original)
    {
        if (content.Result.Article is not { } article) return null;
        var bytes = article.Text.Archived is { } sha256 ? Archive.Read(connection, sha256, article.Text.Length * 3L) : original;
        return ArchivedText.Read(article.Text, article.Charset, bytes);
    }
}
