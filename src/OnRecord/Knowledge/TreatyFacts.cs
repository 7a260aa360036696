namespace OnRecord.Knowledge;

/// <summary>What the knowledge has of a treaty, to be shown. Days are written as far as they are known: 1987-12-08, 1987-12, 1987. Immutable.</summary>
public sealed record TreatyFacts
{
    /// <summary>The key, such as <c>treaty:inf</c>.</summary>
    public required string Key { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What kind of treaty it is: <c>arms-control</c>, <c>alliance</c>, <c>trade</c> …</summary>
    public required string Kind { get; init; }

    /// <summary>When it was signed, or adopted and opened; null where not known.</summary>
    public string? Signed { get; init; }

    /// <summary>Since when it is in force; null where it never was, or the day is not known.</summary>
    public string? InForce { get; init; }

    /// <summary>When it ended; null where it has not.</summary>
    public string? Ended { get; init; }

    /// <summary>What it forbids or obliges, in a sentence.</summary>
    public required string Provision { get; init; }

    /// <summary>Its figures, such as <c>range: 500-5500 km</c>.</summary>
    public IReadOnlyList<string> Figures { get; init; } = [];

    /// <summary>The names of its parties on the day that was asked for, or on its last day in force; empty where they are not listed.</summary>
    public IReadOnlyList<string> Parties { get; init; } = [];
}
