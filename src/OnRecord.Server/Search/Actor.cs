namespace OnRecord.Server.Search;

/// <summary>
/// One who speaks: an entity of the knowledge under all its names, or a name that only documents know. What the user merged
/// is one. Counts are of what the machine read. Immutable.
/// </summary>
internal sealed record Actor
{
    /// <summary>The index by which columns refer to it.</summary>
    public required int Index { get; init; }

    /// <summary>The key in the knowledge, or the name itself where only documents know it.</summary>
    public required string Key { get; init; }

    /// <summary>The name that the user gave, or the one that documents use most.</summary>
    public required string Name { get; init; }

    public required int Statements { get; init; }

    public required int Direct { get; init; }

    public required int Documents { get; init; }

    public DateOnly? First { get; init; }

    public DateOnly? Last { get; init; }

    /// <summary>The numbers of its statements, ascending, with those of readings that stand no longer.</summary>
    public required ReadOnlyMemory<int> Numbers { get; init; }
}
