namespace OnRecord.Server.Search;

/// <summary>How the statements recorded last that match a query are spread. Immutable.</summary>
internal sealed class Facets
{
    /// <summary>How many statements were counted.</summary>
    public required int Counted { get; init; }

    /// <summary>Whether there are or may be more that were not counted, so that every count is of those recorded last.</summary>
    public required bool HasMore { get; init; }

    /// <summary>Who speaks, the most frequent first.</summary>
    public required IReadOnlyList<FacetCount<Actor>> Actors { get; init; }

    /// <summary>How many have no speaker that is resolved.</summary>
    public required int Unresolved { get; init; }

    /// <summary>The outlets, the most frequent first.</summary>
    public required IReadOnlyList<FacetCount<Outlet>> Outlets { get; init; }

    /// <summary>The kinds, the most frequent first.</summary>
    public required IReadOnlyList<FacetCount<AttributionKind>> Kinds { get; init; }

    /// <summary>The years of publication, the newest first.</summary>
    public required IReadOnlyList<FacetCount<int>> Years { get; init; }
}
