namespace OnRecord.Ledger.Users;

/// <summary>What a program signs in with in the name of a user. The secret itself is kept nowhere. Immutable.</summary>
public sealed record TokenRow
{
    /// <summary>The identifier to revoke it by: no secret.</summary>
    public required string Id { get; init; }

    /// <summary>In whose name it is used.</summary>
    public required string User { get; init; }

    /// <summary>Its scope: what it may be used for, where its user may do as much.</summary>
    public required Role Role { get; init; }

    /// <summary>What it is for.</summary>
    public required string Purpose { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Made { get; init; }

    /// <summary>The moment from which it is not taken any more; null for none.</summary>
    public DateTimeOffset? Ends { get; init; }
}
