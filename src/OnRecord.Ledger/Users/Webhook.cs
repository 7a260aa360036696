namespace OnRecord.Ledger.Users;

/// <summary>An address that is told when new statements match a saved search. Its secret is in no property: it is shown once and kept to sign with. Immutable.</summary>
public sealed record Webhook
{
    /// <summary>What it is called in addresses; it says nothing of other webhooks.</summary>
    public required string Id { get; init; }

    /// <summary>The saved search, by its identifier.</summary>
    public required string Search { get; init; }

    /// <summary>Where deliveries are sent.</summary>
    public required Uri Address { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Made { get; init; }

    /// <summary>Whether nothing is sent until it goes on.</summary>
    public required bool IsPaused { get; init; }

    /// <summary>The number of the last statement that was looked at for it: those after it are new.</summary>
    public required long Seen { get; init; }
}
