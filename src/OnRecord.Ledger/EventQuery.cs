namespace OnRecord.Ledger;

/// <summary>Which events to give. Every condition that is set must hold. Immutable.</summary>
public sealed class EventQuery
{
    /// <summary>Words of the name of the one who acts or of the one acted upon, or the key.</summary>
    public string? Actor { get; init; }

    /// <summary>The root code.</summary>
    public EventCode? Code { get; init; }

    /// <summary>The first day; events without one are left out where it is set.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>The last day, itself included; events without one are left out where it is set.</summary>
    public DateOnly? Until { get; init; }
}
