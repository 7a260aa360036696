namespace OnRecord.Ledger;

/// <summary>
/// One who speaks in the standing readings: an entity of the knowledge under all its names, or a name that only documents
/// know, which in two documents is taken for one speaker. What the user merged is one. Immutable.
/// </summary>
public sealed class SpeakerRow
{
    /// <summary>The key in the knowledge, or the name itself where only documents know it.</summary>
    public required string Key { get; init; }

    /// <summary>The name that the documents use most, or the one the user gave.</summary>
    public required string Name { get; init; }

    /// <summary>How many attributions have it as their speaker.</summary>
    public required int Statements { get; init; }

    /// <summary>How many of them are direct quotations.</summary>
    public required int Direct { get; init; }

    /// <summary>In how many documents it speaks.</summary>
    public required int Documents { get; init; }

    /// <summary>The first day of publication among those documents; null where none has a date.</summary>
    public DateOnly? First { get; init; }

    /// <summary>The last day of publication among those documents; null where none has a date.</summary>
    public DateOnly? Last { get; init; }
}
