namespace OnRecord.Check.Tables;

/// <summary>One cell of a table as its file has it.</summary>
/// <param name="Text">What stands there, trimmed; the result that is kept with it for a formula.</param>
internal readonly record struct TableCell(string Text)
{
    /// <summary>Whether a formula stands there.</summary>
    public bool IsFormula { get; init; }

    /// <summary>Whether it is a formula and no result is kept with it.</summary>
    public bool LacksResult { get; init; }

    /// <summary>Whether the file marks it as an estimate by how it looks.</summary>
    public bool IsEstimate { get; init; }

    /// <summary>Whether it is a fraction that is shown as a percentage.</summary>
    public bool IsPercentage { get; init; }
}
