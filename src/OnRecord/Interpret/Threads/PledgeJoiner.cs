namespace OnRecord.Interpret.Threads;

/// <summary>
/// Joins reports of the same pledge: by somebody who pledges in both, of the same measure or nearly the same words, with
/// targets in the same unit. The reports come by day, so that what was read first decides nothing.
/// </summary>
internal static class PledgeJoiner
{
    // Of the words of two measures at least half are the same: "defence spending", "spending on national defence".
    private const double LeastMeasure = 0.5;

    // Without a measure the deed is compared, and it takes more words to be the same: "open a clinic in every district".
    private const double LeastAction = 0.6;
    private const int FewestShared = 3;

    public static List<PledgeThread> Join(IReadOnlyList<PledgeReport> reports)
    {
        var threads = new List<PledgeThread>();
        var latest = new List<PledgeReport>();
        var index = new WordingIndex(likeness: 0);
        foreach (var report in reports)
        {
            var words = Words(report);
            var (best, comparison) = Best(threads, latest, index.Candidates(words), report);
            if (best < 0)
            {
                // What is taken back without its beginning on record is a thread of its own, which begins with its end.
                best = threads.Count;
                threads.Add(Opened(report));
                latest.Add(report);
            }
            else
            {
                threads[best] = Continued(threads[best], report, comparison);
                latest[best] = report with
                {
                    MeasureWords = report.MeasureWords.Length > 0 ? report.MeasureWords : latest[best].MeasureWords,
                    ActionWords = report.Step.Move == PledgeMove.Withdrawn ? latest[best].ActionWords : report.ActionWords,
                };
            }
            index.Add(best, words);
        }
        return threads;
    }

    private static string[] Words(PledgeReport report) => [.. report.MeasureWords.Union(report.ActionWords)];

    private static (int Thread, (PledgeMove, string?) Comparison) Best(List<PledgeThread> threads, List<PledgeReport> latest, IEnumerable<int> candidates, PledgeReport report)
    {
        var (best, bestScore, found) = (-1, 0, default((PledgeMove, string?)));
        foreach (var i in candidates)
        {
            if (!IsSame(threads[i], latest[i], report)) continue;
            if (PledgeComparison.Of(threads[i], report.Step.Frame) is not { } comparison) continue;
            var score = 1 + (Equal(threads[i].Target, report.Step.Frame.Target) ? 2 : 0) + (Equal(threads[i].Deadline, report.Step.Frame.Deadline) ? 2 : 0);
            if (score < bestScore) continue;
            (best, bestScore, found) = (i, score, comparison);
        }
        return (best, found);
    }

    private static bool IsSame(PledgeThread thread, PledgeReport known, PledgeReport report)
    {
        var frame = report.Step.Frame;
        var isSameDocument = known.Step.Citation.Document == report.Step.Citation.Document;
        var isSameFigure = Equal(thread.Target, frame.Target) && Equal(thread.Deadline, frame.Deadline);
        // One article does not change a pledge between two of its sentences: other figures are other pledges.
        if (isSameDocument && !isSameFigure && frame.Move == PledgeMove.Made && known.Step.Frame.Move == PledgeMove.Made) return false;
        if (thread.IsWithdrawn && frame.Move == PledgeMove.Made && thread.Steps.Count == 1) return false;
        if (!PledgeComparison.IsSameUnit(thread.Unit, frame.Unit)) return false;
        if (!report.Step.Pledgers.Any(thread.Pledgers.Contains))
        {
            // A headline says "leaders agree", the article who they are.
            if (!isSameDocument || !isSameFigure || thread.Pledgers.Count > 0 && report.Step.Pledgers.Count > 0) return false;
        }
        if (thread.Target is not null && frame.Target is not null && thread.Target != frame.Target)
        {
            // Another target is a change of this one only where the measure is the very same and both name their day.
            return ContentWords.Likeness(known.MeasureWords, report.MeasureWords) >= 1 && thread.Deadline is not null && frame.Deadline is not null && thread.Steps[0].Frame.IsDifference == frame.IsDifference;
        }
        if (known.MeasureWords.Length > 0 && report.MeasureWords.Length > 0 && ContentWords.Likeness(known.MeasureWords, report.MeasureWords) >= LeastMeasure)
        {
            // "raise pensions" and "protect pensions" are two things to do, unless a figure makes them one.
            return Equal(thread.Target, frame.Target) || ContentWords.Containment(known.ActionWords, report.ActionWords) >= LeastAction;
        }
        return ContentWords.Shared(known.ActionWords, report.ActionWords) >= FewestShared && ContentWords.Containment(known.ActionWords, report.ActionWords) >= LeastAction;
    }

    private static bool Equal<T>(T? one, T? other)
        where T : struct => one is { } a && other is { } b && EqualityComparer<T>.Default.Equals(a, b);

    private static PledgeThread Opened(PledgeReport report) => new()
    {
        Pledgers = report.Step.Pledgers,
        BindsMembers = report.Step.Frame.BindsMembers,
        Measure = report.Step.Measure,
        Comparison = report.Step.Frame.Comparison,
        Target = report.Step.Frame.Target,
        Unit = report.Step.Frame.Unit,
        Deadline = report.Step.Frame.Deadline,
        Condition = report.Step.Condition,
        Steps = [report.Step],
    };

    private static PledgeThread Continued(PledgeThread thread, PledgeReport report, (PledgeMove Move, string? Difference) comparison)
    {
        var (frame, step) = (report.Step.Frame, report.Step with { Move = comparison.Move, Difference = comparison.Difference });
        var isWithdrawal = comparison.Move == PledgeMove.Withdrawn;
        // "2 percent" for "2 percent of GDP": the fuller unit stays.
        var keepsUnit = frame.Target is null || isWithdrawal || thread.Unit is { } unit && frame.Unit is "percent" && unit != "percent" && Equal(thread.Target, frame.Target);
        return thread with
        {
            Pledgers = [.. thread.Pledgers.Union(report.Step.Pledgers)],
            BindsMembers = thread.BindsMembers || frame.BindsMembers,
            Measure = thread.Measure ?? step.Measure,
            Comparison = keepsUnit || frame.Comparison is OnRecord.Comparison.Equal && Equal(thread.Target, frame.Target) ? thread.Comparison ?? frame.Comparison : frame.Comparison,
            Target = isWithdrawal ? thread.Target ?? frame.Target : frame.Target ?? thread.Target,
            Unit = keepsUnit ? thread.Unit ?? frame.Unit : frame.Unit,
            Deadline = isWithdrawal ? thread.Deadline ?? frame.Deadline : frame.Deadline ?? thread.Deadline,
            Condition = step.Condition ?? thread.Condition,
            Steps = [.. thread.Steps, step],
        };
    }
}
