using OnRecord.Ledger;

namespace OnRecord.Cli.Tables;

/// <summary>A column of a list from the ledger.</summary>
/// <param name="Name">What programs call it; null where only a table has it.</param>
/// <param name="Value">A string, a number, a truth value, a <see cref="DateOnly"/>, a list of <see cref="RecordedWords"/>, or null.</param>
/// <param name="Heading">What a table calls it; null where a table leaves it out.</param>
/// <param name="Share">How much of a table's width it takes beside the others; 0 where it takes what its cells need.</param>
internal sealed record Column<T>(string? Name, Func<T, object?> Value, string? Heading = null, int Share = 0);
