namespace OnRecord.Interpret.Threads;

/// <summary>
/// Joins over documents what is one: readings are put in one by one, in any order, and what comes out depends on them
/// alone. Of a reading only what is joined is kept. Not safe to share between threads.
/// </summary>
/// <param name="identify">Gives the party that an entity of a document is over documents.</param>
public sealed class ThreadJoiner(Func<Entity, Party> identify)
{
    private readonly Dictionary<string, ReadingReports> byDocument = new(StringComparer.Ordinal);
    private readonly WordPool pool = new();

    /// <summary>Puts a reading in, in place of an earlier one of the same document. One without an article has nothing to join.</summary>
    public void Add(Reading reading)
    {
        if (reading.Article is { } article) byDocument[reading.Raw.Sha256] = ReadingReports.Of(new CitedReading(reading, article, identify, pool));
        else byDocument.Remove(reading.Raw.Sha256);
    }

    /// <summary>What was put in so far, joined.</summary>
    public RecordThreads Join()
    {
        var pledgeThreads = PledgeJoiner.Join(InOrder(r => r.Pledges, p => p.Step.Citation));
        var (disputes, looseAnswers) = DisputeJoiner.Join(InOrder(r => r.Allegations, a => a.Step.Citation));
        var claimsInOrder = InOrder(r => r.Claims, c => c.Report.Citation);
        var vocabulary = Vocabulary.Of(claimsInOrder.Select(c => c.Words));
        var wordings = claimsInOrder.ConvertAll(c => vocabulary.Wording(c.Words));
        return new RecordThreads
        {
            Pledges = pledgeThreads,
            Disputes = disputes,
            LooseAnswers = looseAnswers,
            Claims = ClaimJoiner.Join(claimsInOrder, wordings),
            Events = EventJoiner.Join(InOrder(r => r.Events, e => e.Citation)),
            Contradictions = ContradictionFinder.Find(claimsInOrder, wordings, disputes, pledgeThreads),
        };
    }

    // By day, what has none last; on one day by document and place, so that the order of reading decides nothing.
    private List<T> InOrder<T>(Func<ReadingReports, IReadOnlyList<T>> items, Func<T, Citation> citation) =>
        [.. byDocument.Values.SelectMany(items).OrderBy(i => citation(i).Day is null).ThenBy(i => citation(i).Day).ThenBy(i => citation(i).Document, StringComparer.Ordinal).ThenBy(i => citation(i).Span)];
}
