namespace OnRecord.Ledger;

/// <summary>Which pledges to give. Every condition that is set must hold. Immutable.</summary>
public sealed class PledgeQuery
{
    /// <summary>Words of a pledger's name, or its key.</summary>
    public string? Pledger { get; init; }

    /// <summary>How it stands on <see cref="Today"/>.</summary>
    public PledgeStatus? Status { get; init; }

    /// <summary>Its deadline lies before that day; pledges without one are left out where it is set.</summary>
    public DateOnly? DueBefore { get; init; }

    /// <summary>The day on which it is looked at.</summary>
    public required DateOnly Today { get; init; }
}
