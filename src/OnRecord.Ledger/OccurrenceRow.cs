namespace OnRecord.Ledger;

/// <summary>One place where a statement is reported, set against the statement that was asked for. Immutable.</summary>
public sealed class OccurrenceRow
{
    /// <summary>The statement as this document has it.</summary>
    public required StatementRow Statement { get; init; }

    /// <summary>How much of the wordings is the same, 0 to 1; 1 for the same words.</summary>
    public required double Likeness { get; init; }

    /// <summary>Words of the statement asked for that this wording leaves out, in order.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>Words of this wording that the statement asked for does not have, in order.</summary>
    public required IReadOnlyList<string> Added { get; init; }
}
