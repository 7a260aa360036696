using OnRecord.Interpret.Clauses;
using OnRecord.Interpret.Words;
using OnRecord.Language.Tags;

namespace OnRecord.Interpret;

/// <summary>
/// Tells whether what is wanted of somebody is what it is bound to: to comply, to honour a treaty, to return to compliance,
/// to end a violation. Who wants that claims a right to it, however politely. Stateless.
/// </summary>
internal static class Duty
{
    /// <summary>Whether the first deed that is wanted in a stretch of tokens, "to comply", is a duty.</summary>
    public static bool IsWanted(ArticleView view, int first, int end)
    {
        for (var i = first; i + 1 < end; i++)
        {
            if (!view.IsWord(i, "to") || view.Grammar.Tag(i) != UniversalTag.Particle || view.Grammar.Tag(i + 1) is not (UniversalTag.Verb or UniversalTag.Adverb)) continue;
            var deed = view.Grammar.Head(i) is > 0 and var head && head > i && head < end ? head : i + 1;
            return IsDuty(view, ClauseReader.Of(view, deed), end);
        }
        return false;
    }

    private static bool IsDuty(ArticleView view, Clause deed, int end)
    {
        if (deed.IsNegated) return false;
        switch (deed.Lemma)
        {
            case "comply" or "abide" or "adhere":
                return true;
            case "return" or "come" or "come back" or "go back":
                return deed.Obliques.Any(o => view.Lemma(o.Token) is "compliance" or "observance");
            case "honour" or "honor" or "respect" or "observe" or "uphold" or "fulfil" or "fulfill" or "implement" or "keep" or "meet" or "live up":
                return Binds(view, deed.Object) || deed.Obliques.Any(o => Binds(view, o.Token));
            case "stop" or "end" or "cease" or "halt":
                return deed.Object >= 0 && AllegationWords.IsWrongNoun(view.Lemma(deed.Object)) || IsWrongDeed(view, deed, end);
            default:
                return false;
        }
    }

    // "stop violating": a wrong of the one who is to stop.
    private static bool IsWrongDeed(ArticleView view, Clause deed, int end) =>
        deed.Predicate + 1 < end && view.Grammar.PennTag(deed.Predicate + 1) == "VBG" && AllegationWords.IsWrong(view, ClauseReader.Of(view, deed.Predicate + 1));

    private static bool Binds(ArticleView view, int noun)
    {
        if (noun < 0) return false;
        if (view.EntityOf(noun) is { } named && (view.Entities[named].Type == EntityType.Treaty || SubjectWords.IsAccord(view.Entities[named].Name))) return true;
        return SubjectWords.IsAccordNoun(view.Lemma(noun)) || PledgeWords.IsCommitmentNoun(view.Lemma(noun)) || view.Lemma(noun) is "obligation" or "duty" or "law" or "ruling" or "word" or "term";
    }
}
