namespace OnRecord.Ledger;

/// <summary>What a person decided about a statement that a machine read.</summary>
public enum Verdict
{
    /// <summary>It stands as it was read.</summary>
    Confirmed,

    /// <summary>It stands with another speaker, or with other borders.</summary>
    Corrected,

    /// <summary>It is no statement, or is read so wrongly that it is better gone.</summary>
    Rejected,
}
