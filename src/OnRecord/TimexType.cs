namespace OnRecord;

/// <summary>The four types of TIMEX3.</summary>
public enum TimexType
{
    /// <summary>A day, or something larger that has a place in the calendar: "Wednesday", "April 2019", "the 1990s".</summary>
    Date,

    /// <summary>A part of a day: "10:30 a.m.", "Friday night".</summary>
    Time,

    /// <summary>A length: "two years".</summary>
    Duration,

    /// <summary>Something that comes again: "every Monday", "monthly".</summary>
    Set,
}
