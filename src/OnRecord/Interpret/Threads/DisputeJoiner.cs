namespace OnRecord.Interpret.Threads;

/// <summary>
/// Joins charges and answers to disputes. Two charges are of one dispute where they are about the same named accord and
/// against the same party, or where the one charged charges in turn; without a named accord, where accuser and accused are
/// the same and the words nearly so, or the one charge stands in the headline over the other. An answer follows the charge it
/// answers.
/// </summary>
internal sealed class DisputeJoiner
{
    // Without an accord the words must show that it is the same wrong.
    private const double LeastLikeness = 0.5;
    private const int FewestShared = 3;

    public const string NothingOnRecord = "nothing on record that it answers";
    public const string SeveralOnRecord = "ambiguous: several disputes on record could be meant";

    private readonly IReadOnlyList<AllegationReport> reports;
    private readonly Wording[] wordings;
    private readonly int[] leader;
    private readonly string?[] unjoined;
    private readonly bool[] isAnswered;

    private DisputeJoiner(IReadOnlyList<AllegationReport> reports)
    {
        this.reports = reports;
        var vocabulary = Vocabulary.Of(reports.Select(r => r.Words));
        wordings = [.. reports.Select(r => vocabulary.Wording(r.Words))];
        leader = [.. Enumerable.Range(0, reports.Count)];
        unjoined = new string?[reports.Count];
        isAnswered = new bool[reports.Count];
    }

    /// <summary>The disputes by their first step, and the answers that belong to none.</summary>
    public static (List<Dispute> Disputes, List<DisputeStep> LooseAnswers) Join(IReadOnlyList<AllegationReport> reports)
    {
        var joiner = new DisputeJoiner(reports);
        joiner.JoinInsideDocuments();
        joiner.JoinBySubject();
        joiner.JoinHeadlines();
        joiner.JoinByWords();
        joiner.JoinAnswers();
        return joiner.Result();
    }

