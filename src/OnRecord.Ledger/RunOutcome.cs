namespace OnRecord.Ledger;

/// <summary>How a run ended. Immutable.</summary>
public sealed class RunOutcome
{
    /// <summary>Whether it was stopped before its last document.</summary>
    public required bool IsInterrupted { get; init; }

    /// <summary>Documents and readings that were new.</summary>
    public required int Added { get; init; }

    /// <summary>Documents whose reading stood in the ledger already.</summary>
    public required int Unchanged { get; init; }

    /// <summary>Documents that could not be read, or not to the end.</summary>
    public required int Failed { get; init; }
}
