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
        var vocabulary = Vocabulary.Of(reports.Select(r => r.MeasureWords).Concat(reports.Select(r => r.ActionWords)));
        var known = new PledgesKnown();
        foreach (var report in reports)
        {
            var worded = new WordedPledge(report.Step, vocabulary.Wording(report.MeasureWords), vocabulary.Wording(report.ActionWords));
            var words = vocabulary.Wording([.. report.MeasureWords.Union(report.ActionWords)]);
            var (best, comparison) = Best(known, known.Candidates(report.Step, words), worded);
            // What is taken back without its beginning on record is a thread of its own, which begins with its end.
            if (best < 0) known.Open(Opened(report.Step), worded, words);
            else known.Continue(best, Continued(known.Threads[best], report.Step, comparison), worded, words);
        }
        return known.Threads;
    }

    private static (int Thread, (PledgeMove, string?) Comparison) Best(PledgesKnown known, List<int> candidates, WordedPledge report)
    {
        var (best, bestScore, found) = (-1, 0, default((PledgeMove, string?)));
        foreach (var i in candidates)
        {
            var thread = known.Threads[i];
            if (!IsSame(thread, known.Latest[i], report)) continue;
            if (PledgeComparison.Of(thread, report.Step.Frame) is not { } comparison) continue;
            var score = 1 + (Equal(thread.Target, report.Step.Frame.Target) ? 2 : 0) + (Equal(thread.Deadline, report.Step.Frame.Deadline) ? 2 : 0);
            if (score < bestScore) continue;
            (best, bestScore, found) = (i, score, comparison);
        }
        return (best, found);
    }

    private static bool IsSame(PledgeThread thread, WordedPledge known, WordedPledge report)
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
            return known.Measure.Likeness(report.Measure) >= 1 && thread.Deadline is not null && frame.Deadline is not null && thread.Steps[0].Frame.IsDifference == frame.IsDifference;
        }
        if (known.Measure.Count > 0 && report.Measure.Count > 0 && known.Measure.Likeness(report.Measure) >= LeastMeasure)
        {
            // "raise pensions" and "protect pensions" are two things to do, unless a figure makes them one.
            return Equal(thread.Target, frame.Target) || known.Action.Containment(report.Action) >= LeastAction;
        }
        return known.Action.Shared(report.Action) >= FewestShared && known.Action.Containment(report.Action) >= LeastAction;
    }

    private static bool Equal<T>(T? one, T? other)
        where T : struct => one is { } a && other is { } b && EqualityComparer<T>.Default.Equals(a, b);

    private static PledgeThread Opened(PledgeStep step) => new()
    {
        Pledgers = step.Pledgers,
        BindsMembers = step.Frame.BindsMembers,
        Measure = step.Measure,
        Comparison = step.Frame.Comparison,
        Target = step.Frame.Target,
        Unit = step.Frame.Unit,
        Deadline = step.Frame.Deadline,
        Condition = step.Condition,
        Steps = [step],
    };

    private static PledgeThread Continued(PledgeThread thread, PledgeStep report, (PledgeMove Move, string? Difference) comparison)
    {
        var (frame, step) = (report.Frame, report with { Move = comparison.Move, Difference = comparison.Difference });
        var isWithdrawal = comparison.Move == PledgeMove.Withdrawn;
        // "2 percent" for "2 percent of GDP": the fuller unit stays.
        var keepsUnit = frame.Target is null || isWithdrawal || thread.Unit is { } unit && frame.Unit is "percent" && unit != "percent" && Equal(thread.Target, frame.Target);
        return thread with
        {
            Pledgers = [.. thread.Pledgers.Union(step.Pledgers)],
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
