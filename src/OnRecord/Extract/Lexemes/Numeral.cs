namespace OnRecord.Extract.Lexemes;

/// <summary>A number as it is written.</summary>
/// <param name="Value">Its value; null where it is too large to hold.</param>
/// <param name="End">The lexeme after its last.</param>
/// <param name="IsFigures">Whether it is written in figures (a scale after them may be a word).</param>
/// <param name="HasScale">Whether a scale was multiplied in.</param>
/// <param name="IsFraction">Whether it is a fraction without a whole part.</param>
internal readonly record struct Numeral(decimal? Value, int End, bool IsFigures, bool HasScale, bool IsFraction);
