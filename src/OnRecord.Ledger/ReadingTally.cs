namespace OnRecord.Ledger;

/// <summary>How often one speaker, or nobody that is resolved, is quoted in one standing reading. Immutable.</summary>
public sealed class ReadingTally
{
    /// <summary>The number of the entry that records the reading.</summary>
    public required long Reading { get; init; }

    /// <summary>Whether an earlier reading of the same document stood before it.</summary>
    public required bool HasEarlier { get; init; }

    /// <summary>The outlet; null where not known.</summary>
    public string? Publisher { get; init; }

    /// <summary>The day of publication; null where not known.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>The speaker's name; null for statements without one.</summary>
    public string? Speaker { get; init; }

    /// <summary>How many direct quotations.</summary>
    public required int Direct { get; init; }

    /// <summary>How many indirect ones.</summary>
    public required int Indirect { get; init; }

    /// <summary>How many mixed ones.</summary>
    public required int Mixed { get; init; }

    /// <summary>How many of them keep the name of their source back.</summary>
    public required int Unnamed { get; init; }

    /// <summary>All of them.</summary>
    public int Statements => Direct + Indirect + Mixed;
}
