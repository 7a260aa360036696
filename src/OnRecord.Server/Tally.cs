using OnRecord.Ledger;

namespace OnRecord.Server;

/// <summary>
/// Who speaks how often, in all of the ledger, as of one entry. It is counted once and then kept up by what is recorded
/// after; where a document was read again, all is counted anew. Immutable.
/// </summary>
internal sealed class Tally
{
    public static readonly Tally Nothing = new([], []) { Head = 0, Last = 0, Documents = 0, Statements = 0, Unresolved = 0 };

    private readonly Dictionary<string, SpeakerTally> speakers;
    private readonly Dictionary<string, OutletTally> outlets;

    private Tally(Dictionary<string, SpeakerTally> speakers, Dictionary<string, OutletTally> outlets)
    {
        this.speakers = speakers;
        this.outlets = outlets;
        MostQuoted = [.. speakers.Values.OrderByDescending(s => s.Statements).ThenBy(s => s.Name, StringComparer.Ordinal)];
        Outlets = [.. outlets.Values.OrderByDescending(o => o.Statements).ThenBy(o => o.Name, StringComparer.Ordinal)];
    }

    /// <summary>The last entry of the ledger when it was counted.</summary>
    public required long Head { get; init; }

    /// <summary>The last reading that was counted.</summary>
    public required long Last { get; init; }

    public required long Documents { get; init; }

    public required long Statements { get; init; }

    /// <summary>Statements without a speaker.</summary>
    public required long Unresolved { get; init; }

    /// <summary>Every speaker, the most quoted first.</summary>
    public IReadOnlyList<SpeakerTally> MostQuoted { get; }

    /// <summary>Every outlet, the one with the most statements first.</summary>
    public IReadOnlyList<OutletTally> Outlets { get; }

    public SpeakerTally? Speaker(string name) => speakers.GetValueOrDefault(name);

    public OutletTally? Outlet(string name) => outlets.GetValueOrDefault(name);

    /// <summary>The tally of the ledger as it is now.</summary>
    public Tally Updated(LedgerReader ledger)
    {
        var head = ledger.Head();
        if (head == Head) return this;
        return Counted(ledger, head, this) ?? Counted(ledger, head, Nothing)!;
    }

    // Null where a document that may be counted already was read again.
    private static Tally? Counted(LedgerReader ledger, long head, Tally from)
    {
        var speakers = from.speakers.ToDictionary(s => s.Key, s => s.Value, StringComparer.Ordinal);
        var outlets = from.outlets.ToDictionary(o => o.Key, o => o.Value, StringComparer.Ordinal);
        var (last, documents, statements, unresolved) = (from.Last, from.Documents, from.Statements, from.Unresolved);
        foreach (var row in ledger.Tallies(from.Last))
        {
            if (row.HasEarlier && from.Last > 0) return null;
            var isNew = row.Reading != last;
            last = row.Reading;
            if (isNew) documents++;
            statements += row.Statements;
            if (row.Speaker is null) unresolved += row.Statements;
            else speakers[row.Speaker] = (speakers.GetValueOrDefault(row.Speaker) ?? new SpeakerTally { Name = row.Speaker }).With(row);
            if (row.Publisher is { } outlet) outlets[outlet] = (outlets.GetValueOrDefault(outlet) ?? new OutletTally { Name = outlet }).With(row, isNew);
        }
        return new Tally(speakers, outlets) { Head = head, Last = last, Documents = documents, Statements = statements, Unresolved = unresolved };
    }
}
