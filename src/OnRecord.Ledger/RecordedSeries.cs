namespace OnRecord.Ledger;

/// <summary>A series that somebody added, with its place in the ledger. Immutable.</summary>
public sealed class RecordedSeries
{
    /// <summary>The number of the entry that records it.</summary>
    public required long Entry { get; init; }

    /// <summary>When it was added.</summary>
    public required DateTimeOffset Added { get; init; }

    /// <summary>The series.</summary>
    public required Series Series { get; init; }
}
