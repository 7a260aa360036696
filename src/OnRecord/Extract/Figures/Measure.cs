namespace OnRecord.Extract.Figures;

/// <summary>A unit that a word or sign stands for.</summary>
/// <param name="Unit">The unit's name in the record.</param>
/// <param name="Kind">What it measures.</param>
/// <param name="Factor">What the figure is multiplied by: a cent is 0.01 of its currency.</param>
/// <param name="IsSign">Whether it is a unit only right after figures: "km", "m", "C".</param>
/// <param name="IsShared">Whether several units share the word and this is the usual one: "dollars", "pounds".</param>
internal sealed record Measure(string Unit, QuantityKind Kind, decimal Factor = 1, bool IsSign = false, bool IsShared = false);
