namespace OnRecord.Ledger;

/// <summary>One run over documents. Immutable.</summary>
public sealed class RunRow
{
    /// <summary>The number of the entry that records its beginning.</summary>
    public required long Entry { get; init; }

    /// <summary>The version of the program.</summary>
    public required string Program { get; init; }

    /// <summary>The checksum of each model by the model's name.</summary>
    public required IReadOnlyDictionary<string, string> Models { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>When it ended; null where it goes on or was cut off.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>How it ended; null where it goes on or was cut off.</summary>
    public RunOutcome? Outcome { get; init; }
}
