namespace OnRecord.Lab.Train.Interpret;

/// <summary>How a second reading is joined with the first.</summary>
/// <param name="Share">How much the second weighs.</param>
/// <param name="Shift">What both together are shifted by, in logarithms of odds.</param>
/// <param name="Low">From which probability of the first on a sentence is read again.</param>
/// <param name="High">And up to which.</param>
internal readonly record struct SecondPool(float Share, float Shift, float Low, float High);
