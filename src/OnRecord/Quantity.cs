using OnRecord.Language.Text;

namespace OnRecord;

/// <summary>A figure with its unit, direction and bound. Immutable.</summary>
public sealed record Quantity
{
    /// <summary>The words of the figure with its unit: "$41 billion", "two percent", "29-member".</summary>
    public required TextSpan Span { get; init; }

    /// <summary>What it measures.</summary>
    public required QuantityKind Kind { get; init; }

    /// <summary>The figure, scales multiplied out; the lower end of a range. Null where it is too large, and <see cref="Unresolved"/> says so.</summary>
    public required decimal? Value { get; init; }

    /// <summary>The upper end of a range; null where there is none.</summary>
    public decimal? Upper { get; init; }

    /// <summary>
    /// An ISO 4217 code, <c>percent</c>, <c>percent-of-gdp</c>, <c>percentage-point</c>, a unit of measure in the singular
    /// (<c>kilometre</c>), or what is counted, in the singular (<c>member</c>). <c>number</c> where the text names nothing.
    /// </summary>
    public required string Unit { get; init; }

    /// <summary>Whether the sign is shared by several currencies and the usual one was taken: "$" is read as USD where nothing says otherwise.</summary>
    public bool IsUnitAssumed { get; init; }

    /// <summary>How the figure is meant.</summary>
    public Comparison Comparison { get; init; }

    /// <summary>The direction of a change; <see cref="Change.None"/> where none is told.</summary>
    public Change Change { get; init; }

    /// <summary>What the figure is in that change.</summary>
    public ChangeSense ChangeSense { get; init; }

    /// <summary>What the figure is for each of: <c>year</c>, <c>head</c>, <c>barrel</c>; null where it is not a rate.</summary>
    public string? Per { get; init; }

    /// <summary>The words for what it is a figure of: "defense", "their GDP"; null where not known.</summary>
    public TextSpan? Of { get; init; }

    /// <summary>
    /// Whose figure it is, by syntax: the subject of the verb it completes ("Germany" in "Germany spent $41 billion"), or the owner
    /// of the noun it is of; null where syntax tells neither, or the text was analysed without weights.
    /// </summary>
    public TextSpan? Subject { get; init; }

    /// <summary>The verb that says it, by syntax: "spent"; null where syntax tells none, or the text was analysed without weights.</summary>
    public TextSpan? Predicate { get; init; }

    /// <summary>The time the figure covers, or by which it is to be reached; null where none stands in its clause.</summary>
    public TextSpan? Period { get; init; }

    /// <summary>Whether it has come about.</summary>
    public FigureStatus Status { get; init; }

    /// <summary>The clause it stands in; null where not known.</summary>
    public TextSpan? Clause { get; init; }

    /// <summary>Why it has no value; null where it has one.</summary>
    public string? Unresolved { get; init; }
}
