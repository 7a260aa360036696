namespace OnRecord.Ledger.Chain;

/// <summary>What an entry of the chain records.</summary>
internal enum EntryKind
{
    /// <summary>A run begins: the versions that read.</summary>
    Run,

    /// <summary>Bytes that were not in the archive before.</summary>
    Document,

    /// <summary>A document is met at a path.</summary>
    Occurrence,

    /// <summary>What a run read out of a document.</summary>
    Reading,

    /// <summary>Something that gave no bytes to read.</summary>
    Failure,

    /// <summary>A run ends.</summary>
    RunEnd,

    /// <summary>The user adds facts to the knowledge.</summary>
    Knowledge,

    /// <summary>The user says who is who.</summary>
    EntityChange,

    /// <summary>What a person decided about a statement.</summary>
    Decision,

    /// <summary>The user adds a table of figures.</summary>
    Series,

    /// <summary>A table of figures is not to be used any more.</summary>
    SeriesRemoval,

    /// <summary>What the machine found when words were held against figures.</summary>
    Check,

    /// <summary>What a person finds of words that were held against figures.</summary>
    CheckDecision,
}
