namespace OnRecord.Server.Search;

/// <summary>How one outlet quotes. Immutable.</summary>
internal sealed record Outlet
{
    /// <summary>The index by which columns refer to it.</summary>
    public required int Index { get; init; }

    public required string Name { get; init; }

    public required int Documents { get; init; }

    public required int Statements { get; init; }

    public required int Direct { get; init; }

    public required int Indirect { get; init; }

    public required int Mixed { get; init; }

    /// <summary>Statements whose source is kept unnamed.</summary>
    public required int Unnamed { get; init; }

    /// <summary>The numbers of its statements, ascending, with those of readings that stand no longer.</summary>
    public required ReadOnlyMemory<int> Numbers { get; init; }
}
