namespace OnRecord.Language.Coreference;

/// <summary>What a mention does in its sentence, coarsely.</summary>
internal enum GrammaticalRole : byte
{
    Other,
    Subject,
    PassiveSubject,
    Object,
    Oblique,
    Modifier,
    Possessor,
    Compound,
    Apposition,
    Predicate,
    Conjunct,
    Root,
}
