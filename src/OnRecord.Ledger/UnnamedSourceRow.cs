namespace OnRecord.Ledger;

/// <summary>A description by which documents speak of a source that they do not name, and how often they do. Immutable.</summary>
public sealed class UnnamedSourceRow
{
    /// <summary>The description in lower case: "a senior official".</summary>
    public required string Description { get; init; }

    /// <summary>How many attributions have it.</summary>
    public required int Statements { get; init; }

    /// <summary>In how many documents.</summary>
    public required int Documents { get; init; }

    /// <summary>The first day of publication among those documents; null where none has a date.</summary>
    public DateOnly? First { get; init; }

    /// <summary>The last day of publication among those documents; null where none has a date.</summary>
    public DateOnly? Last { get; init; }
}
