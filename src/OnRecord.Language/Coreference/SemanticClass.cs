namespace OnRecord.Language.Coreference;

/// <summary>What kind of thing a mention may stand for, as far as its head tells.</summary>
internal enum SemanticClass : byte
{
    Unknown,
    Person,
    Organisation,
    Place,
    Time,
    Thing,
    Abstract,
}
