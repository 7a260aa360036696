namespace OnRecord;

/// <summary>The closed list of reasons for leaving a time without a place in the calendar.</summary>
public static class TimeRefusal
{
    /// <summary>The words count from the day of publication, which is not known.</summary>
    public const string NoDocumentDate = "no document date";

    /// <summary>The words name a day that no calendar has: "31 February", "week 54".</summary>
    public const string Impossible = "impossible date";

    /// <summary>Day and month may stand in either order; <see cref="Timex.Readings"/> has both.</summary>
    public const string AmbiguousOrder = "ambiguous: day or month first";

    /// <summary>The number is larger than a calendar or a length of time can hold.</summary>
    public const string OutOfRange = "out of range";

    /// <summary>A part of the day, and the sentence names no day: "in the morning".</summary>
    public const string NoDay = "no day named";

    /// <summary>Every reason.</summary>
    public static IReadOnlyList<string> All { get; } = [NoDocumentDate, Impossible, AmbiguousOrder, OutOfRange, NoDay];
}
