namespace OnRecord;

/// <summary>What stands in many documents and is one: pledges, disputes, claims, events, and words that stand against earlier ones. Immutable.</summary>
public sealed record RecordThreads
{
    /// <summary>The pledges, by the day of the first report.</summary>
    public required IReadOnlyList<PledgeThread> Pledges { get; init; }

    /// <summary>The disputes, by the day of the first step.</summary>
    public required IReadOnlyList<Dispute> Disputes { get; init; }

    /// <summary>Denials and concessions of which no charge is on record, each with the reason.</summary>
    public required IReadOnlyList<DisputeStep> LooseAnswers { get; init; }

    /// <summary>The claims, by the day of the first report.</summary>
    public required IReadOnlyList<ClaimThread> Claims { get; init; }

    /// <summary>The events, by the day of the first report.</summary>
    public required IReadOnlyList<EventThread> Events { get; init; }

    /// <summary>Words that stand against earlier ones of the same party, those not put forward included, by the day of the later.</summary>
    public required IReadOnlyList<Contradiction> Contradictions { get; init; }
}
