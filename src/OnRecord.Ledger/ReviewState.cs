namespace OnRecord.Ledger;

/// <summary>Whose word a statement is.</summary>
public enum ReviewState
{
    /// <summary>A machine read it, and nobody decided.</summary>
    Machine,

    /// <summary>A person confirmed it.</summary>
    Confirmed,

    /// <summary>A person corrected it.</summary>
    Corrected,

    /// <summary>A person rejected it.</summary>
    Rejected,
}
