namespace OnRecord.Ledger;

/// <summary>What lists and counts need of one statement, without its words. Immutable.</summary>
public readonly record struct StatementFacts
{
    /// <summary>Its number in the ledger.</summary>
    public required long Number { get; init; }

    /// <summary>Direct, indirect or mixed.</summary>
    public required AttributionKind Kind { get; init; }

    /// <summary>The speaker's key, after all merges: that of the knowledge, or the name where only documents know it; null where not resolved.</summary>
    public string? Speaker { get; init; }

    /// <summary>The speaker's name in the document; null where not resolved.</summary>
    public string? SpeakerName { get; init; }

    /// <summary>The speaker's key in the knowledge before any merge; null for one that only its document knows.</summary>
    public string? Knowledge { get; init; }

    /// <summary>Whether the text keeps the name of its source back.</summary>
    public bool IsUnnamed { get; init; }
}
