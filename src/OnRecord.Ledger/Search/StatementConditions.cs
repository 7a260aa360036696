using System.Globalization;
using System.Text;
using OnRecord.Language;
using OnRecord.Ledger.Chain;

namespace OnRecord.Ledger.Search;

/// <summary>The tables and conditions of one query for statements, with the values of its parameters.</summary>
internal sealed class StatementConditions
{
    private readonly List<object?> values = [];
    private readonly StringBuilder sql = new();

    /// <exception cref="OnRecordException">OR9001: the query cannot be asked.</exception>
    public StatementConditions(StatementQuery query)
    {
        var matches = Matches(query);
        IsImpossible = matches is { Length: 0 };
        IsOfWords = matches is not null;
        // Words narrow the search down the most, so they are looked up first.
        sql.Append(IsOfWords
            ? " FROM statement_index CROSS JOIN attributions AS a ON a.id = statement_index.rowid CROSS JOIN readings AS r ON r.entry = a.reading"
            : " FROM readings AS r CROSS JOIN attributions AS a ON a.reading = r.entry");
        sql.Append("""
             CROSS JOIN documents AS d ON d.sha256 = r.document
             LEFT JOIN entities AS e ON e.reading = a.reading AND e.id = a.speaker
             WHERE r.entry = (SELECT n.entry FROM readings AS n WHERE n.document = r.document ORDER BY n.complete DESC, n.entry DESC LIMIT 1)
            """);
        if (matches is not null) And("statement_index MATCH", matches);
        if (query.SpokenBy is { } speaker) And("e.name =", speaker);
        if (query.Publisher is { } publisher) And("r.publisher =", publisher);
        if (query.IsResolved is { } isResolved) sql.Append(isResolved ? " AND a.speaker IS NOT NULL" : " AND a.speaker IS NULL");
        if (query.State == ReviewState.Machine) sql.Append($" AND {DecisionSearch.Verdict} IS NULL");
        else if (query.State is { } state) And($"{DecisionSearch.Verdict} =", RecordWords<ReviewState>.Of(state));
        if (query.Since is { } since) And("r.published >=", ReadingForm.Date(since)!);
        if (query.Until is { } until) And("r.published <=", ReadingForm.Date(until)!);
        if (query.Kind is { } kind) And("a.kind =", RecordWords<AttributionKind>.Of(kind));
    }

    /// <summary>Whether nothing can match: the words asked for are none that the index has.</summary>
    public bool IsImpossible { get; }

    /// <summary>Whether words are searched for, so that a cutting can be made.</summary>
    public bool IsOfWords { get; }

    /// <summary>Tables and conditions, from <c>FROM</c> on.</summary>
    public string Sql => sql.ToString();

    /// <summary>The values of the parameters, in order.</summary>
    public object?[] Values => [.. values];

    /// <summary>Adds a condition on a value.</summary>
    public void And(string condition, object value) => sql.Append(CultureInfo.InvariantCulture, $" AND {condition} {Parameter(value)}");

    /// <summary>The name of a parameter with that value.</summary>
    public string Parameter(object value)
    {
        values.Add(value);
        return string.Create(CultureInfo.InvariantCulture, $"?{values.Count}");
    }

    // Null where the query asks for no words, empty where the words it asks for are none that can be found. The words of
    // an exact name narrow the search down; the comparison of the whole name follows.
    private static string? Matches(StatementQuery query)
    {
        var asked = SearchText.Query(query.Text, query.Speaker);
        if (asked is { Length: 0 } || query.SpokenBy is not { } name || SearchText.Query($"\"{name}\"") is not { } words) return asked;
        return asked is null ? $"speaker : ({words})" : $"({asked}) AND speaker : ({words})";
    }
}
