namespace OnRecord.Extract.Lexemes;

/// <summary>
/// The smallest piece that times and quantities are read from. Finer than a token: "5pm", "29-member" and "$41bn" fall into
/// figures, words and marks, so that one grammar reads the glued and the loose spelling.
/// </summary>
/// <param name="Start">The first UTF-16 unit.</param>
/// <param name="End">The unit after the last.</param>
/// <param name="Code">For a word its number in the lexicon (0: not in it), for a mark its character.</param>
/// <param name="Kind">What it is made of.</param>
/// <param name="IsGlued">Whether no white space stands before it.</param>
/// <param name="IsCapital">Whether a word begins with a capital.</param>
internal readonly record struct Lexeme(int Start, int End, ushort Code, LexemeKind Kind, bool IsGlued, bool IsCapital);
