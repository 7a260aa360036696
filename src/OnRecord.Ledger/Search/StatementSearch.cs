using OnRecord.Language;
using OnRecord.Language.Text;
using OnRecord.Ledger.Chain;
using OnRecord.Ledger.Sqlite;

namespace OnRecord.Ledger.Search;

/// <summary>Finds statements in the standing readings.</summary>
internal static class StatementSearch
{
    private const string Columns = """
        SELECT a.id, d.sha256, (SELECT o.path FROM occurrences AS o WHERE o.document = d.sha256 ORDER BY o.entry LIMIT 1),
            r.url, r.title, r.publisher, r.published, a.name, a.kind, e.name, a.unresolved, a.confidence,
            a.role, (SELECT b.name FROM entities AS b WHERE b.reading = a.reading AND b.id = a.on_behalf_of),
            (SELECT t.name FROM entities AS t WHERE t.reading = a.reading AND t.id = a.addressee), a.venue, a.said, a.description, e.knowledge, a.reading
        """;

    private const string One = """
         FROM attributions AS a JOIN readings AS r ON r.entry = a.reading JOIN documents AS d ON d.sha256 = r.document
            LEFT JOIN entities AS e ON e.reading = a.reading AND e.id = a.speaker
        """;

    private static readonly string Cutting = Snippets.Cutting("statement_index");

    /// <summary>The statements, by day of publication with the newest first, or in the order of the ledger.</summary>
    /// <exception cref="OnRecordException">OR9001: the query cannot be asked.</exception>
    public static IEnumerable<StatementRow> Find(LedgerConnection connection, StatementQuery query, bool newestFirst)
    {
        if (query.Limit is < 1) throw new OnRecordException(DiagnosticCodes.Usage, "The limit of a search is below 1. Give 1 or more, or none for all.");
        var conditions = new StatementConditions(query);
        if (conditions.IsImpossible) return [];
        var order = newestFirst ? " ORDER BY r.published IS NULL, r.published DESC, d.entry, a.id" : " ORDER BY d.entry, a.id";
        return Read(connection, conditions, order, query.Limit);
    }

    /// <summary>The numbers of the statements that have the words, what was recorded last first. They are found one by one, as they are asked for.</summary>
    /// <exception cref="OnRecordException">OR9001: the words cannot be looked for.</exception>
    /// <exception cref="ArgumentException">There are no words to look for.</exception>
    public static IEnumerable<long> Matches(LedgerConnection connection, string? text, string? speaker, long? before)
    {
        var words = SearchText.Query(text, speaker) ?? throw new ArgumentException("There are no words to look for.", nameof(text));
        return words.Length == 0 ? [] : Numbers(connection, words, before);
    }

    /// <summary>Statements by their numbers, each with a cutting around the words where there are any.</summary>
    /// <exception cref="OnRecordException">OR9001: the words cannot be looked for.</exception>
    public static IReadOnlyList<StatementRow> Numbered(LedgerConnection connection, IReadOnlyList<long> numbers, string? text, string? speaker) =>
        Cut(connection, [.. numbers.SelectMany(number => Read(connection, $"{Columns}, NULL{One} WHERE a.id = ?1", [number]))], text, speaker);

    /// <summary>The same statements, each with a cutting around the words where there are any.</summary>
    /// <exception cref="OnRecordException">OR9001: the words cannot be looked for.</exception>
    public static IReadOnlyList<StatementRow> Cut(LedgerConnection connection, IReadOnlyList<StatementRow> rows, string? text, string? speaker)
    {
        var words = SearchText.Query(text, speaker);
        if (string.IsNullOrEmpty(words) || rows.Count == 0) return rows;
        var cuttings = Snippets.Of(connection, rows, words);
        return [.. rows.Select(row => row with { Snippet = cuttings.TryGetValue(row.Number, out var marked) ? Snippets.Read(marked) : null })];
    }

    /// <summary>One statement by its reading and its name there, whether the reading stands or not; null for none.</summary>
    public static StatementRow? Single(LedgerConnection connection, long reading, string attribution) =>
        Read(connection, $"{Columns}, NULL{One} WHERE a.reading = ?1 AND a.name = ?2", [reading, attribution]).FirstOrDefault();

    /// <summary>Whether an earlier reading of its document has a statement with its content in the same place.</summary>
    public static bool IsReadAnew(LedgerConnection connection, long number) => connection.Number($"""
        SELECT 1 FROM attributions AS n JOIN readings AS r ON r.entry = n.reading JOIN readings AS o ON o.document = r.document AND o.entry < r.entry JOIN attributions AS a ON a.reading = o.entry
        WHERE n.id = ?1 AND {DecisionSearch.Place} = (SELECT group_concat(m.start || '-' || m.stop, ' ' ORDER BY m.ordinal) FROM spans AS m WHERE m.attribution = n.id AND m.role = 'content') LIMIT 1
        """, number) is not null;

