namespace OnRecord;

/// <summary>
/// Two statements of one party that seem to exclude each other, side by side: something for a person to look at, and no
/// verdict. Immutable.
/// </summary>
public sealed record Contradiction
{
    /// <summary>In what way they do.</summary>
    public required ContradictionKind Kind { get; init; }

    /// <summary>Whose words they are.</summary>
    public required Party Speaker { get; init; }

    /// <summary>The earlier words.</summary>
    public required Citation Earlier { get; init; }

    /// <summary>The later words.</summary>
    public required Citation Later { get; init; }

    /// <summary>What was compared, such as <c>41 billion USD and 36 billion USD for 2019</c>.</summary>
    public required string Ground { get; init; }

    /// <summary>Why it is not put forward although it looks like one; null where it is put forward.</summary>
    public string? Declined { get; init; }
}
