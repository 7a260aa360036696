namespace OnRecord.Ledger;

/// <summary>A standing reading with the facts of its statements, for those who count. Immutable.</summary>
public sealed class ReadingFacts
{
    /// <summary>The number of the entry that records the reading.</summary>
    public required long Reading { get; init; }

    /// <summary>The number of the entry that records its document: the same for every reading of it.</summary>
    public required long Document { get; init; }

    /// <summary>The outlet; null where not known.</summary>
    public string? Publisher { get; init; }

    /// <summary>The day of publication; null where not known.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>Its statements, in the order of their numbers.</summary>
    public required IReadOnlyList<StatementFacts> Statements { get; init; }
}
