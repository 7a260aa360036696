using OnRecord.Language;

namespace OnRecord.Ledger;

/// <summary>
/// What the standing readings of a ledger say of pledges, disputes, claims and events, each joined over documents, as of
/// one entry. Nothing of it is stored: it follows from the readings, from who is who by the user's word, and from what
/// people decided, so taking back a merge takes back what it joined. Immutable; safe to share between threads.
/// </summary>
public sealed class RecordedThreads
{
    private const int ShortestPrefix = 4;

    private readonly Dictionary<string, PledgeThread> pledges;
    private readonly Dictionary<string, Dispute> disputes;
    private readonly Dictionary<string, ClaimThread> claims;
    private readonly Dictionary<string, EventThread> events;

    internal RecordedThreads(long head, RecordThreads threads)
    {
        (Head, All) = (head, threads);
        pledges = ByKey(threads.Pledges, p => p.Steps.Select(s => s.Citation.Key));
        disputes = ByKey(threads.Disputes, d => d.Steps.SelectMany(s => s.Again.Prepend(s.Citation)).Select(c => c.Key));
        claims = ByKey(threads.Claims, c => c.Reports.Select(r => r.Citation.Key));
        events = ByKey(threads.Events, e => e.Reports.Select(r => r.Key));
    }

    /// <summary>The number of the last entry that it takes account of.</summary>
    public long Head { get; }

    /// <summary>All of it.</summary>
    public RecordThreads All { get; }

    /// <summary>Pledges, those with the earliest deadline first and those without one last.</summary>
    public IReadOnlyList<PledgeThread> Pledges(PledgeQuery query) =>
    [
        .. All.Pledges.Where(p => Has(p.Pledgers, query.Pledger) && (query.Status is null || p.StatusOn(query.Today) == query.Status) && (query.DueBefore is null || p.Deadline < query.DueBefore))
            .OrderBy(p => p.Deadline is null).ThenBy(p => p.Deadline),
    ];

    /// <summary>A pledge by the key of any of its reports, or the beginning of it; null for none.</summary>
    /// <exception cref="OnRecordException">OR5010: several could be meant.</exception>
    public PledgeThread? Pledge(string id) => One(pledges, id, p => p.Id, "pledge");

    /// <summary>Disputes, the one with the latest step first.</summary>
    public IReadOnlyList<Dispute> Disputes(DisputeQuery query) =>
    [
        .. All.Disputes.Where(d => Has(d.Parties, query.Actor) && IsAbout(d, query.Subject)).OrderBy(d => d.Last is null).ThenByDescending(d => d.Last),
    ];

    /// <summary>A dispute by the key of any of its steps, or the beginning of it; null for none.</summary>
    /// <exception cref="OnRecordException">OR5010: several could be meant.</exception>
    public Dispute? Dispute(string id) => One(disputes, id, d => d.Id, "dispute");

    /// <summary>Denials and concessions of which no charge is on record, each with the reason.</summary>
    public IReadOnlyList<DisputeStep> LooseAnswers(string? actor) => [.. All.LooseAnswers.Where(s => Has([.. new[] { s.By, s.OnBehalfOf }.OfType<Party>()], actor))];

    /// <summary>Claims, those most worth checking first.</summary>
    /// <exception cref="OnRecordException">OR9001: the query cannot be asked.</exception>
    public IReadOnlyList<ClaimThread> Claims(ClaimQuery query)
    {
        if (query.Limit is < 1) throw new OnRecordException(DiagnosticCodes.Usage, "The limit of a list is below 1. Give 1 or more, or none for all.");
        return
        [
            .. All.Claims.Where(c => Has(c.Speakers, query.Speaker) && (query.Kind is null || c.Kind == query.Kind) && c.Checkworthy >= query.Least)
                .OrderByDescending(c => c.Checkworthy).Take(query.Limit ?? int.MaxValue),
        ];
    }

    /// <summary>A claim by the key of any of its reports, or the beginning of it; null for none.</summary>
    /// <exception cref="OnRecordException">OR5010: several could be meant.</exception>
    public ClaimThread? Claim(string id) => One(claims, id, c => c.Id, "claim");

    /// <summary>Events, the latest first and those without a day last.</summary>
    public IReadOnlyList<EventThread> Events(EventQuery query) =>
    [
        .. All.Events.Where(e => Has([e.Actor, e.Recipient], query.Actor) && (query.Code is null || e.Code == query.Code)
                && (query.Since is null || e.Day >= query.Since) && (query.Until is null || e.Day <= query.Until))
            .OrderBy(e => e.Day is null).ThenByDescending(e => e.Day),
    ];

    /// <summary>An event by the key of any of its reports, or the beginning of it; null for none.</summary>
    /// <exception cref="OnRecordException">OR5010: several could be meant.</exception>
    public EventThread? Event(string id) => One(events, id, e => e.Id, "event");

    /// <summary>Words of a party that stand against earlier ones of its own, something to be looked at and no verdict; those not put forward left out unless asked for.</summary>
    /// <param name="speaker">Words of the name, or the key; null for all.</param>
    /// <param name="withDeclined">Whether to give those that are not put forward too, each with the reason.</param>
    public IReadOnlyList<Contradiction> Contradictions(string? speaker = null, bool withDeclined = false) =>
        [.. All.Contradictions.Where(c => (withDeclined || c.Declined is null) && Has([c.Speaker], speaker))];

    private static bool Has(IReadOnlyList<Party> parties, string? name) =>
        string.IsNullOrWhiteSpace(name) || parties.Any(p => p.Key.Equals(name, StringComparison.OrdinalIgnoreCase) || IsNamed(p.Name, name));

    // Every word asked for begins a word of the name: "holt" finds "Jana Holt" and not "Scholten".
    private static bool IsNamed(string name, string asked)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return asked.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(a => words.Any(w => w.StartsWith(a, StringComparison.OrdinalIgnoreCase)));
    }

    private static bool IsAbout(Dispute dispute, string? subject) => string.IsNullOrWhiteSpace(subject)
        || dispute.Subject is { } named && Has([named], subject)
        || dispute.Steps.Any(s => s.Citation.Words.Contains(subject, StringComparison.OrdinalIgnoreCase));

    private static Dictionary<string, T> ByKey<T>(IEnumerable<T> threads, Func<T, IEnumerable<string>> keys)
    {
        var found = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var thread in threads)
        {
            foreach (var key in keys(thread)) found.TryAdd(key, thread);
        }
        return found;
    }

    private static T? One<T>(Dictionary<string, T> byKey, string id, Func<T, string> keyOf, string what)
        where T : class
    {
        if (byKey.TryGetValue(id, out var found)) return found;
        if (id.Length < ShortestPrefix) return null;
        var several = byKey.Where(pair => pair.Key.StartsWith(id, StringComparison.OrdinalIgnoreCase)).Select(pair => pair.Value).DistinctBy(keyOf).Take(3).ToList();
        if (several.Count <= 1) return several.FirstOrDefault();
        throw new OnRecordException(DiagnosticCodes.SeveralInLedger, $"'{id}' could be more than one {what}: {string.Join(", ", several.Take(2).Select(keyOf))}{(several.Count > 2 ? " …" : "")}. Give more of it.");
    }
}
