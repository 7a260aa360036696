namespace OnRecord.Ledger.Users;

/// <summary>One message to a webhook. Immutable.</summary>
public sealed record Delivery
{
    /// <summary>Its identifier, which every attempt carries, so that a receiver knows what it has already.</summary>
    public required string Id { get; init; }

    /// <summary>How many statements it tells of; 0 for a test.</summary>
    public required long Statements { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Made { get; init; }

    /// <summary>How it stands.</summary>
    public required DeliveryState State { get; init; }

    /// <summary>How often it was tried.</summary>
    public required long Attempts { get; init; }

    /// <summary>When it is tried next; null where it is not.</summary>
    public DateTimeOffset? Next { get; init; }

    /// <summary>Why the last attempt failed; null where none did.</summary>
    public string? Reason { get; init; }
}
