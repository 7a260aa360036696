using OnRecord.Language;
using OnRecord.Ledger.Chain;
using OnRecord.Ledger.Sqlite;

namespace OnRecord.Ledger.Search;

/// <summary>Goes through standing readings for what lists and counts need of them.</summary>
internal static class FactSearch
{
    /// <summary>The standing readings recorded after an entry, in the order of the ledger.</summary>
    public static IEnumerable<ReadingFacts> After(LedgerConnection connection, long entry)
    {
        var identities = Identities.Read(connection);
        // In the order of the tables' own keys, so that nothing is sorted.
        var rows = connection.Query("""
            SELECT r.entry, d.entry, r.publisher, r.published, a.id, a.kind, e.name, e.knowledge, a.unresolved = ?2
            FROM readings AS r CROSS JOIN documents AS d ON d.sha256 = r.document
                LEFT JOIN attributions AS a ON a.reading = r.entry LEFT JOIN entities AS e ON e.reading = a.reading AND e.id = a.speaker
            WHERE r.entry > ?1
                AND r.entry = (SELECT n.entry FROM readings AS n WHERE n.document = r.document ORDER BY n.complete DESC, n.entry DESC LIMIT 1)
            ORDER BY r.entry, a.id
            """, entry, Refusal.UnnamedSource);
        try
        {
            ReadingFacts? current = null;
            List<StatementFacts> statements = [];
            while (rows.Next())
            {
                if (current?.Reading != rows.Number(0))
                {
                    if (current is not null) yield return current;
                    statements = [];
                    current = new ReadingFacts { Reading = rows.Number(0), Document = rows.Number(1), Publisher = rows.TextOrNull(2), Published = ReadingForm.Date(rows.TextOrNull(3)), Statements = statements };
                }
                // A reading with no statements has one row.
                if (!rows.IsNull(4)) statements.Add(FactsOf(rows, identities));
            }
            if (current is not null) yield return current;
        }
        finally
        {
            rows.Reset();
        }
    }

    /// <summary>The verdicts that stand on statements of standing readings, by number.</summary>
    public static IReadOnlyList<DecidedStatement> Decided(LedgerConnection connection)
    {
        // From the decisions, which are few, to the statements with their content in the same place.
        var rows = connection.Query($"""
            SELECT a.id, v.verdict, v.speaker, v.content
            FROM (SELECT max(entry) AS entry FROM decisions GROUP BY document, place) AS last CROSS JOIN decisions AS v ON v.entry = last.entry
                CROSS JOIN readings AS r ON r.entry = (SELECT n.entry FROM readings AS n WHERE n.document = v.document ORDER BY n.complete DESC, n.entry DESC LIMIT 1)
                CROSS JOIN attributions AS a ON a.reading = r.entry
            WHERE {DecisionSearch.Place} = v.place ORDER BY a.id
            """);
        var decided = new List<DecidedStatement>();
        while (rows.Next())
        {
            var content = DecisionForm.Words(rows.TextOrNull(3));
            decided.Add(new DecidedStatement(rows.Number(0), RecordWords<Verdict>.Read(rows.Text(1)), rows.TextOrNull(2), content is null ? null : string.Join(' ', content.Select(piece => piece.Words))));
        }
        return decided;
    }

    private static StatementFacts FactsOf(Statement rows, Identities identities)
    {
        var (name, knowledge) = (rows.TextOrNull(6), rows.TextOrNull(7));
        return new StatementFacts
        {
            Number = rows.Number(4),
            Kind = RecordWords<AttributionKind>.Read(rows.Text(5)),
            Speaker = (knowledge ?? name) is { } key ? identities.Of(key) : null,
            SpeakerName = name,
            Knowledge = knowledge,
            IsUnnamed = !rows.IsNull(8) && rows.Number(8) != 0,
        };
    }
}
