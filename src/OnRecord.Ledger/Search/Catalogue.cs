using OnRecord.Knowledge;
using OnRecord.Language;
using OnRecord.Ledger.Chain;
using OnRecord.Ledger.Sqlite;

namespace OnRecord.Ledger.Search;

/// <summary>Lists what the ledger has: documents, speakers, failures.</summary>
internal static class Catalogue
{
    private const int ShortestPrefix = 4;

    private const string DocumentColumns = """
        SELECT d.sha256, (SELECT o.path FROM occurrences AS o WHERE o.document = d.sha256 ORDER BY o.entry LIMIT 1), r.url, r.title, r.publisher,
            r.published, r.language, d.size, (SELECT count(*) FROM attributions AS a WHERE a.reading = r.entry),
            (SELECT count(*) FROM readings AS n WHERE n.document = d.sha256), (SELECT count(*) FROM failures AS f WHERE f.entry = r.entry), d.entry
        """;

    public static IReadOnlyList<DocumentRow> Documents(LedgerConnection connection) =>
        DocumentsOf(connection.Query(DocumentColumns + " FROM documents AS d JOIN standing_readings AS r ON r.document = d.sha256 ORDER BY d.entry"));

    /// <summary>The documents met last, and of those the ones before a given entry.</summary>
    public static IReadOnlyList<DocumentRow> LastDocuments(LedgerConnection connection, string? publisher, long? before, int size) =>
        DocumentsOf(connection.Query(
            DocumentColumns + """
             FROM documents AS d CROSS JOIN readings AS r ON r.document = d.sha256
            WHERE d.entry < ?1 AND (?2 IS NULL OR r.publisher = ?2)
                AND r.entry = (SELECT n.entry FROM readings AS n WHERE n.document = d.sha256 ORDER BY n.complete DESC, n.entry DESC LIMIT 1)
            ORDER BY d.entry DESC LIMIT ?3
            """,
            before ?? long.MaxValue,
            publisher,
            (long)size));

    private static List<DocumentRow> DocumentsOf(Statement rows)
    {
        var documents = new List<DocumentRow>();
        while (rows.Next())
        {
            documents.Add(new DocumentRow
            {
                Entry = rows.Number(11),
                Sha256 = rows.Text(0),
                Path = rows.Text(1),
                Url = StatementSearch.Address(rows.TextOrNull(2)),
                Title = rows.TextOrNull(3),
                Publisher = rows.TextOrNull(4),
                Published = ReadingForm.Date(rows.TextOrNull(5)),
                Language = rows.TextOrNull(6),
                Bytes = rows.Number(7),
                Statements = (int)rows.Number(8),
                Readings = (int)rows.Number(9),
                Failures = (int)rows.Number(10),
            });
        }
        return documents;
    }

    // One row for each entity of the knowledge, and for each name that only documents know; what the user merged is one.
    public static IReadOnlyList<SpeakerRow> Speakers(LedgerConnection connection)
    {
        var identities = Identities.Read(connection);
        var rows = connection.Query("""
            SELECT coalesce(e.knowledge, e.name), e.name, count(*), sum(a.kind = 'direct'), r.document, r.published
            FROM standing_readings AS r JOIN attributions AS a ON a.reading = r.entry JOIN entities AS e ON e.reading = r.entry AND e.id = a.speaker
            GROUP BY r.entry, e.id ORDER BY r.entry, e.id
            """);
        var tallies = new Dictionary<string, SpeakerTally>(StringComparer.Ordinal);
        while (rows.Next())
        {
            var key = identities.Of(rows.Text(0));
            if (!tallies.TryGetValue(key, out var tally)) tallies[key] = tally = new SpeakerTally(key);
            tally.Add(rows.Text(1), (int)rows.Number(2), (int)rows.Number(3), rows.Text(4), ReadingForm.Date(rows.TextOrNull(5)));
        }
        return [.. tallies.Values.Select(t => t.Row(identities.NameOf(t.Key))).OrderByDescending(r => r.Statements).ThenBy(r => r.Name, StringComparer.Ordinal)];
    }

