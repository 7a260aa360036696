namespace OnRecord.Ledger;

/// <summary>What recording a document came to.</summary>
public enum AppendOutcome
{
    /// <summary>The document is new in the ledger, and so is its reading.</summary>
    Added,

    /// <summary>The document was known; this reading of it is new, and the older ones are kept.</summary>
    NewAnalysis,

    /// <summary>The same bytes, read by the same versions with the same result, stand in the ledger already.</summary>
    AlreadyRecorded,

    /// <summary>The document could not be read, or not to the end; that is recorded.</summary>
    FailureRecorded,
}
