namespace OnRecord.Extract;

/// <summary>What is known of a document before its times are read. Immutable.</summary>
public sealed record TimeSetting
{
    /// <summary>The day of publication, from which "yesterday" counts; null where not known, and then such times stay open.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>
    /// The outlet's country as an ISO 3166 code (<c>US</c>, <c>GB</c>), which decides whether 03/04 is in March or April and
    /// when a fiscal year begins; null where not known, and then 03/04/2019 is left ambiguous with both readings.
    /// </summary>
    public string? Country { get; init; }

    /// <summary>Nothing known.</summary>
    public static TimeSetting Unknown { get; } = new();
}
