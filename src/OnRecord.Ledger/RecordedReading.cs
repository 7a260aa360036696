namespace OnRecord.Ledger;

/// <summary>A reading with its place in the ledger. Immutable.</summary>
public sealed class RecordedReading
{
    /// <summary>The number of the entry that records it.</summary>
    public required long Entry { get; init; }

    /// <summary>The number of the entry that records the run it was read in.</summary>
    public required long Run { get; init; }

    /// <summary>When it was read.</summary>
    public required DateTimeOffset Read { get; init; }

    /// <summary>Whether it is the one that stands for its document.</summary>
    public required bool IsStanding { get; init; }

    /// <summary>The readings of the same document, the newest first, this one included.</summary>
    public required IReadOnlyList<long> All { get; init; }

    /// <summary>What was read.</summary>
    public required Reading Reading { get; init; }
}
