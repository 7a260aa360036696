namespace OnRecord.Ledger;

/// <summary>Which disputes to give. Every condition that is set must hold. Immutable.</summary>
public sealed class DisputeQuery
{
    /// <summary>Words of the name of somebody who has a part in it, or the key.</summary>
    public string? Actor { get; init; }

    /// <summary>Words of what it is about, or its key; disputes about no named accord are found by the words of their charges.</summary>
    public string? Subject { get; init; }
}
