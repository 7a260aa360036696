namespace OnRecord.Ledger.Chain;

/// <summary>A table whose rows follow from entries.</summary>
internal sealed class ProjectedTable
{
    public static readonly ProjectedTable Runs = new("runs", ["entry", "program", "versions", "started"], "entry = ?1", "entry");
    public static readonly ProjectedTable RunModels = new("run_models", ["run", "name", "checksum"], "run = ?1", "name");
    public static readonly ProjectedTable RunEnds = new("run_ends", ["entry", "run", "ended", "outcome", "added", "unchanged", "failed"], "entry = ?1", "entry");
    public static readonly ProjectedTable Documents = new("documents", ["entry", "sha256", "size"], "entry = ?1", "entry");
    public static readonly ProjectedTable Occurrences = new("occurrences", ["entry", "document", "path", "url", "run", "seen"], "entry = ?1", "entry");
    public static readonly ProjectedTable Readings = new(
        "readings",
        ["entry", "document", "run", "versions", "result_sha256", "complete", "read", "url", "title", "byline", "publisher", "published", "language", "charset", "text_sha256"],
        "entry = ?1",
        "entry");
    public static readonly ProjectedTable Entities = new("entities", ["reading", "id", "name", "type", "wikidata", "knowledge"], "reading = ?1", "id");
    public static readonly ProjectedTable Attributions = new(
        "attributions",
        ["id", "reading", "name", "kind", "confidence", "speaker", "unresolved", "continues", "inside", "role", "on_behalf_of", "addressee", "venue", "said", "description"],
        "reading = ?1",
        "id");
    public static readonly ProjectedTable Spans = new(
        "spans",
        ["attribution", "role", "ordinal", "start", "stop", "words"],
        "attribution IN (SELECT id FROM attributions WHERE reading = ?1)",
        "attribution, role, ordinal");
    public static readonly ProjectedTable Failures = new("failures", ["entry", "ordinal", "run", "document", "path", "code", "message", "seen"], "entry = ?1", "ordinal");
    public static readonly ProjectedTable Knowledge = new("knowledge", ["entry", "name", "concept", "rows", "added"], "entry = ?1", "entry");
    public static readonly ProjectedTable EntityChanges = new("entity_changes", ["entry", "change", "entity", "target", "made"], "entry = ?1", "entry");

    public static readonly ProjectedTable Decisions = new(
        "decisions",
        ["entry", "document", "place", "reading", "attribution", "verdict", "reviewer", "decided", "note", "speaker", "source", "content"],
        "entry = ?1",
        "entry");

    public static readonly ProjectedTable Series = new("series", ["entry", "name", "measure", "unit", "source", "terms", "retrieved", "file", "size", "added"], "entry = ?1", "entry");
    public static readonly ProjectedTable SeriesRemovals = new("series_removals", ["entry", "series", "name", "reason", "removed"], "entry = ?1", "entry");
    public static readonly ProjectedTable Checks = new("checks", ["entry", "document", "place", "item", "verdict", "reason", "result_sha256", "as_of", "checked"], "entry = ?1", "entry");
    public static readonly ProjectedTable CheckDecisions = new("check_decisions", ["entry", "document", "place", "item", "verdict", "machine", "reviewer", "note", "decided"], "entry = ?1", "entry");

    /// <summary>The words of statements, to be searched. Its rows are compared by what the index finds, not by select.</summary>
    public static readonly ProjectedTable StatementIndex = new("statement_index", ["rowid", "said", "source", "speaker"], "", "rowid");

    /// <summary>The tables whose rows are compared by select.</summary>
    public static readonly IReadOnlyList<ProjectedTable> Compared =
    [
        Runs, RunModels, RunEnds, Documents, Occurrences, Readings, Entities, Attributions, Spans, Failures, Knowledge, EntityChanges, Decisions,
        Series, SeriesRemovals, Checks, CheckDecisions,
    ];

    private ProjectedTable(string name, string[] columns, string ofEntry, string order)
    {
        Name = name;
        Columns = columns;
        Insert = $"INSERT INTO {name} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select((_, i) => $"?{i + 1}"))})";
        Select = $"SELECT {string.Join(", ", columns)} FROM {name} WHERE {ofEntry} ORDER BY {order}";
    }

    public string Name { get; }

    /// <summary>Its columns, in the order of the rows' values.</summary>
    public string[] Columns { get; }

    /// <summary>The statement that writes one row; its parameters are <c>?1</c>, <c>?2</c> …</summary>
    public string Insert { get; }

    /// <summary>The statement that reads the rows of the entry given as its one parameter, in the order they are worked out in.</summary>
    public string Select { get; }
}
