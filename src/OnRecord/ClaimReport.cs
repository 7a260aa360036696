namespace OnRecord;

/// <summary>One place where a claim is made. Immutable.</summary>
public sealed record ClaimReport
{
    /// <summary>Where it stands.</summary>
    public required Citation Citation { get; init; }

    /// <summary>Who claims it; null where the article itself does, or the speaker is not resolved.</summary>
    public Party? Speaker { get; init; }

    /// <summary>What kind of assertion it is.</summary>
    public required ClaimKind Kind { get; init; }

    /// <summary>How much it is worth checking, 0 to 1.</summary>
    public required double Checkworthy { get; init; }

    /// <summary>How much of its wording is that of the first report, 0 to 1.</summary>
    public required double Likeness { get; init; }
}
