namespace OnRecord.Extract.Times;

/// <summary>A length of time as it is written.</summary>
/// <param name="Count">How many.</param>
/// <param name="Unit">Of what.</param>
/// <param name="IsVague">Whether the number is not told: "several years".</param>
/// <param name="End">The lexeme after its last.</param>
internal readonly record struct Measured(decimal Count, TimeUnit Unit, bool IsVague, int End)
{
    /// <summary>The length in the terms of TIMEX3, where it is not the count and unit alone.</summary>
    public string? Whole { get; init; }

    /// <summary>The pointer inside it: "the five past years".</summary>
    public Lexemes.Term Pointer { get; init; }

    public string Value => Whole ?? (IsVague ? Lengths.Vague(Unit) : Lengths.Of(Count, Unit));
}
