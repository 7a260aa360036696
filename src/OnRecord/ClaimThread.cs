namespace OnRecord;

/// <summary>One claim with everybody who has made it, the earliest report first. docs/design/threads.md says what makes two claims one. Immutable.</summary>
public sealed record ClaimThread
{
    /// <summary>The key of its first report. That of any other report leads to it as well.</summary>
    public string Id => Reports[0].Citation.Key;

    /// <summary>What kind of assertion it is.</summary>
    public ClaimKind Kind => Reports[0].Kind;

    /// <summary>How much it is worth checking, 0 to 1: the most of its reports.</summary>
    public double Checkworthy => Reports.Max(report => report.Checkworthy);

    /// <summary>Who has claimed it, in the order of the reports.</summary>
    public required IReadOnlyList<Party> Speakers { get; init; }

    /// <summary>Where it is claimed, at least one place.</summary>
    public required IReadOnlyList<ClaimReport> Reports { get; init; }
}
