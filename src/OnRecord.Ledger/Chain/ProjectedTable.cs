namespace OnRecord.Ledger.Chain;

/// <summary>A table whose rows follow from entries.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Columns">Its columns, in the order of the rows' values.</param>
/// <param name="OfEntry">The condition that finds the rows of the entry <c>$entry</c>.</param>
/// <param name="Order">The order in which the rows of an entry are worked out.</param>
internal sealed record ProjectedTable(string Name, string[] Columns, string OfEntry, string Order)
{
    public static readonly ProjectedTable Runs = new("runs", ["entry", "program", "versions", "started"], "entry = $entry", "entry");
    public static readonly ProjectedTable RunModels = new("run_models", ["run", "name", "checksum"], "run = $entry", "name");
    public static readonly ProjectedTable RunEnds = new("run_ends", ["entry", "run", "ended", "outcome", "added", "unchanged", "failed"], "entry = $entry", "entry");
    public static readonly ProjectedTable Documents = new("documents", ["entry", "sha256", "size"], "entry = $entry", "entry");
    public static readonly ProjectedTable Occurrences = new("occurrences", ["entry", "document", "path", "url", "run", "seen"], "entry = $entry", "entry");
    public static readonly ProjectedTable Readings = new(
        "readings",
        ["entry", "document", "run", "versions", "result_sha256", "complete", "read", "url", "title", "byline", "publisher", "published", "language", "charset", "text_sha256"],
        "entry = $entry",
        "entry");
    public static readonly ProjectedTable Entities = new("entities", ["reading", "id", "name", "type"], "reading = $entry", "id");
    public static readonly ProjectedTable Attributions = new(
        "attributions",
        ["id", "reading", "name", "kind", "confidence", "speaker", "unresolved", "continues", "inside"],
        "reading = $entry",
        "id");
    public static readonly ProjectedTable Spans = new(
        "spans",
        ["attribution", "role", "ordinal", "start", "stop", "words"],
        "attribution IN (SELECT id FROM attributions WHERE reading = $entry)",
        "attribution, role, ordinal");
    public static readonly ProjectedTable Failures = new("failures", ["entry", "ordinal", "run", "document", "path", "code", "message", "seen"], "entry = $entry", "ordinal");

    /// <summary>The words of statements, to be searched. Its rows are compared by what the index finds, not by select.</summary>
    public static readonly ProjectedTable StatementIndex = new("statement_index", ["rowid", "said", "source", "speaker"], "", "rowid");

    /// <summary>The tables whose rows are compared by select.</summary>
    public static readonly IReadOnlyList<ProjectedTable> Compared = [Runs, RunModels, RunEnds, Documents, Occurrences, Readings, Entities, Attributions, Spans, Failures];

    /// <summary>The statement that writes one row; its parameters are <c>?1</c>, <c>?2</c> …</summary>
    public string Insert { get; } = $"INSERT INTO {Name} ({string.Join(", ", Columns)}) VALUES ({string.Join(", ", Columns.Select((_, i) => $"?{i + 1}"))})";

    /// <summary>The statement that reads the rows of the entry given as its one parameter.</summary>
    public string Select { get; } = $"SELECT {string.Join(", ", Columns)} FROM {Name} WHERE {OfEntry.Replace("$entry", "?1", StringComparison.Ordinal)} ORDER BY {Order}";
}
