using OnRecord.Ledger;

namespace OnRecord.Server;

/// <summary>How one outlet quotes. Immutable.</summary>
internal sealed record OutletTally
{
    public required string Name { get; init; }

    public int Documents { get; init; }

    public int Statements { get; init; }

    public int Direct { get; init; }

    public int Indirect { get; init; }

    public int Mixed { get; init; }

    /// <summary>Statements whose source is kept unnamed.</summary>
    public int Unnamed { get; init; }

    public OutletTally With(ReadingTally row, bool isNewDocument) => this with
    {
        Documents = Documents + (isNewDocument ? 1 : 0),
        Statements = Statements + row.Statements,
        Direct = Direct + row.Direct,
        Indirect = Indirect + row.Indirect,
        Mixed = Mixed + row.Mixed,
        Unnamed = Unnamed + row.Unnamed,
    };
}
