namespace OnRecord;

/// <summary>What the word before a time makes of it.</summary>
public enum TimeBound
{
    /// <summary>The time itself: "on Monday", "in 2019".</summary>
    None,

    /// <summary>Not later than its end: "by 2024", "no later than Friday".</summary>
    By,

    /// <summary>Before it begins: "before 2024", "ahead of Friday".</summary>
    Before,

    /// <summary>Going on up to it: "until the end of the year".</summary>
    Until,

    /// <summary>From its beginning on: "since 2014", "from Monday".</summary>
    Since,

    /// <summary>After it ends: "after 2024".</summary>
    After,

    /// <summary>Inside it: "within 30 days".</summary>
    Within,
}
