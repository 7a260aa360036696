using OnRecord.Interpret.Clauses;
using OnRecord.Interpret.Words;
using OnRecord.Language.Tags;
using OnRecord.Language.Text;

namespace OnRecord.Interpret;

/// <summary>
/// Says what a statement does. A cue that names the act decides ("denied", "called on"); one that only says that something
/// was said leaves it to the content: "We will not mirror" refuses, "must spend more" demands.
/// </summary>
internal static class ActReader
{
    /// <summary>The act of an attribution.</summary>
    public static Act Of(ArticleView view, Attribution attribution)
    {
        var byCue = OfCue(view, attribution);
        if (byCue is { } named && named != Act.Assert) return Refined(view, attribution, named);
        foreach (var span in attribution.Content)
        {
            if (OfContent(view, span) is { } act) return act;
        }
        return Act.Assert;
    }

    private static Act? OfCue(ArticleView view, Attribution attribution)
    {
        Act? found = null;
        var isNegated = false;
        foreach (var span in attribution.Cue)
        {
            var (first, end) = view.Analysis.TokensIn(span);
            for (var i = first; i < end; i++)
            {
                if (ClauseReader.IsNegation(view, i)) isNegated = true;
                if (view.Grammar.Tag(i) is not (UniversalTag.Verb or UniversalTag.Noun or UniversalTag.Auxiliary)) continue;
                var act = Particled(view, i, end) ?? ActWords.Of(view.Lemma(i));
                // "rejected the allegation": the verb says more than the noun, and a later word more than "said".
                if (act is not null && (found is null or Act.Assert)) found = act;
            }
        }
        return isNegated ? Negated(found) : found;
    }

    // "called for", "ruled out", "called NATO a strategy": what a verb does with its particle.
    private static Act? Particled(ArticleView view, int verb, int end)
    {
        var next = verb + 1 < view.Analysis.Tokens.Count ? view.Lemma(verb + 1) : "";
        switch (view.Lemma(verb))
        {
            case "call":
                return next is "on" or "for" or "upon" || verb + 1 < end && view.Lemma(end - 1) is "on" or "for" or "upon" ? Act.Appeal : Act.Assert;
            case "rule" when next == "out":
                return Act.Reject;
            case "turn" when next == "down":
                return Act.Reject;
            case "back" when next == "down":
                return Act.Concede;
            case "insist" when next == "on":
                return Act.Demand;
            case "press" when next is not "for":
                return Act.Assert;
            default:
                return null;
        }
    }

    private static Act? Negated(Act? act) => act switch
    {
        Act.Agree or Act.Promise or Act.Offer => Act.Reject,
        Act.Deny => Act.Assert,
        Act.Concede => Act.Deny,
        _ => act,
    };

    private static Act Refined(ArticleView view, Attribution attribution, Act named)
    {
        if (attribution.Content.Count == 0) return named;
        var (first, end) = view.Analysis.TokensIn(attribution.Content[0]);
        if (first >= end) return named;
        switch (named)
        {
            // "called on Kestria to comply with the treaty": what somebody is bound to is demanded.
            case Act.Appeal:
                return Duty.IsWanted(view, first, end) ? Act.Demand : named;
            // "rejected the charge" denies it; "rejected the offer" rejects it.
            case Act.Reject:
                for (var i = first; i < Math.Min(end, first + 6); i++)
                {
                    if (AllegationWords.IsCharge(view.Lemma(i))) return Act.Deny;
                }
                return named;
            // "asked Russia to leave" asks for it; "asked whether" asks.
            case Act.Ask:
                for (var i = first; i < Math.Min(end, first + 12); i++)
                {
                    if (view.IsWord(i, "to") && view.Grammar.Tag(i) == UniversalTag.Particle) return Duty.IsWanted(view, first, end) ? Act.Demand : Act.Appeal;
                    if (view.IsWord(i, "whether") || view.IsWord(i, "if") || view.IsWord(i, "why") || view.IsWord(i, "how")) return Act.Ask;
                }
                return named;
            // "agreed to raise spending" binds; "agreed that it was late" does not.
            case Act.Agree:
                return view.IsWord(first, "to") && first + 1 < end && view.Grammar.Tag(first + 1) == UniversalTag.Verb ? Act.Promise : named;
            case Act.Wish when IsNegatedCue(view, attribution):
                return Act.Assert;
            default:
                return named;
        }
    }

    private static bool IsNegatedCue(ArticleView view, Attribution attribution)
    {
        foreach (var span in attribution.Cue)
        {
            var (first, end) = view.Analysis.TokensIn(span);
            for (var i = first; i < end; i++)
            {
                if (ClauseReader.IsNegation(view, i)) return true;
            }
        }
        return false;
    }

