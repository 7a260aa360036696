using OnRecord.Interpret.Clauses;
using OnRecord.Interpret.Words;
using OnRecord.Language.Tags;

namespace OnRecord.Interpret;

/// <summary>
/// Finds where a pledge is taken back or put off by the words themselves: "dropped its pledge to", "will no longer build",
/// "has put off its promise to". What is wanted, doubted or denied changes nothing. Stateless.
/// </summary>
internal static class PledgeChangeFinder
{
    /// <summary>The changes of an article with what they do, in order.</summary>
    public static List<(PledgeDraft Draft, PledgeMove Move)> Find(ArticleView view, IReadOnlyList<Clause> clauses)
    {
        var found = new List<(PledgeDraft Draft, PledgeMove Move)>();
        foreach (var clause in clauses)
        {
            if ((OfNoun(view, clause) ?? NoLonger(view, clause)) is not { } change) continue;
            if (!found.Exists(f => f.Draft.Action == change.Draft.Action)) found.Add(change);
        }
        return [.. found.OrderBy(f => f.Draft.At)];
    }

    // "dropped its promise to cut", "the pledge to build was shelved", "went back on a commitment to".
    private static (PledgeDraft Draft, PledgeMove Move)? OfNoun(ArticleView view, Clause clause)
    {
        var isDropped = PledgeWords.IsDropping(clause.Lemma);
        if (!isDropped && !PledgeWords.IsDelaying(clause.Lemma)) return null;
        if (clause.IsNegated || clause.Modal.Length > 0 || PledgeFinder.IsUnwanted(view, clause.Predicate)) return null;
        // "reneged on", "backed away from": what is dropped follows with a preposition.
        var noun = IsBinding(view, clause.Undergoer) ? clause.Undergoer : -1;
        foreach (var (preposition, token) in clause.Obliques)
        {
            if (noun < 0 && preposition is "on" or "from" or "of" && IsBinding(view, token)) noun = token;
        }
        if (noun < 0) return null;
        var action = PledgeFinder.Bound(view, clause, noun);
        if (action < 0) return null;
        var pledger = Owner(view, noun) is >= 0 and var owner ? owner : clause.Doer;
        return pledger < 0 ? null : (PledgeFinder.Draft(view, noun, pledger, pledger, action, isExplicit: true), isDropped ? PledgeMove.Withdrawn : PledgeMove.Delayed);
    }

    // "will no longer raise", "no longer plans to build", "is no longer committed to reaching".
    private static (PledgeDraft Draft, PledgeMove Move)? NoLonger(ArticleView view, Clause clause)
    {
        if (!IsNoLonger(view, clause.Predicate)) return null;
        var standing = new Clause
        {
            Predicate = clause.Predicate,
            Lemma = clause.Lemma,
            Subject = clause.Subject,
            Object = clause.Object,
            Obliques = clause.Obliques,
            Complement = clause.Complement,
            IsNegated = false,
            IsPassive = clause.IsPassive,
            IsCopular = clause.IsCopular,
            Modal = clause.Modal,
        };
        return PledgeFinder.Of(view, standing) is { } draft ? (draft, PledgeMove.Withdrawn) : null;
    }

    /// <summary>Whether a predicate stands with "no longer".</summary>
    public static bool IsNoLonger(ArticleView view, int predicate)
    {
        foreach (var child in view.Children(predicate))
        {
            if (view.IsWord(child, "longer") && child > 0 && view.IsWord(child - 1, "no")) return true;
        }
        return false;
    }

    private static bool IsBinding(ArticleView view, int noun) => noun >= 0 && PledgeWords.IsCommitmentNoun(view.Lemma(noun));

    // "Kestria's pledge": whose it is; "its pledge" is the doer's own.
    private static int Owner(ArticleView view, int noun)
    {
        foreach (var child in view.Children(noun))
        {
            if (view.Grammar.Relation(child) == "nmod:poss" && view.Grammar.Tag(child) != UniversalTag.Pronoun && view.Grammar.PennTag(child) != "PRP$") return child;
            if (view.Grammar.Relation(child) == "nmod" && ClauseReader.Preposition(view, child) == "by") return child;
        }
        return -1;
    }
}
