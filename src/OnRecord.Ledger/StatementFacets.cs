namespace OnRecord.Ledger;

/// <summary>How the statements recorded last that match a query are spread. Immutable.</summary>
public sealed class StatementFacets
{
    /// <summary>How many statements were looked at.</summary>
    public required int Counted { get; init; }

    /// <summary>Whether there are more that were not looked at, so that every count is of those recorded last.</summary>
    public required bool HasMore { get; init; }

    /// <summary>Who speaks, the most frequent first.</summary>
    public required IReadOnlyList<FacetCount> Speakers { get; init; }

    /// <summary>How many have no speaker that is resolved.</summary>
    public required int Unresolved { get; init; }

    /// <summary>The outlets, the most frequent first.</summary>
    public required IReadOnlyList<FacetCount> Publishers { get; init; }

    /// <summary>The kinds, the most frequent first.</summary>
    public required IReadOnlyList<FacetCount> Kinds { get; init; }

    /// <summary>The years of publication, the newest first.</summary>
    public required IReadOnlyList<FacetCount> Years { get; init; }
}
