using OnRecord.Language.Text;

namespace OnRecord;

/// <summary>A time expression with its value in the terms of TIMEX3 (TimeML 1.2.1). Immutable.</summary>
public sealed record Timex
{
    /// <summary>The words.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>Date, time, duration or set.</summary>
    public required TimexType Type { get; init; }

    /// <summary>
    /// The TIMEX3 value: <c>2019-04-03</c>, <c>2019-04</c>, <c>2019-Q2</c>, <c>2019-W14</c>, <c>199</c> for a decade,
    /// <c>2019-04-03T10:30</c>, <c>2019-04-03TMO</c>, <c>P2Y</c>, <c>PXD</c>, <c>PAST_REF</c>, with <c>X</c> for every
    /// figure that is not known. Never empty.
    /// </summary>
    public required string Value { get; init; }

    /// <summary>Which part of it is meant, or how exact it is.</summary>
    public TimexModifier Modifier { get; init; }

    /// <summary>What the word before it makes of it: a deadline, a beginning.</summary>
    public TimeBound Bound { get; init; }

    /// <summary>The zone of a time of day as an offset from UTC, such as <c>-05:00</c> or <c>Z</c>; null where not told.</summary>
    public string? Zone { get; init; }

    /// <summary>The first moment it covers, in the local time of what the text speaks of; null where not known.</summary>
    public DateTime? Begins { get; init; }

    /// <summary>The first moment after it; null where not known.</summary>
    public DateTime? Ends { get; init; }

    /// <summary>How far it lies from the day of publication, as "yesterday" says <c>-P1D</c>; null where the words do not count from it.</summary>
    public string? Offset { get; init; }

    /// <summary>For a set, how often: <c>2X</c>, or <c>EVERY</c>; null where not said.</summary>
    public string? Frequency { get; init; }

    /// <summary>The time named before from which this one counts; null where it counts from the day of publication or from none.</summary>
    public TextSpan? CountsFrom { get; init; }

    /// <summary>Why it has no place in the calendar, one of <see cref="TimeRefusal"/>; null where nothing is wrong.</summary>
    public string? Unresolved { get; init; }

    /// <summary>Every value it may have where it is ambiguous; empty where it is not.</summary>
    public IReadOnlyList<string> Readings { get; init; } = [];

    /// <summary>The clause it stands in; null where not known.</summary>
    public TextSpan? Clause { get; init; }

    /// <summary>The last day that keeps a deadline set by this time; null where it is not one or not known.</summary>
    public DateOnly? Deadline => (Bound, Begins, Ends) switch
    {
        (TimeBound.By or TimeBound.Until, _, { } ends) => DateOnly.FromDateTime(ends.AddTicks(-1)),
        (TimeBound.Before, { } begins, _) => DateOnly.FromDateTime(begins.AddTicks(-1)),
        _ => null,
    };
}
