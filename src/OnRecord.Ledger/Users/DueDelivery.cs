namespace OnRecord.Ledger.Users;

/// <summary>A delivery that somebody has taken out of the outbox to try it. Immutable.</summary>
public sealed record DueDelivery
{
    /// <summary>Its identifier.</summary>
    public required string Id { get; init; }

    /// <summary>Where it is sent.</summary>
    public required Uri Address { get; init; }

    /// <summary>What is sent.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>What it is signed with: the secret, and for a day after it was exchanged the one before.</summary>
    public required IReadOnlyList<ReadOnlyMemory<byte>> Secrets { get; init; }

    /// <summary>Which attempt this is, counted from 1.</summary>
    public required int Attempt { get; init; }

    /// <summary>Whether it is a test, which is tried once.</summary>
    public required bool IsTest { get; init; }
}
