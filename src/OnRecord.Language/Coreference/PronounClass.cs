namespace OnRecord.Language.Coreference;

/// <summary>Pronouns by whom they may stand for, whatever their case.</summary>
internal enum PronounClass : byte
{
    None,
    I,
    We,
    You,
    He,
    She,
    It,
    They,
    This,
    That,
    These,
    Those,
    One,
    Reciprocal,
    Other,
}
