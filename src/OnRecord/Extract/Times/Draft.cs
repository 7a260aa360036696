namespace OnRecord.Extract.Times;

/// <summary>A time while it is read.</summary>
internal struct Draft
{
    public int First;
    public int End;
    public TimexType Type;
    public string Value;
    public TimexModifier Modifier;
    public DateTime? Begins;
    public DateTime? Ends;
    public string? Offset;
    public string? Frequency;
    public string? Zone;
    public string? Unresolved;
    public string[]? Readings;

    /// <summary>The stretch of the calendar, where it is one.</summary>
    public CalendarSpan? Place;

    /// <summary>Whether it was counted from a time named before.</summary>
    public bool CountsFromLast;

    /// <summary>Whether no word of it tells the day: "10 a.m." is put on the day of publication.</summary>
    public bool IsDayAssumed;

    public static Draft At(int first, int end, CalendarSpan place) => new()
    {
        First = first,
        End = end,
        Type = TimexType.Date,
        Value = place.Value,
        Begins = place.First.ToDateTime(TimeOnly.MinValue),
        Ends = place.End.ToDateTime(TimeOnly.MinValue),
        Place = place,
    };

    public static Draft Of(int first, int end, TimexType type, string value) => new() { First = first, End = end, Type = type, Value = value };

    /// <summary>A date whose words count from a day that is not known.</summary>
    public static Draft Open(int first, int end, string value, string? offset) => new() { First = first, End = end, Type = TimexType.Date, Value = value, Offset = offset, Unresolved = TimeRefusal.NoDocumentDate };

    public static Draft Refused(int first, int end, string value, string reason) => new() { First = first, End = end, Type = TimexType.Date, Value = value, Unresolved = reason };
}
