using OnRecord.Language.Text;

namespace OnRecord.Ledger;

/// <summary>What the machine found of one pledge or claim, to be recorded. Immutable.</summary>
public sealed class CheckRecord
{
    /// <summary>The SHA-256 of the document's bytes, in lower-case hexadecimal.</summary>
    public required string Document { get; init; }

    /// <summary>Where the pledge or claim stands, in UTF-16 units of the document's text.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The verdict on the whole of it.</summary>
    public required FindingVerdict Verdict { get; init; }

    /// <summary>What was found, at least one.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>The series that could have been used; those that were are kept with their hashes.</summary>
    public required IReadOnlyList<Series> Series { get; init; }

    /// <summary>The fingerprint of the knowledge.</summary>
    public required string Knowledge { get; init; }

    /// <summary>The day of the check.</summary>
    public required DateOnly AsOf { get; init; }
}
