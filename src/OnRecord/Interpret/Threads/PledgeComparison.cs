using System.Globalization;

namespace OnRecord.Interpret.Threads;

/// <summary>What a report does to a pledge, by target and deadline against those known before it.</summary>
internal static class PledgeComparison
{
    /// <summary>Whether two units can be of one target: "2 percent" may stand for "2 percent of GDP".</summary>
    public static bool IsSameUnit(string? one, string? other) => one is null || other is null || one == other
        || one.StartsWith("percent", StringComparison.Ordinal) && other.StartsWith("percent", StringComparison.Ordinal) && (one == "percent" || other == "percent");

    /// <summary>
    /// The move and what differs; null where it is another pledge: one step to the goal of the same promise ("2 percent in
    /// 2029 and 3 percent in 2032") asks for more and allows more time, or for less and sooner.
    /// </summary>
    public static (PledgeMove Move, string? Difference)? Of(PledgeThread known, Pledge report)
    {
        var isTarget = known.Target is not null && report.Target is not null && known.Target != report.Target;
        var isDeadline = known.Deadline is not null && report.Deadline is not null && known.Deadline != report.Deadline;
        if (report.Move is PledgeMove.Withdrawn or PledgeMove.Delayed) return (report.Move, isDeadline ? Deadlines(known, report) : null);
        var later = isDeadline ? report.Deadline!.Value.CompareTo(known.Deadline!.Value) : 0;
        if (!isTarget)
        {
            return later switch
            {
                0 => (PledgeMove.Restated, null),
                > 0 => (PledgeMove.Delayed, Deadlines(known, report)),
                _ => (PledgeMove.Strengthened, Deadlines(known, report)),
            };
        }
        var targets = Invariant($"target {known.Target} to {report.Target} {report.Unit}");
        var difference = isDeadline ? targets + "; " + Deadlines(known, report) : targets;
        if (Harder(known, report) is not { } isHarder) return isDeadline ? null : (PledgeMove.Changed, difference);
        if (isHarder && later > 0 || !isHarder && later < 0) return null;
        return (isHarder ? PledgeMove.Strengthened : PledgeMove.Weakened, difference);
    }

    // Of "at least" and of a rise more is harder, of "at most" and of a level to fall to less is; of a cut by so much more is.
    private static bool? Harder(PledgeThread known, Pledge report)
    {
        var isMore = report.Target > known.Target;
        var comparison = report.Comparison is OnRecord.Comparison.Equal or OnRecord.Comparison.About or null ? known.Comparison : report.Comparison;
        return (comparison, report.Change) switch
        {
            (OnRecord.Comparison.AtLeast or OnRecord.Comparison.More, _) => isMore,
            (OnRecord.Comparison.AtMost or OnRecord.Comparison.Less, _) => !isMore,
            (_, Change.Up) => isMore,
            (_, Change.Down) => report.IsDifference == isMore,
            _ => null,
        };
    }

    private static string Deadlines(PledgeThread known, Pledge report) => Invariant($"deadline {known.Deadline:yyyy-MM-dd} to {report.Deadline:yyyy-MM-dd}");

    private static string Invariant(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
