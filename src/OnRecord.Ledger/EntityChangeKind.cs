namespace OnRecord.Ledger;

/// <summary>What a user says of who is who.</summary>
public enum EntityChangeKind
{
    /// <summary>One is the other.</summary>
    Merge,

    /// <summary>One that was merged is not the other after all.</summary>
    Split,

    /// <summary>One is to be called by another name.</summary>
    Rename,
}
