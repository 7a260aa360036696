using System.Globalization;

namespace OnRecord.Check.Tables;

/// <summary>A table before anything is known of its columns.</summary>
internal sealed class RawTable
{
    /// <summary>The sheet's name; empty for a file that is one table.</summary>
    public string Name { get; init; } = "";

    /// <summary>The rows, a first one of column names somewhere among them.</summary>
    public required IReadOnlyList<IReadOnlyList<TableCell>> Rows { get; init; }

    /// <summary>What the file says of itself: <c>measure</c>, <c>unit</c>, <c>source</c>, <c>retrieved</c>, <c>terms</c>.</summary>
    public IReadOnlyDictionary<string, string> Said { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Whether a comma may part whole numbers from decimals.</summary>
    public bool HasDecimalComma { get; init; }

    /// <summary>The number that a person counts for the first row.</summary>
    public int FirstNumber { get; init; } = 1;

    /// <summary>Where a row stands, to be said to a person: "row 12", "row 12 of the sheet 'Totals'".</summary>
    public string PlaceOf(int row) => string.Create(CultureInfo.InvariantCulture, $"row {row + FirstNumber}") + (Name.Length == 0 ? "" : $" of the sheet '{Name}'");
}
