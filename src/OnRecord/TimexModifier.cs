namespace OnRecord;

/// <summary>What TIMEX3 calls <c>mod</c>: which part of the time is meant, or how exact it is.</summary>
public enum TimexModifier
{
    /// <summary>Nothing said.</summary>
    None,

    /// <summary>"early 2019", "the beginning of April".</summary>
    Start,

    /// <summary>"mid-March".</summary>
    Mid,

    /// <summary>"late May", "the end of the year".</summary>
    End,

    /// <summary>"about two years", "around noon".</summary>
    Approx,

    /// <summary>"more than four decades ago".</summary>
    Before,

    /// <summary>"less than a year ago".</summary>
    After,

    /// <summary>"less than an hour", "nearly two weeks".</summary>
    LessThan,

    /// <summary>"more than a week", "over an hour".</summary>
    MoreThan,

    /// <summary>"up to 180 days", "no more than a month".</summary>
    EqualOrLess,

    /// <summary>"at least ten days".</summary>
    EqualOrMore,
}
