using OnRecord.Language.Tags;

namespace OnRecord.Interpret.Clauses;

/// <summary>
/// Whether a clause is told as something that is or was, rather than wanted, asked, supposed or named in passing: "accused
/// her of lying" against "to accuse her", "if she accuses", "nobody accuses". Stateless.
/// </summary>
internal static class Realis
{
    // Predicates stand in one another at most so deep in sentences that people write.
    private const int MostSteps = 8;

    /// <summary>Whether the clause, and each clause it stands in, is told as a fact of somebody's telling.</summary>
    public static bool IsTold(ArticleView view, Clause clause)
    {
        if (clause.IsNegated || clause.Modal.Length > 0 || IsNobody(view, clause.Subject) || !IsFinite(view, clause)) return false;
        var at = clause.Predicate;
        for (var steps = 0; steps < MostSteps && at >= 0; steps++)
        {
            if (IsSupposed(view, at)) return false;
            var head = view.Grammar.Head(at);
            if (head < 0) return true;
            var relation = view.Grammar.Relation(at);
            if (relation is "ccomp" or "xcomp" && IsOpen(view.Lemma(head))) return false;
            // A relative clause or a reason is told for itself, whatever the clause it hangs on wants.
            if (relation is not ("ccomp" or "xcomp" or "conj" or "parataxis" or "advcl")) return true;
            at = head;
        }
        return true;
    }

    /// <summary>Whether a predicate has a finite form, or is a participle that goes with one: "accusing her of lying, he left".</summary>
    public static bool IsFinite(ArticleView view, Clause clause)
    {
        var at = clause.Predicate;
        if (clause.IsCopular) return view.Child(at, "cop") is >= 0 and var copula && view.Grammar.PennTag(copula) is "VBD" or "VBZ" or "VBP" || HasFinite(view, at, "aux");
        switch (view.Grammar.PennTag(at))
        {
            case "VBD" or "VBZ" or "VBP":
                return true;
            case "VBG":
                return HasFinite(view, at, "aux") || view.Grammar.Relation(at) == "advcl" && view.Child(at, "mark", "case") < 0;
            case "VBN":
                // The past tense is taken for the participle now and then; a participle by itself has neither subject nor object.
                return HasFinite(view, at, "aux", "aux:pass") || view.Grammar.Relation(at) is "conj" or "root" or "parataxis" || view.Child(at, "nsubj", "obj") >= 0 || view.Grammar.Relation(at) == "amod" && clause.Object >= 0 || IsOnlyVerb(view, at);
            case "VB":
                // "I continue to call on Russia": what goes on is done.
                if (view.Grammar.Relation(at) == "xcomp" && view.Grammar.Head(at) is >= 0 and var above && view.Lemma(above) is "continue" or "keep") return IsFinite(view, ClauseReader.Of(view, above));
                // "The farmers accuse": the present is taken for the infinitive now and then.
                return (HasFinite(view, at, "aux") || view.Child(at, "nsubj") >= 0) && view.Child(at, "mark") is var mark && (mark < 0 || !view.IsWord(mark, "to"));
            default:
                // Headlines lead the tagger astray: what is read as a noun or an adjective may be their verb.
                return true;
        }
    }

    /// <summary>Whether words stand under "if", "whether", "unless" or a question word of manner.</summary>
    public static bool IsSupposed(ArticleView view, int predicate)
    {
        if (view.Grammar.Relation(predicate) is not ("advcl" or "ccomp" or "xcomp" or "acl")) return false;
        foreach (var child in view.Children(predicate))
        {
            if (child < predicate && view.Grammar.Relation(child) is "mark" or "advmod" && view.Lemma(child) is "if" or "whether" or "unless" or "lest" or "how" or "why" or "allegedly" or "reportedly") return true;
        }
        return false;
    }

    // "Member states recently committed to reach": a sentence has a verb, and where the parser finds none above it is this one.
    private static bool IsOnlyVerb(ArticleView view, int predicate)
    {
        if (view.Grammar.Relation(predicate) is not ("acl" or "amod") || view.Grammar.Head(predicate) is not (>= 0 and var noun) || view.Grammar.Head(noun) >= 0 || noun > predicate || view.Child(noun, "cop") >= 0) return false;
        var sentence = view.Sentence(predicate);
        return Enumerable.Range(sentence.FirstToken, sentence.Count).All(i => view.Grammar.PennTag(i) is not ("VBD" or "VBZ" or "VBP" or "MD") || view.IsUnder(i, predicate));
    }

    private static bool HasFinite(ArticleView view, int predicate, params ReadOnlySpan<string> relations)
    {
        foreach (var child in view.Children(predicate))
        {
            if (relations.Contains(view.Grammar.Relation(child)) && view.Grammar.PennTag(child) is "VBD" or "VBZ" or "VBP" or "MD") return true;
        }
        return false;
    }

    private static bool IsNobody(ArticleView view, int subject)
    {
        if (subject < 0) return false;
        if (view.Lemma(subject) is "nobody" or "none" or "neither" or "nothing" or "no-one") return true;
        foreach (var child in view.Children(subject))
        {
            if (child < subject && view.Lemma(child) is "no" or "neither" && view.Grammar.Tag(child) is not UniversalTag.Noun) return true;
        }
        // "Neither he nor his wife": the word may hang anywhere, and stands right before.
        var (first, _) = view.Subtree(subject);
        return view.Lemma(first) == "neither" || first > view.Sentence(subject).FirstToken && view.Lemma(first - 1) == "neither";
    }

    // What hangs on these is not said to be so.
    private static bool IsOpen(string lemma) => lemma is "refuse" or "decline" or "fail" or "urge" or "want" or "hope" or "press" or "doubt" or "consider" or "try" or "seek" or "attempt" or "wonder" or "ask" or "threaten" or "vow" or "plan" or "begin" or "wish" or "like" or "need" or "have" or "able" or "unable" or "unlikely" or "decide" or "know" or "imagine" or "suppose" or "fear" or "let";
}
