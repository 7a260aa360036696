namespace OnRecord.Ledger;

/// <summary>One name that speaks in the standing readings. The same name in two documents is taken for one speaker. Immutable.</summary>
public sealed class SpeakerRow
{
    /// <summary>The name, as the documents give it.</summary>
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
