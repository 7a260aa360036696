namespace OnRecord.Ledger.Chain;

/// <summary>A row that follows from an entry: written with it, and worked out again when the ledger is verified.</summary>
/// <param name="Table">Where it stands.</param>
/// <param name="Values">Its values, in the order of the table's columns: string, long, double or null.</param>
internal readonly record struct ProjectedRow(ProjectedTable Table, object?[] Values);
