namespace OnRecord.Interpret.Threads;

/// <summary>
/// Joins the same claim made again, in other words or by others: words nearly the same, figures the same, times not
/// different, and both or neither negated. Each is compared with the first report of a claim, so that a thread does not
/// drift from wording to wording.
/// </summary>
internal static class ClaimJoiner
{
    // Of the words of both so many are shared; where a figure is shared as well, fewer do.
    private const double LeastLikeness = 0.6;
    private const double LeastWithFigure = 0.4;
    private const int FewestWords = 3;

    public static List<ClaimThread> Join(IReadOnlyList<ClaimDraft> drafts, IReadOnlyList<Wording> wordings)
    {
        var threads = new List<(int First, List<ClaimReport> Reports)>();
        var index = new WordingIndex(LeastWithFigure);
        for (var n = 0; n < drafts.Count; n++)
        {
            var (draft, wording) = (drafts[n], wordings[n]);
            var (best, likeness) = (-1, 0.0);
            foreach (var i in index.Candidates(wording))
            {
                var first = threads[i].First;
                if (LeastOf(drafts[first], draft) is not { } least) continue;
                var alike = wordings[first].Likeness(wording);
                if (alike < least || alike <= likeness) continue;
                (best, likeness) = (i, alike);
            }
            if (best >= 0)
            {
                threads[best].Reports.Add(draft.Report with { Likeness = Math.Round(likeness, 4) });
                continue;
            }
            index.Add(threads.Count, wording);
            threads.Add((n, [draft.Report]));
        }
        return [.. threads.Select(t => new ClaimThread { Speakers = [.. t.Reports.Select(r => r.Speaker).OfType<Party>().Distinct()], Reports = t.Reports })];
    }

    /// <summary>How alike the words of two claims must be; null where they are not the same claim whatever their words.</summary>
    private static double? LeastOf(ClaimDraft one, ClaimDraft other)
    {
        if (one.IsNegated != other.IsNegated || one.Words.Length < FewestWords || other.Words.Length < FewestWords) return null;
        if (one.Times.Count > 0 && other.Times.Count > 0 && !one.Times.Intersect(other.Times).Any()) return null;
        var isSameFigure = one.Figures.Any(a => other.Figures.Any(b => IsSame(a, b)));
        if (!isSameFigure && one.Figures.Count > 0 && other.Figures.Count > 0) return null;
        // A claim with a figure and one without are not the same, however alike their words.
        if (one.Figures.Count > 0 != other.Figures.Count > 0) return null;
        return isSameFigure ? LeastWithFigure : LeastLikeness;
    }

    private static bool IsSame(Quantity one, Quantity other) => one.Value == other.Value && one.Unit == other.Unit && one.Upper == other.Upper;
}
