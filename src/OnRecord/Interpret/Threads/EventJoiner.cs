namespace OnRecord.Interpret.Threads;

/// <summary>
/// Joins reports of one event: the same deed by the same actor towards the same recipient on the same day, or told without
/// a day in articles of the days right after.
/// </summary>
internal static class EventJoiner
{
    // What an article tells without a day has mostly happened on the day before or the day itself.
    private const int MostDays = 2;

    // Reports come by day, so a report belongs to one of the last events of its kind or to none.
    private const int MostEvents = 64;

    public static List<EventThread> Join(IReadOnlyList<EventReport> reports)
    {
        var threads = new List<EventThread>();
        var byDeed = new Dictionary<(EventCode, string, string), List<int>>();
        foreach (var report in reports)
        {
            var deed = (report.Event.Code, report.Actor.Key, report.Recipient.Key);
            if (!byDeed.TryGetValue(deed, out var same)) byDeed[deed] = same = [];
            var at = same.Count == 0 ? -1 : same.FindLastIndex(same.Count - 1, Math.Min(same.Count, MostEvents), i => IsSame(threads[i], report));
            if (at < 0)
            {
                same.Add(threads.Count);
                threads.Add(new EventThread
                {
                    Code = report.Event.Code,
                    Mode = report.Event.Mode,
                    Actor = report.Actor,
                    Recipient = report.Recipient,
                    Day = report.Event.When,
                    Confidence = report.Event.Confidence,
                    Reports = [report.Citation],
                });
                continue;
            }
            var known = threads[same[at]];
            threads[same[at]] = known with { Mode = known.Mode ?? report.Event.Mode, Day = known.Day ?? report.Event.When, Confidence = Math.Max(known.Confidence, report.Event.Confidence), Reports = [.. known.Reports, report.Citation] };
        }
        return threads;
    }

    private static bool IsSame(EventThread known, EventReport report)
    {
        if (known.Mode is { } mode && report.Event.Mode is { } other && mode != other) return false;
        if (known.Day is { } day && report.Event.When is { } when) return day == when;
        var (first, next) = (known.Day ?? known.Reports[0].Published, report.Event.When ?? report.Citation.Published);
        return first is { } a && next is { } b && Math.Abs(b.DayNumber - a.DayNumber) <= MostDays;
    }
}
