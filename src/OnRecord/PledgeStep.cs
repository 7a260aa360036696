namespace OnRecord;

/// <summary>One report of a pledge, set against what was known before it. Immutable.</summary>
public sealed record PledgeStep
{
    /// <summary>Where it stands.</summary>
    public required Citation Citation { get; init; }

    /// <summary>What it does to the pledge.</summary>
    public required PledgeMove Move { get; init; }

    /// <summary>What differs from the step before, such as <c>deadline 2024-12-31 to 2026-12-31</c>; null where nothing does.</summary>
    public string? Difference { get; init; }

    /// <summary>Who pledges, by this report; empty where it could not be told.</summary>
    public required IReadOnlyList<Party> Pledgers { get; init; }

    /// <summary>Who says it; null where the article itself does, or the speaker is not resolved.</summary>
    public Party? Speaker { get; init; }

    /// <summary>The frame as this report has it; its places are in the document cited.</summary>
    public required Pledge Frame { get; init; }

    /// <summary>The words for what is measured; null where there are none.</summary>
    public string? Measure { get; init; }

    /// <summary>The words for what it hangs on; null where nothing is said.</summary>
    public string? Condition { get; init; }

    /// <summary>The words for what the change is counted from; null where there are none.</summary>
    public string? Baseline { get; init; }
}
