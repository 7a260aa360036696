using OnRecord.Language.Text;

namespace OnRecord;

/// <summary>
/// What comes of holding a pledge or a claim against one series, or against the knowledge: the verdict with the figures, the
/// arithmetic and the sources that it rests on. Immutable.
/// </summary>
public sealed class Finding
{
    /// <summary>What was checked: the identifier of a pledge (<c>p1</c>) or claim (<c>c4</c>) in its document.</summary>
    public required string Item { get; init; }

    /// <summary>The words that were checked.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The verdict.</summary>
    public required FindingVerdict Verdict { get; init; }

    /// <summary>Why there is no verdict on the figures, one of <see cref="CheckRefusal"/>; null where there is one.</summary>
    public string? Reason { get; init; }

    /// <summary>The finding in a sentence.</summary>
    public required string Summary { get; init; }

    /// <summary>The name of the series; null where it was held against the knowledge, or nothing could be.</summary>
    public string? Series { get; init; }

    /// <summary>The unit of the figures, as in <see cref="Quantity.Unit"/>; null where nothing was compared.</summary>
    public string? Unit { get; init; }

    /// <summary>Every comparison on which the verdict rests, in order.</summary>
    public IReadOnlyList<Arithmetic> Arithmetic { get; init; } = [];

    /// <summary>The figures it rests on: what each is, and its source.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>For a pledge, the year whose figure decides; null where there is none.</summary>
    public int? DueYear { get; init; }

    /// <summary>For a pledge, each of those that it binds, in the order of their names; empty for a claim.</summary>
    public IReadOnlyList<MemberFinding> Members { get; init; } = [];
}