    /// <summary>What the speaker of a statement said in all standing readings, in the order of the ledger; the statement alone where it has no speaker.</summary>
    public static List<StatementRow> OfSpeakerOf(LedgerConnection connection, string document, string attribution, Identities identities)
    {
        const string From = " FROM standing_readings AS r JOIN documents AS d ON d.sha256 = r.document JOIN attributions AS a ON a.reading = r.entry LEFT JOIN entities AS e ON e.reading = a.reading AND e.id = a.speaker";
        var asked = Read(connection, $"{Columns}, NULL{From} WHERE d.sha256 = ?1 AND a.name = ?2", [document, attribution]).ToList();
        if (asked.Count == 0 || asked[0].Speaker is not { } speaker) return asked;
        var key = identities.Of(asked[0].Knowledge ?? speaker);
        // Who was merged into the same one is looked for under every key.
        var keys = new HashSet<string>(StringComparer.Ordinal) { key };
        var rows = connection.Query("SELECT DISTINCT coalesce(knowledge, name) FROM entities");
        while (rows.Next())
        {
            if (identities.Of(rows.Text(0)) == key) keys.Add(rows.Text(0));
        }
        return [.. keys.Order(StringComparer.Ordinal).SelectMany(k => Read(connection, $"{Columns}, NULL{From} WHERE coalesce(e.knowledge, e.name) = ?1 ORDER BY d.entry, a.id", [k]).ToList())];
    }

    private static IEnumerable<long> Numbers(LedgerConnection connection, string words, long? before)
    {
        var rows = connection.Query("SELECT rowid FROM statement_index WHERE statement_index MATCH ?1 AND rowid < ?2 ORDER BY rowid DESC", words, before ?? long.MaxValue);
        try
        {
            while (rows.Next()) yield return rows.Number(0);
        }
        finally
        {
            rows.Reset();
        }
    }

    private static IEnumerable<StatementRow> Read(LedgerConnection connection, StatementConditions conditions, string order, int? limit)
    {
        var rows = limit is { } most ? $" LIMIT {conditions.Parameter((long)most)}" : "";
        return Read(connection, $"{Columns}, {(conditions.IsOfWords ? Cutting : "NULL")}{conditions.Sql}{order}{rows}", conditions.Values);
    }

    private static IEnumerable<StatementRow> Read(LedgerConnection connection, string sql, object?[] values)
    {
        // Most ledgers have none: asked once, and not for every row.
        var hasDecisions = connection.Number("SELECT 1 FROM decisions LIMIT 1") is not null;
        var rows = connection.Query(sql, values);
        try
        {
            while (rows.Next())
            {
                var (source, cue, content) = SpansOf(connection, rows.Number(0));
                yield return new StatementRow
                {
                    Number = rows.Number(0),
                    Reading = rows.Number(19),
                    Document = rows.Text(1),
                    Path = rows.Text(2),
                    Url = Address(rows.TextOrNull(3)),
                    Title = rows.TextOrNull(4),
                    Publisher = rows.TextOrNull(5),
                    Published = ReadingForm.Date(rows.TextOrNull(6)),
                    Attribution = rows.Text(7),
                    Kind = RecordWords<AttributionKind>.Read(rows.Text(8)),
                    Speaker = rows.TextOrNull(9),
                    Unresolved = rows.TextOrNull(10),
                    Confidence = rows.Real(11),
                    Source = source,
                    Cue = cue,
                    Content = content,
                    Decision = hasDecisions ? DecisionSearch.Standing(connection, rows.Text(1), content) : null,
                    Role = rows.TextOrNull(12),
                    OnBehalfOf = rows.TextOrNull(13),
                    Addressee = rows.TextOrNull(14),
                    Venue = rows.TextOrNull(15),
                    When = ReadingForm.Date(rows.TextOrNull(16)),
                    SourceDescription = rows.TextOrNull(17),
                    Knowledge = rows.TextOrNull(18),
                    Snippet = rows.TextOrNull(20) is { } marked ? Snippets.Read(marked) : null,
                };
            }
        }
        finally
        {
            rows.Reset();
        }
    }

    private static (List<RecordedWords> Source, List<RecordedWords> Cue, List<RecordedWords> Content) SpansOf(LedgerConnection connection, long attribution)
    {
        var (source, cue, content) = (new List<RecordedWords>(), new List<RecordedWords>(), new List<RecordedWords>());
        var rows = connection.Query("SELECT role, start, stop, words FROM spans WHERE attribution = ?1 ORDER BY role, ordinal", attribution);
        while (rows.Next())
        {
            var words = new RecordedWords(new TextSpan((int)rows.Number(1), (int)rows.Number(2)), rows.Text(3));
            (rows.Text(0) switch { "source" => source, "cue" => cue, _ => content }).Add(words);
        }
        return (source, cue, content);
    }

    internal static Uri? Address(string? url) => url is null ? null : new Uri(url, UriKind.RelativeOrAbsolute);
}
