using OnRecord.Interpret.Words;
using OnRecord.Language.Tags;

namespace OnRecord.Interpret.Clauses;

/// <summary>Whether words are for somebody who can act: a person, a body, a state, or people by what they are. Stateless.</summary>
internal static class Actors
{
    /// <summary>Whether a noun is for somebody who can act: a name, a pronoun of people, or a noun that is no thing.</summary>
    public static bool IsActor(ArticleView view, int noun)
    {
        // "This past weekend" does nothing, whatever it is the subject of.
        if (noun < 0 || view.IsTime(noun) && view.Grammar.Tag(noun) == UniversalTag.Noun) return false;
        if (view.EntityOf(noun) is { } entity) return view.Entities[entity].Type is not (EntityType.Treaty or EntityType.Event);
        return view.Grammar.Tag(noun) switch
        {
            UniversalTag.Pronoun => view.Lemma(noun) is "he" or "she" or "they" or "we" or "i" or "I" or "who" or "you" or "his" or "her" or "their" or "him" or "them" or "us" or "me",
            UniversalTag.ProperNoun => true,
            UniversalTag.Adjective => view.Child(noun, "det") >= 0,
            UniversalTag.Noun => !AllegationWords.IsThing(view.Lemma(noun).ToLowerInvariant()),
            _ => false,
        };
    }
}
