namespace OnRecord.Extract.Lexemes;

/// <summary>What a lexeme is made of.</summary>
internal enum LexemeKind : byte
{
    /// <summary>The end of a paragraph or of a stretch that is read; also what stands before the first and after the last.</summary>
    Break,

    /// <summary>A run of letters; single letters with stops ("a.m.") are one.</summary>
    Word,

    /// <summary>A run of digits with the separators inside it.</summary>
    Figures,

    /// <summary>Anything else: one character.</summary>
    Mark,
}
