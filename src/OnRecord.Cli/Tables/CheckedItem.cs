using OnRecord.Ledger;

namespace OnRecord.Cli.Tables;

/// <summary>A pledge or claim with what was found of it, by the machine and by people.</summary>
internal sealed class CheckedItem
{
    /// <summary>What it is called over documents: the key of the pledge or claim.</summary>
    public required string Id { get; init; }

    /// <summary>Where it stands.</summary>
    public required Citation Citation { get; init; }

    /// <summary>What was found, at least one finding.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>What it comes to.</summary>
    public required FindingVerdict Verdict { get; init; }

    /// <summary>What people find, the newest first.</summary>
    public required IReadOnlyList<CheckDecision> Decisions { get; init; }
}
