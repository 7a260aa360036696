namespace OnRecord.Ledger;

/// <summary>One recorded failure. Immutable.</summary>
public sealed class FailureRow
{
    /// <summary>The number of the entry that records it.</summary>
    public required long Entry { get; init; }

    /// <summary>The document's SHA-256; null where no bytes could be had.</summary>
    public string? Document { get; init; }

    /// <summary>What could not be read, with its code and message.</summary>
    public required Failure Failure { get; init; }

    /// <summary>When it was recorded.</summary>
    public required DateTimeOffset Seen { get; init; }
}
