using OnRecord.Language.Text;

namespace OnRecord;

/// <summary>
/// A day or year of publication that the text itself gives away. It is offered with its evidence and never used in place of
/// a date that was given: a person, or the caller, decides.
/// </summary>
public sealed record InferredDate
{
    /// <summary>A day (<c>2019-04-03</c>) or a year (<c>2019</c>).</summary>
    public required string Value { get; init; }

    /// <summary>The words it follows from, in order.</summary>
    public required IReadOnlyList<TextSpan> Evidence { get; init; }

    /// <summary>How it follows.</summary>
    public required InferredDateGround Ground { get; init; }
}
