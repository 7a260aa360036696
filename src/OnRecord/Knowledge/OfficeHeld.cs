namespace OnRecord.Knowledge;

/// <summary>One person's time in an office, to be shown. Days are written as far as they are known. Immutable.</summary>
public sealed record OfficeHeld
{
    /// <summary>The title in full, with "Acting" before it where the office was held for the time being.</summary>
    public required string Title { get; init; }

    /// <summary>When it began, or was first attested.</summary>
    public required string From { get; init; }

    /// <summary>When it ended; null where the end is not known.</summary>
    public string? Until { get; init; }

    /// <summary>Where the end is not known, the last day on which the source has the person in the office.</summary>
    public string? AsOf { get; init; }
}
