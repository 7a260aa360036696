namespace OnRecord.Extract.Figures;

/// <summary>The unit read beside a number.</summary>
/// <param name="Kind">What it measures.</param>
/// <param name="Unit">Its name in the record.</param>
/// <param name="End">The lexeme after its last.</param>
/// <param name="Factor">What the number is multiplied by.</param>
/// <param name="IsShared">Whether several units share the word.</param>
internal readonly record struct FoundUnit(QuantityKind Kind, string Unit, int End, decimal Factor = 1, bool IsShared = false);
