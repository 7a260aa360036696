using OnRecord.Ledger;

namespace OnRecord.Server.Search;

/// <summary>One page of what a search found. Immutable.</summary>
internal sealed record Found
{
    /// <summary>The statements, what was recorded last first.</summary>
    public required IReadOnlyList<StatementRow> Rows { get; init; }

    /// <summary>Where the next page goes on: with what was recorded before the statement of that number; null at the end.</summary>
    public required long? Next { get; init; }

    /// <summary>How many statements were looked through without coming to the end or filling the page; null where that is not so.</summary>
    public required int? LookedThrough { get; init; }

    /// <summary>How the matches are spread.</summary>
    public required Facets Facets { get; init; }
}
