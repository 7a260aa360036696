using OnRecord.Language.Text;

namespace OnRecord.Ledger;

/// <summary>What one person finds of words that were held against figures. Immutable; it stands beside what the machine finds, and every one is kept.</summary>
public sealed class CheckDecision
{
    /// <summary>The number of the entry that records it; 0 before it is recorded.</summary>
    public long Entry { get; init; }

    /// <summary>The SHA-256 of the document's bytes, in lower-case hexadecimal.</summary>
    public required string Document { get; init; }

    /// <summary>Where the pledge or claim stands, in UTF-16 units of the document's text.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>Its name in the reading that was looked at: <c>p1</c>, <c>c4</c>.</summary>
    public required string Item { get; init; }

    /// <summary>What the person finds.</summary>
    public required FindingVerdict Verdict { get; init; }

    /// <summary>What the machine found, as the person saw it.</summary>
    public required FindingVerdict Machine { get; init; }

    /// <summary>Who decided.</summary>
    public required string Reviewer { get; init; }

    /// <summary>What the reviewer says about it; null for nothing.</summary>
    public string? Note { get; init; }

    /// <summary>When it was recorded; the ledger says.</summary>
    public DateTimeOffset Decided { get; init; }
}
