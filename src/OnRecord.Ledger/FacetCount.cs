namespace OnRecord.Ledger;

/// <summary>How often a value stands among statements.</summary>
/// <param name="Value">The value, as the ledger has it.</param>
/// <param name="Count">How many statements have it.</param>
public readonly record struct FacetCount(string Value, int Count);
