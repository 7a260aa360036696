namespace OnRecord.Interpret.Threads;

/// <summary>
/// Joins over documents what is one: readings are put in one by one, in any order, and what comes out depends on them
/// alone. Of a reading only what is joined is kept. Not safe to share between threads.
/// </summary>
/// <param name="identify">Gives the party that an entity of a document is over documents.</param>
public sealed class ThreadJoiner(Func<Entity, Party> identify)
{
    private readonly List<PledgeReport> pledges = [];
    private readonly List<AllegationReport> allegations = [];
    private readonly List<ClaimDraft> claims = [];
    private readonly List<EventReport> events = [];

    /// <summary>Puts a reading in; one without an article has nothing to join. Of a document only one reading may be put in.</summary>
    public void Add(Reading reading)
    {
        if (reading.Article is not { } article) return;
        var cited = new CitedReading(reading, article, identify);
        pledges.AddRange(PledgeReport.Of(cited));
        allegations.AddRange(AllegationReport.Of(cited));
        claims.AddRange(ClaimDraft.Of(cited));
        events.AddRange(EventReport.Of(cited));
    }

    /// <summary>What was put in so far, joined.</summary>
    public RecordThreads Join()
    {
        var pledgeThreads = PledgeJoiner.Join(InOrder(pledges, p => p.Step.Citation));
        var (disputes, looseAnswers) = DisputeJoiner.Join(InOrder(allegations, a => a.Step.Citation));
        var inOrder = InOrder(claims, c => c.Report.Citation);
        return new RecordThreads
        {
            Pledges = pledgeThreads,
            Disputes = disputes,
            LooseAnswers = looseAnswers,
            Claims = ClaimJoiner.Join(inOrder),
            Events = EventJoiner.Join(InOrder(events, e => e.Citation)),
            Contradictions = ContradictionFinder.Find(inOrder, disputes, pledgeThreads),
        };
    }

    // By day, what has none last; on one day by document and place, so that the order of reading decides nothing.
    private static List<T> InOrder<T>(List<T> items, Func<T, Citation> citation) =>
        [.. items.OrderBy(i => citation(i).Day is null).ThenBy(i => citation(i).Day).ThenBy(i => citation(i).Document, StringComparer.Ordinal).ThenBy(i => citation(i).Span)];
}