    public static IReadOnlyList<UnnamedSourceRow> UnnamedSources(LedgerConnection connection)
    {
        var rows = connection.Query("""
            SELECT lower(a.description), count(*), count(DISTINCT r.document), min(r.published), max(r.published)
            FROM standing_readings AS r JOIN attributions AS a ON a.reading = r.entry WHERE a.description IS NOT NULL
            GROUP BY lower(a.description) ORDER BY count(*) DESC, lower(a.description)
            """);
        var sources = new List<UnnamedSourceRow>();
        while (rows.Next())
        {
            sources.Add(new UnnamedSourceRow
            {
                Description = rows.Text(0),
                Statements = (int)rows.Number(1),
                Documents = (int)rows.Number(2),
                First = ReadingForm.Date(rows.TextOrNull(3)),
                Last = ReadingForm.Date(rows.TextOrNull(4)),
            });
        }
        return sources;
    }

    public static IReadOnlyList<AddedFacts> Knowledge(LedgerConnection connection)
    {
        var rows = connection.Query("SELECT e.content FROM knowledge AS k JOIN entries AS e ON e.number = k.entry ORDER BY k.entry");
        var found = new List<AddedFacts>();
        while (rows.Next())
        {
            var content = CanonicalJson.Read(rows.Text(0), CanonicalJson.Default.KnowledgeContent);
            found.Add(AddedFacts.Kept(content.Name, content.Concept, content.Table));
        }
        return found;
    }

    public static IReadOnlyList<FailureRow> Failures(LedgerConnection connection) =>
        FailuresOf(connection.Query("SELECT entry, document, path, code, message, seen FROM failures ORDER BY entry, ordinal"));

    /// <summary>The failures recorded last, and of those the ones before a given entry.</summary>
    public static IReadOnlyList<FailureRow> LastFailures(LedgerConnection connection, long? before, int size) => FailuresOf(connection.Query(
        "SELECT entry, document, path, code, message, seen FROM failures WHERE entry < ?1 ORDER BY entry DESC, ordinal DESC LIMIT ?2", before ?? long.MaxValue, (long)size));

    private static List<FailureRow> FailuresOf(Statement rows)
    {
        var failures = new List<FailureRow>();
        while (rows.Next())
        {
            failures.Add(new FailureRow
            {
                Entry = rows.Number(0),
                Document = rows.TextOrNull(1),
                Failure = new Failure(rows.Text(2), rows.Text(3), rows.Text(4)),
                Seen = RunCatalogue.Moment(rows.Text(5)),
            });
        }
        return failures;
    }

    /// <summary>The hash of the document that a person means by a path, the beginning of a hash, or a file name; null for none.</summary>
    /// <exception cref="OnRecordException">OR5010: it could be several.</exception>
    public static string? Find(LedgerConnection connection, string document)
    {
        // Other bytes may have stood at the path before: the last ones met there are meant.
        if (connection.Text("SELECT document FROM occurrences WHERE path = ?1 ORDER BY entry DESC LIMIT 1", document) is { } atPath) return atPath;
        var found = document.Length >= ShortestPrefix && document.All(char.IsAsciiHexDigit)
            ? Several(connection, "SELECT sha256 FROM documents WHERE substr(sha256, 1, length(?1)) = ?1 ORDER BY entry LIMIT 3", document.ToLowerInvariant())
            : [];
        if (found.Count == 0)
        {
            found = Several(
                connection,
                """
                SELECT DISTINCT o.document FROM occurrences AS o
                WHERE substr(o.path, -length(?1) - 1) IN ('/' || ?1, '\' || ?1)
                    AND o.entry = (SELECT max(n.entry) FROM occurrences AS n WHERE n.path = o.path) ORDER BY o.entry LIMIT 3
                """,
                document);
        }
        return found.Count switch
        {
            0 => null,
            1 => found[0],
            _ => throw new OnRecordException(DiagnosticCodes.SeveralInLedger, $"'{document}' could be more than one document: {string.Join(", ", found.Take(2).Select(f => f[..12]))}{(found.Count > 2 ? " …" : "")}. Give the whole path, or more of the hash; onrecord documents lists them."),
        };
    }

    private static List<string> Several(LedgerConnection connection, string sql, string value)
    {
        var rows = connection.Query(sql, value);
        var found = new List<string>();
        while (rows.Next()) found.Add(rows.Text(0));
        return found;
    }
}
