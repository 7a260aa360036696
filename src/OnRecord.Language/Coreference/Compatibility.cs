using OnRecord.Language.Entities;

namespace OnRecord.Language.Coreference;

/// <summary>
/// What a pronoun cannot stand for, whatever else speaks for it: left out of its candidates, so that the ranking has fewer
/// to weigh. Wide where English is: "they" may be a company, and a person of unknown gender.
/// </summary>
internal static class Compatibility
{
    /// <summary>Whether a mention may be the antecedent of another, by the kinds of both.</summary>
    public static bool Allows(Mention mention, Mention antecedent, ChainState chain) => mention.Pronoun switch
    {
        PronounClass.None => true,
        PronounClass.He or PronounClass.She => antecedent.Kind == MentionKind.Pronoun ? antecedent.Pronoun == mention.Pronoun || antecedent.Pronoun is PronounClass.I or PronounClass.You : !IsPlural(antecedent) && MayBePerson(antecedent) && chain.Number != 'p',
        PronounClass.It => antecedent.Kind == MentionKind.Pronoun ? antecedent.Pronoun is PronounClass.It or PronounClass.This or PronounClass.That or PronounClass.Other : !IsPlural(antecedent) && antecedent.NameType != NameType.Person && antecedent.Gender is not ('m' or 'f'),
        PronounClass.They => antecedent.Kind == MentionKind.Pronoun ? antecedent.Pronoun is PronounClass.They or PronounClass.These or PronounClass.Those or PronounClass.Other or PronounClass.We : antecedent.NameType is not (NameType.Date or NameType.Money),
        // "You" of a text that names its reader nowhere is no one in it.
        PronounClass.You => antecedent.Pronoun is PronounClass.You or PronounClass.I or PronounClass.We,
        PronounClass.I => antecedent.Kind == MentionKind.Pronoun ? antecedent.Pronoun is not (PronounClass.It or PronounClass.This or PronounClass.That or PronounClass.These or PronounClass.Those or PronounClass.They) : MayBePerson(antecedent),
        PronounClass.We => antecedent.Kind == MentionKind.Pronoun ? antecedent.Pronoun is PronounClass.We or PronounClass.You or PronounClass.I or PronounClass.They : antecedent.Class is not SemanticClass.Time && antecedent.NameType is not (NameType.Date or NameType.Money),
        _ => true,
    };

    /// <summary>
    /// Whether anything ties a name or a noun to an earlier mention: a word of one at the head of the other, initials, or the
    /// syntax of a sentence. What nothing ties, the ranking links once in 1,500 times; a definite noun alone may take up a name that shares
    /// nothing with it, and a pronoun anything.
    /// </summary>
    public static bool HasTie(Mention mention, Mention antecedent)
    {
        if (mention.Kind == MentionKind.Pronoun) return true;
        if (mention.Sentence == antecedent.Sentence && (mention.GovernorToken == antecedent.Head || antecedent.GovernorToken == mention.Head || mention.GovernorToken == antecedent.GovernorToken)) return true;
        if (antecedent.Kind == MentionKind.Pronoun) return false;
        if (antecedent.Kind == MentionKind.Name && mention.Determination is (Determination.Definite or Determination.Demonstrative)) return true;
        return mention.HeadLemma == antecedent.HeadLemma || mention.HeadForm == antecedent.HeadForm
            || antecedent.Modifiers.AsSpan().Contains(mention.HeadForm) || mention.Modifiers.AsSpan().Contains(antecedent.HeadForm)
            || mention.Initials != 0 && mention.Initials == antecedent.HeadForm || antecedent.Initials != 0 && antecedent.Initials == mention.HeadForm;
    }

    private static bool IsPlural(Mention mention) => mention.Number == 'p' || mention.IsCoordination;

    private static bool MayBePerson(Mention mention) => mention.NameType is { } type
        ? type is NameType.Person or NameType.Other or NameType.Group
        : mention.Class is SemanticClass.Person or SemanticClass.Unknown || mention.Gender is 'm' or 'f' || mention.Kind == MentionKind.Name;
}
