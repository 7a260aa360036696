namespace OnRecord.Language.Coreference;

/// <summary>How a noun is introduced.</summary>
internal enum Determination : byte
{
    Bare,
    Definite,
    Indefinite,
    Demonstrative,
    Possessed,
    Quantified,
}
