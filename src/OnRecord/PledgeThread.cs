namespace OnRecord;

/// <summary>One pledge with its history over documents, the earliest report first. docs/design/threads.md says what makes two reports one pledge. Immutable.</summary>
public sealed record PledgeThread
{
    /// <summary>The key of its first report. That of any other report leads to it as well.</summary>
    public string Id => Steps[0].Citation.Key;

    /// <summary>Everybody who pledges it, in the order of the reports; empty where nobody could be told.</summary>
    public required IReadOnlyList<Party> Pledgers { get; init; }

    /// <summary>Whether it is the members of the pledger that are bound, one by one.</summary>
    public required bool BindsMembers { get; init; }

    /// <summary>The words for what is measured; null where no report names it.</summary>
    public string? Measure { get; init; }

    /// <summary>How the target is meant; null where there is none.</summary>
    public Comparison? Comparison { get; init; }

    /// <summary>The figure to be reached, by the latest report that has one; null where none has.</summary>
    public decimal? Target { get; init; }

    /// <summary>The unit of the target; null where there is none.</summary>
    public string? Unit { get; init; }

    /// <summary>The last day that keeps it, by the latest report that has one; null where none has.</summary>
    public DateOnly? Deadline { get; init; }

    /// <summary>What it hangs on, by the latest report that says so; null where none does.</summary>
    public string? Condition { get; init; }

    /// <summary>The reports, at least one.</summary>
    public required IReadOnlyList<PledgeStep> Steps { get; init; }

    /// <summary>Whether the latest word on it is that it is taken back.</summary>
    public bool IsWithdrawn => Steps[^1].Move == PledgeMove.Withdrawn;

    /// <summary>How it stands on a day.</summary>
    public PledgeStatus StatusOn(DateOnly day) =>
        IsWithdrawn ? PledgeStatus.Withdrawn
        : Deadline is not { } last ? PledgeStatus.Undated
        : last < day ? PledgeStatus.Due
        : PledgeStatus.Pending;
}