    private static Act? OfContent(ArticleView view, TextSpan span)
    {
        var (first, end) = view.Analysis.TokensIn(span);
        Act? found = null;
        for (var i = first; i < end; i++)
        {
            if (view.IsWord(i, "?") && found is null && i == end - (view.Grammar.Tag(end - 1) == UniversalTag.Punctuation ? 2 : 1)) return Act.Ask;
            if (view.Grammar.Tag(i) != UniversalTag.Verb && view.Child(i, "cop") < 0) continue;
            if (view.Grammar.Relation(i) is "acl:relcl" or "advcl" or "acl") continue;
            var clause = ClauseReader.Of(view, i);
            if (OfClause(view, clause, first, end) is { } act && Weight(act) > Weight(found)) found = act;
        }
        return found;
    }

    // Of several acts in one quotation the one that binds or charges somebody is the statement's.
    private static int Weight(Act? act) => act switch
    {
        null => 0,
        Act.Wish => 1,
        Act.Predict => 2,
        Act.Criticise => 3,
        Act.Praise => 3,
        Act.Thank => 4,
        Act.Apologise => 4,
        Act.Promise => 5,
        Act.Offer => 6,
        Act.Reject => 7,
        Act.Appeal => 8,
        Act.Demand => 9,
        Act.Accuse => 10,
        _ => 5,
    };

    private static Act? OfClause(ArticleView view, Clause clause, int first, int end)
    {
        var subject = clause.Subject;
        var isInside = subject >= first && subject < end;
        var isFirstPerson = isInside && IsFirstPerson(view, subject) && !HasOther(view, clause);
        if (isFirstPerson && clause.Modal.Length == 0 && !clause.IsNegated)
        {
            switch (clause.Lemma)
            {
                case "call" when clause.Oblique("on") >= 0 || clause.Oblique("for") >= 0 || clause.Oblique("upon") >= 0:
                case "urge" or "appeal" or "ask" or "beg":
                    return Duty.IsWanted(view, clause.Predicate + 1, EndOf(view, clause.Predicate, end)) ? Act.Demand : Act.Appeal;
                // "We repeat our call on Kestria to leave."
                case "repeat" or "renew" or "reiterate" or "restate" when clause.Object >= 0 && ActWords.Of(view.Lemma(clause.Object)) is Act.Appeal or Act.Demand or Act.Offer or Act.Promise:
                    var again = ActWords.Of(view.Lemma(clause.Object))!.Value;
                    return again == Act.Appeal && Duty.IsWanted(view, clause.Object + 1, EndOf(view, clause.Predicate, end)) ? Act.Demand : again;
                case "demand" or "insist":
                    return Act.Demand;
                case "thank":
                    return Act.Thank;
                case "apologize" or "apologise":
                    return Act.Apologise;
                case "promise" or "pledge" or "vow":
                    return Act.Promise;
                case "reject" or "refuse":
                    return Act.Reject;
                case "deny":
                    return Act.Deny;
                case "welcome" or "applaud" or "salute" or "commend":
                    return Act.Praise;
                case "want" or "hope" or "wish" or "fear":
                    return Act.Wish;
                case "expect":
                    return Act.Predict;
            }
        }
        if (isFirstPerson && clause.IsCopular && view.Lemma(clause.Predicate) is "ready" or "willing" or "prepared" or "open" && !clause.IsNegated) return Act.Offer;
        if (isFirstPerson && clause.Modal is "will" or "shall")
        {
            if (clause.IsNegated) return Act.Reject;
            if (!clause.IsCopular && !PledgeWords.IsState(clause.Lemma)) return Act.Promise;
            return null;
        }
        if (AllegationWords.IsWrong(view, clause) && view.EntityOf(subject) is not null && !clause.IsNegated) return Act.Accuse;
        if (clause.Modal is "must" && !isFirstPerson && subject >= 0) return Act.Demand;
        if (clause.Modal is "should" && !isFirstPerson && subject >= 0) return Act.Appeal;
        if (clause.Modal is "will" && subject >= 0 && !isFirstPerson) return Act.Predict;
        return null;
    }

    // "We must not be naive and an agreement that one side breaks will not keep us safe": the second clause is taken for a part of
    // the first, but a noun stands between the conjunction and its verb.
    private static bool HasOther(ArticleView view, Clause clause)
    {
        if (view.Grammar.Head(clause.Subject) == clause.Predicate || clause.Subject > clause.Predicate || view.Grammar.Relation(clause.Predicate) is not ("conj" or "parataxis")) return false;
        for (var i = clause.Predicate - 1; i > clause.Subject; i--)
        {
            if (view.Grammar.Tag(i) is UniversalTag.Coordinator) return false;
            if (view.Grammar.Tag(i) is UniversalTag.Noun or UniversalTag.ProperNoun or UniversalTag.Pronoun) return true;
        }
        return false;
    }

    private static int EndOf(ArticleView view, int predicate, int end) => Math.Min(end, view.Sentence(predicate).EndToken);

    public static bool IsFirstPerson(ArticleView view, int token) => view.Lemma(token) is "I" or "we" or "i" || view.IsWord(token, "we") || view.IsWord(token, "I");
}