    private void JoinInsideDocuments()
    {
        var byKey = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < reports.Count; i++) byKey.TryAdd(reports[i].Step.Citation.Key, i);
        for (var i = 0; i < reports.Count; i++)
        {
            if (reports[i].RepliesTo is not { } key || !byKey.TryGetValue(key, out var answered)) continue;
            isAnswered[i] = true;
            Join(i, answered);
        }
    }

    private void JoinBySubject()
    {
        var accused = new Dictionary<(string Subject, string Accused), int>();
        foreach (var (i, charge) in Charges())
        {
            if (charge.Step.Subject is not { } subject || charge.Step.Against is not { } against) continue;
            if (!accused.TryAdd((subject.Key, against.Key), i)) Join(i, accused[(subject.Key, against.Key)]);
        }
        foreach (var (i, charge) in Charges())
        {
            if (charge.Step.Subject is not { } subject) continue;
            foreach (var maker in charge.Makers)
            {
                if (accused.TryGetValue((subject.Key, maker.Key), out var against)) Join(i, against);
            }
        }
    }

    // "Meldin says Torvia broke the river treaty" over an article in which Meldin charges Torvia of one thing: a headline says
    // in short what stands below it, and seldom by the same name.
    private void JoinHeadlines()
    {
        foreach (var article in Charges().GroupBy(c => c.Charge.Step.Citation.Document, StringComparer.Ordinal))
        {
            var (headlines, below) = (article.Where(c => IsHeadline(c.Charge.Step.Citation)).ToList(), article.Where(c => !IsHeadline(c.Charge.Step.Citation)).ToList());
            foreach (var (i, headline) in headlines)
            {
                if (headline.Step.Subject is not null || headline.Step.Against is not { } accused) continue;
                var meant = below.Where(c => c.Charge.Step.Against == accused && c.Charge.Makers.Intersect(headline.Makers).Any()).Select(c => Leader(c.Index)).Distinct().ToList();
                if (meant.Count == 1) Join(i, meant[0]);
            }
        }
    }

    private static bool IsHeadline(Citation citation) => citation.Title is { } title && citation.Span.Start <= title.Length && title.Contains(citation.Words, StringComparison.Ordinal);

    private void JoinByWords()
    {
        var byPair = new Dictionary<(string Accuser, string Accused), (WordingIndex Index, List<int> Charges)>();
        foreach (var (i, charge) in Charges())
        {
            if (charge.Step.Against is not { } accused) continue;
            foreach (var maker in charge.Makers)
            {
                if (!byPair.TryGetValue((maker.Key, accused.Key), out var known)) byPair[(maker.Key, accused.Key)] = known = (new WordingIndex(LeastLikeness), []);
                foreach (var j in known.Index.Candidates(wordings[i]))
                {
                    var other = reports[known.Charges[j]];
                    // Two accords are two subjects, whatever else the words share.
                    if (charge.Step.Subject is { } one && other.Step.Subject is { } two && one != two) continue;
                    var words = wordings[known.Charges[j]];
                    if (words.Shared(wordings[i]) >= FewestShared && words.Likeness(wordings[i]) >= LeastLikeness) Join(i, known.Charges[j]);
                }
                known.Index.Add(known.Charges.Count, wordings[i]);
                known.Charges.Add(i);
            }
        }
    }

    // A denial of something that another article told: by the one charged, about the same accord, or where one dispute alone can be meant.
    private void JoinAnswers()
    {
        var against = new Dictionary<string, ChargesAgainst>(StringComparer.Ordinal);
        foreach (var (i, charge) in Charges())
        {
            if (charge.Step.Against is not { } accused) continue;
            if (!against.TryGetValue(accused.Key, out var charges)) against[accused.Key] = charges = new ChargesAgainst();
            charges.Add(i, charge, wordings[i]);
        }
        for (var i = 0; i < reports.Count; i++)
        {
            var answer = reports[i];
            if (answer.Stance == Stance.Accuse || isAnswered[i]) continue;
            var number = i;
            var meant = answer.Makers.SelectMany(maker => against.GetValueOrDefault(maker.Key)?.ThatMayBeMeant(answer, wordings[number]) ?? []).Where(charge => Answers(number, charge)).Select(Leader).Distinct().ToList();
            if (meant.Count == 1) Join(i, meant[0]);
            else unjoined[i] = meant.Count > 1 ? SeveralOnRecord : answer.Step.Unjoined is AllegationJoiner.Ambiguous ? AllegationJoiner.Ambiguous : NothingOnRecord;
        }
    }

    private bool Answers(int i, int j)
    {
        var (answer, charge) = (reports[i], reports[j]);
        if (charge.Step.Citation.Day > answer.Step.Citation.Day) return false;
        if (answer.Step.Subject is { } subject) return subject == charge.Step.Subject;
        if (answer.Step.Against is { } accuser && !charge.Makers.Contains(accuser)) return false;
        // The name of the accuser alone does not say which of its charges; the words must.
        return wordings[i].Shared(wordings[j]) >= 2 && wordings[i].Containment(wordings[j]) >= LeastLikeness;
    }

    private (List<Dispute> Disputes, List<DisputeStep> LooseAnswers) Result()
    {
        var (disputes, loose) = (new List<Dispute>(), new List<DisputeStep>());
        foreach (var group in Enumerable.Range(0, reports.Count).GroupBy(Leader))
        {
            if (group.All(i => reports[i].Stance != Stance.Accuse)) loose.AddRange(group.Select(i => reports[i].Step with { Unjoined = unjoined[i] ?? NothingOnRecord }));
            else disputes.Add(DisputeSides.Assigned([.. group.Select(i => reports[i])]));
        }
        return (disputes, loose);
    }

    private IEnumerable<(int Index, AllegationReport Charge)> Charges()
    {
        for (var i = 0; i < reports.Count; i++)
        {
            if (reports[i].Stance == Stance.Accuse) yield return (i, reports[i]);
        }
    }

    // The leader is the earliest of those joined.
    private int Leader(int i)
    {
        while (leader[i] != i) i = leader[i] = leader[leader[i]];
        return i;
    }

    private void Join(int one, int other)
    {
        var (a, b) = (Leader(one), Leader(other));
        leader[Math.Max(a, b)] = Math.Min(a, b);
    }
}
