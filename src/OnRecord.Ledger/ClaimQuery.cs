namespace OnRecord.Ledger;

/// <summary>Which claims to give. Every condition that is set must hold. Immutable.</summary>
public sealed class ClaimQuery
{
    /// <summary>Words of the name of somebody who claims it, or the key.</summary>
    public string? Speaker { get; init; }

    /// <summary>The kind of assertion.</summary>
    public ClaimKind? Kind { get; init; }

    /// <summary>The least it must be worth checking, 0 to 1.</summary>
    public double Least { get; init; }

    /// <summary>The most rows to give, at least 1; null for all.</summary>
    public int? Limit { get; init; }
}
