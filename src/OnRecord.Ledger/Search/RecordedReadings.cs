using OnRecord.Ledger.Chain;
using OnRecord.Ledger.Sqlite;

namespace OnRecord.Ledger.Search;

/// <summary>Gives readings again as they were recorded.</summary>
internal static class RecordedReadings
{
    private const int ShortestPrefix = 8;
    private const int LengthOfHash = 64;

    /// <summary>The reading that stands for a document.</summary>
    /// <exception cref="FormatException">What is stored is not what was recorded.</exception>
    public static Reading? Standing(LedgerConnection connection, string sha256)
    {
        var content = connection.Text("SELECT e.content FROM standing_readings AS r JOIN entries AS e ON e.number = r.entry WHERE r.document = ?1", sha256);
        return content is null ? null : Of(connection, content);
    }

    /// <summary>A reading of the document whose hash begins so, with its place in the ledger; null for none.</summary>
    /// <exception cref="FormatException">What is stored is not what was recorded.</exception>
    public static RecordedReading? Of(LedgerConnection connection, string sha256, long? entry)
    {
        if (sha256.Length is < ShortestPrefix or > LengthOfHash || !sha256.All(char.IsAsciiHexDigitLower)) return null;
        // The hashes that begin so lie between it with all that is left 0 and all that is left f.
        var documents = connection.Query("SELECT sha256 FROM documents WHERE sha256 BETWEEN ?1 AND ?2 LIMIT 2", sha256, sha256.PadRight(LengthOfHash, 'f'));
        string? document = null;
        while (documents.Next())
        {
            if (document is not null)
            {
                documents.Reset();
                return null;
            }
            document = documents.Text(0);
        }
        if (document is null) return null;
        var readings = connection.Query("SELECT entry FROM readings WHERE document = ?1 ORDER BY entry DESC", document);
        var all = new List<long>();
        while (readings.Next()) all.Add(readings.Number(0));
        var standing = connection.Number("SELECT entry FROM standing_readings WHERE document = ?1", document);
        if ((entry ?? standing) is not { } wanted || !all.Contains(wanted)) return null;
        var json = connection.Text("SELECT content FROM entries WHERE number = ?1", wanted) ?? throw new FormatException("an entry is missing");
        var content = CanonicalJson.Read(json, CanonicalJson.Default.ReadingContent);
        return new RecordedReading { Entry = wanted, Run = content.Run, Read = RunCatalogue.Moment(content.Read), IsStanding = wanted == standing, All = all, Reading = Of(connection, json) };
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

    /// <summary>The readings recorded after an entry that stand for their documents, in the order of the ledger.</summary>
    /// <exception cref="FormatException">What is stored is not what was recorded.</exception>
    public static IEnumerable<Reading> StandingAfter(LedgerConnection connection, long entry)
    {
        var rows = connection.Query("""
            SELECT e.content FROM readings AS r JOIN entries AS e ON e.number = r.entry
            WHERE r.entry > ?1 AND r.entry = (SELECT n.entry FROM readings AS n WHERE n.document = r.document ORDER BY n.complete DESC, n.entry DESC LIMIT 1)
            ORDER BY r.entry
            """, entry);
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
