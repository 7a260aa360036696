namespace OnRecord.Ledger;

/// <summary>What reads, before it starts: the versions that a reading depends on. Immutable.</summary>
public sealed class RunDescription
{
    /// <summary>The program's version, such as <c>0.1.0</c>.</summary>
    public required string Program { get; init; }

    /// <summary>The checksum of each model by the model's name.</summary>
    public required IReadOnlyDictionary<string, string> Models { get; init; }
}
