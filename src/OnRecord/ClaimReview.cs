namespace OnRecord;

/// <summary>A person's word on whether a claim agrees with the figures. Immutable.</summary>
public sealed record ClaimReview
{
    /// <summary>What the person finds.</summary>
    public required FindingVerdict Verdict { get; init; }

    /// <summary>Who the person is.</summary>
    public required string Reviewer { get; init; }

    /// <summary>When it was said.</summary>
    public required DateTimeOffset Decided { get; init; }

    /// <summary>What the person says about it; null for nothing.</summary>
    public string? Note { get; init; }
}
