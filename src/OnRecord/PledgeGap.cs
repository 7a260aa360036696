namespace OnRecord;

/// <summary>The closed list of what a pledge can lack. docs/reference/pledges.md explains each.</summary>
public static class PledgeGap
{
    /// <summary>Nobody could be told who pledges.</summary>
    public const string NoPledger = "pledger not resolved";

    /// <summary>No figure is to be reached.</summary>
    public const string NoTarget = "no target";

    /// <summary>No time is named by which.</summary>
    public const string NoDeadline = "no deadline";

    /// <summary>Two times are named, and which is the deadline is not clear.</summary>
    public const string SeveralDeadlines = "several deadlines";

    /// <summary>A time is named that has no place in the calendar, since the day of publication is not known.</summary>
    public const string UnresolvedDeadline = "deadline not resolved";

    /// <summary>The time named lies before the day of publication.</summary>
    public const string PastDeadline = "deadline past when published";

    /// <summary>Every gap.</summary>
    public static IReadOnlyList<string> All { get; } = [NoPledger, NoTarget, NoDeadline, SeveralDeadlines, UnresolvedDeadline, PastDeadline];
}
