using OnRecord.Ledger;

namespace OnRecord.Server;

/// <summary>How often one name speaks. Immutable.</summary>
internal sealed record SpeakerTally
{
    public required string Name { get; init; }

    public int Statements { get; init; }

    public int Direct { get; init; }

    public int Documents { get; init; }

    public DateOnly? First { get; init; }

    public DateOnly? Last { get; init; }

    public SpeakerTally With(ReadingTally row) => this with
    {
        Statements = Statements + row.Statements,
        Direct = Direct + row.Direct,
        Documents = Documents + 1,
        First = row.Published is { } day && (First is null || day < First) ? day : First,
        Last = row.Published is { } date && (Last is null || date > Last) ? date : Last,
    };
}
