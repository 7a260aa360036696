namespace OnRecord.Ledger;

/// <summary>How many statements stand as people decided. Immutable.</summary>
/// <param name="Confirmed">Statements that stand as they were read.</param>
/// <param name="Corrected">Statements that stand corrected.</param>
/// <param name="Rejected">Statements that do not stand.</param>
public readonly record struct VerdictCounts(long Confirmed, long Corrected, long Rejected)
{
    /// <summary>All that people decided about.</summary>
    public long Reviewed => Confirmed + Corrected + Rejected;
}
