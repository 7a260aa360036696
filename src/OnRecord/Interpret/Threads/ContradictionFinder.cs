using System.Globalization;

namespace OnRecord.Interpret.Threads;

/// <summary>
/// Finds words of a party that stand against its earlier ones. What is compared must be nearly the same wording: of two
/// politicians' lives in the news a looser comparison finds hundreds of contradictions that are none.
/// </summary>
internal static class ContradictionFinder
{
    // Of the words of both so many are shared: all but one of five.
    private const double LeastLikeness = 0.8;
    private const int FewestWords = 3;

    // Figures that differ by less are the same, rounded.
    private const decimal LeastDifference = 0.02m;

    public const string NoPeriod = "no period is named, and the figure may have changed between the two days";
    public const string MayHaveChanged = "no time is named, and it may have changed between the two days";
    public const string NotExact = "one of the figures is a bound or an estimate";
    public const string NoDay = "the day of one of the two is not known";

    public static List<Contradiction> Find(IReadOnlyList<ClaimDraft> claims, IReadOnlyList<Wording> wordings, IReadOnlyList<Dispute> disputes, IReadOnlyList<PledgeThread> pledges)
    {
        var found = new List<Contradiction>();
        foreach (var group in claims.Zip(wordings).Where(c => c.First.Report.Speaker is not null && c.Second.Count >= FewestWords).GroupBy(c => c.First.Report.Speaker!)) OfClaims(group.Key, [.. group], found);
        foreach (var dispute in disputes) OfAnswers(dispute, found);
        foreach (var pledge in pledges) OfPledge(pledge, found);
        return [.. found.OrderBy(c => c.Later.Day is null).ThenBy(c => c.Later.Day).ThenBy(c => c.Later.Key, StringComparer.Ordinal).ThenBy(c => c.Earlier.Key, StringComparer.Ordinal)];
    }

    private static void OfClaims(Party speaker, List<(ClaimDraft Draft, Wording Wording)> claims, List<Contradiction> found)
    {
        var index = new WordingIndex(LeastLikeness);
        for (var i = 0; i < claims.Count; i++)
        {
            var (later, wording) = claims[i];
            foreach (var j in index.Candidates(wording))
            {
                var earlier = claims[j].Draft;
                // A speech that takes up its own words to turn them round is rhetoric.
                if (earlier.Report.Citation.Document == later.Report.Citation.Document) continue;
                var likeness = claims[j].Wording.Likeness(wording);
                if (likeness >= LeastLikeness && OfPair(speaker, earlier, later, isSameWords: likeness >= 1) is { } contradiction) found.Add(contradiction);
            }
            index.Add(i, wording);
        }
    }

    private static Contradiction? OfPair(Party speaker, ClaimDraft earlier, ClaimDraft later, bool isSameWords)
    {
        var isOtherTime = earlier.Times.Count > 0 && later.Times.Count > 0 && !earlier.Times.SequenceEqual(later.Times);
        if (isOtherTime) return null;
        if (earlier.IsNegated != later.IsNegated)
        {
            if (!isSameWords || earlier.Figures.Count != later.Figures.Count) return null;
            // What had happened cannot have not happened later; what was so, or had not happened, can change.
            var isSettled = earlier.Times.Count > 0 && later.Times.Count > 0 || earlier.Report.Kind == ClaimKind.Event && !earlier.IsNegated;
            return Of(ContradictionKind.Negation, speaker, earlier.Report.Citation, later.Report.Citation, "the same words, once with a negation and once without", isSettled ? DayMissing(earlier, later) : MayHaveChanged);
        }
        if (earlier.Figures is not [var one] || later.Figures is not [var two] || one.Unit != two.Unit || one.Kind != two.Kind) return null;
        if (one.Status != FigureStatus.Actual || two.Status != FigureStatus.Actual || one.ChangeSense != two.ChangeSense || one.Change != two.Change || one.Per != two.Per) return null;
        if (IsSame(one, two)) return null;
        var period = earlier.Times.Count > 0 ? string.Join(", ", earlier.Times) : null;
        var ground = string.Create(CultureInfo.InvariantCulture, $"{one.Value} {one.Unit} and {two.Value} {two.Unit}{(period is null ? "" : $" for {period}")}");
        var declined = one.Comparison != Comparison.Equal || two.Comparison != Comparison.Equal ? NotExact
            : earlier.Times.Count == 0 || later.Times.Count == 0 ? NoPeriod
            : DayMissing(earlier, later);
        return Of(ContradictionKind.Figure, speaker, earlier.Report.Citation, later.Report.Citation, ground, declined);
    }

    private static bool IsSame(Quantity one, Quantity two)
    {
        var (a, b) = (one.Value!.Value, two.Value!.Value);
        return a == b || Math.Abs(a - b) <= LeastDifference * Math.Max(Math.Abs(a), Math.Abs(b));
    }

    // Of one party the last denial before an admission, and the last admission before a denial.
    private static void OfAnswers(Dispute dispute, List<Contradiction> found)
    {
        var last = new Dictionary<Party, DisputeStep>();
        foreach (var step in dispute.Steps)
        {
            if (step.Move is not (DisputeMove.Denial or DisputeMove.Concession) || (step.OnBehalfOf ?? step.By) is not { } party) continue;
            if (last.TryGetValue(party, out var before) && before.Move != step.Move && before.Citation.Document != step.Citation.Document)
            {
                var ground = step.Move == DisputeMove.Concession ? "denied first, then admitted" : "admitted first, then denied";
                found.Add(Of(ContradictionKind.Answer, party, before.Citation, step.Citation, ground, before.Citation.Day is null || step.Citation.Day is null ? NoDay : null));
            }
            last[party] = step;
        }
    }

    private static void OfPledge(PledgeThread pledge, List<Contradiction> found)
    {
        for (var i = 1; i < pledge.Steps.Count; i++)
        {
            var (made, step) = (pledge.Steps[i - 1], pledge.Steps[i]);
            if (step.Move != PledgeMove.Withdrawn || made.Move == PledgeMove.Withdrawn || step.Pledgers.FirstOrDefault(made.Pledgers.Contains) is not { } pledger) continue;
            found.Add(Of(ContradictionKind.Pledge, pledger, made.Citation, step.Citation, "pledged, then taken back", made.Citation.Day is null || step.Citation.Day is null ? NoDay : null));
        }
    }

    private static string? DayMissing(ClaimDraft earlier, ClaimDraft later) => earlier.Report.Citation.Day is null || later.Report.Citation.Day is null ? NoDay : null;

    private static Contradiction Of(ContradictionKind kind, Party speaker, Citation earlier, Citation later, string ground, string? declined) =>
        new() { Kind = kind, Speaker = speaker, Earlier = earlier, Later = later, Ground = ground, Declined = declined };
}
