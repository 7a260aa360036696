namespace OnRecord.Ledger;

/// <summary>What one person decided about one statement. Immutable; a later decision stands over an earlier one, which is kept.</summary>
public sealed class Decision
{
    /// <summary>The number of the entry that records it; 0 before it is recorded.</summary>
    public long Entry { get; init; }

    /// <summary>The number of the entry that records the reading that was looked at.</summary>
    public required long Reading { get; init; }

    /// <summary>The statement's name in that reading, such as <c>a12</c>.</summary>
    public required string Attribution { get; init; }

    /// <summary>What was decided.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Who decided.</summary>
    public required string Reviewer { get; init; }

    /// <summary>When it was recorded; the ledger says.</summary>
    public DateTimeOffset Decided { get; init; }

    /// <summary>What the reviewer says about it; null for nothing.</summary>
    public string? Note { get; init; }

    /// <summary>The speaker's name in place of what was read; null where it stays.</summary>
    public string? Speaker { get; init; }

    /// <summary>The words that name who says it, in place of what was read; null where they stay.</summary>
    public IReadOnlyList<RecordedWords>? Source { get; init; }

    /// <summary>What is said, in place of what was read; null where it stays.</summary>
    public IReadOnlyList<RecordedWords>? Content { get; init; }
}
