using OnRecord.Interpret.Clauses;
using OnRecord.Interpret.Words;
using OnRecord.Language.Tags;

namespace OnRecord.Interpret;

/// <summary>
/// Finds where somebody binds itself: by a verb ("pledged to", "plans to"), by a noun ("a target of"), and by saying what
/// itself or what it speaks for will do ("said the government would raise"). Forecasts, wishes, demands and refusals bind
/// nobody. Stateless.
/// </summary>
internal static class PledgeFinder
{
    /// <summary>The pledges of an article, in order; of two in one another the outer one.</summary>
    public static List<PledgeDraft> Find(ArticleView view, IReadOnlyList<Clause> clauses)
    {
        var found = new List<PledgeDraft>();
        foreach (var clause in clauses)
        {
            // "no longer plans to build" takes back what was planned.
            if (PledgeChangeFinder.IsNoLonger(view, clause.Predicate) || Of(view, clause) is not { } draft) continue;
            if (found.Any(d => draft.At >= d.First && draft.At < d.End || d.At >= draft.First && d.At < draft.End || d.Action == draft.Action)) continue;
            found.Add(draft);
        }
        return [.. found.OrderBy(d => d.At)];
    }

    /// <summary>The pledge that a clause makes; null where it makes none.</summary>
    public static PledgeDraft? Of(ArticleView view, Clause clause) => ByVerb(view, clause) ?? ByNoun(view, clause) ?? BySaying(view, clause);

    private static PledgeDraft? ByVerb(ArticleView view, Clause clause)
    {
        var isCommitment = PledgeWords.IsCommitment(clause.Lemma);
        if (!isCommitment && !PledgeWords.IsPlan(clause.Lemma)) return null;
        if (clause.IsNegated || clause.Modal.Length > 0 || IsUnwanted(view, clause.Predicate)) return null;
        // "the promised raise" tells of no one who promises.
        if (view.Grammar.Relation(clause.Predicate) is "amod" or "acl" && clause.Doer < 0) return null;
        var action = clause.Complement;
        // "committed $2 billion to the plan", "pledged $300 million to fight malaria": what is given comes before what it is for.
        if (isCommitment && !clause.IsPassive && HasFigure(view, clause.Object)) action = clause.Object;
        if (action < 0) action = Gerund(view, clause);
        var pledger = clause.Doer;
        if (clause.Lemma == "commit" && clause.Object >= 0 && pledger >= 0 && IsDeed(view.Lemma(pledger))) pledger = clause.Object;
        // "pledged 200 million", "committed 2.4 percent": what is given is the object. "planned the visit" is no plan to do.
        if (action < 0 && isCommitment && clause.Lemma != "agree") action = clause.IsPassive ? Second(view, clause) : clause.Object;
        // "is committed to reaching": a state that binds.
        if (clause.IsPassive && clause.Lemma == "commit" && clause.Oblique("by") < 0) pledger = clause.Subject;
        if (action < 0 || pledger < 0) return null;
        if (clause.Lemma is "agree" or "decide" && view.Grammar.Relation(action) == "ccomp" && ClauseReader.Of(view, action).Modal.Length == 0) return null;
        if (ClauseReader.Of(view, action) is { IsNegated: true }) return null;
        return Draft(view, clause.Predicate, pledger, pledger, action, isExplicit: true);
    }

    private static bool HasFigure(ArticleView view, int noun) => noun >= 0 && view.Phrase(noun) is var words && view.Reading.Quantities.Any(q => words.Overlaps(q.Span));

    // "set a target of training", "a pledge by donors to give", "has a goal of cutting".
    private static PledgeDraft? ByNoun(ArticleView view, Clause clause)
    {
        if (PledgeWords.IsDropping(clause.Lemma) || PledgeWords.IsDelaying(clause.Lemma)) return null;
        if (clause.IsNegated || clause.Modal.Length > 0 || IsUnwanted(view, clause.Predicate)) return null;
        var noun = clause.Object >= 0 && PledgeWords.IsCommitmentNoun(view.Lemma(clause.Object)) ? clause.Object : -1;
        if (noun < 0)
        {
            foreach (var (_, token) in clause.Obliques)
            {
                if (PledgeWords.IsCommitmentNoun(view.Lemma(token))) noun = token;
            }
        }
        if (noun < 0) return null;
        var action = Bound(view, clause, noun);
        if (action < 0) return null;
        var pledger = clause.Oblique("by");
        foreach (var child in view.Children(noun))
        {
            if (view.Grammar.Relation(child) == "nmod" && ClauseReader.Preposition(view, child) == "by") pledger = child;
            if (view.Grammar.Relation(child) == "nmod:poss" && view.Grammar.Tag(child) != UniversalTag.Pronoun && view.Lemma(child) is not ("its" or "their" or "his" or "her")) pledger = child;
        }
        // Who drops a promise, or welcomes one, is not bound by it.
        if (pledger < 0 && clause.Lemma is "set" or "have" or "make" or "renew" or "give" or "sign" or "reaffirm" or "adopt" or "repeat" or "announce" or "confirm" or "unveil") pledger = clause.Doer;
        return pledger < 0 ? null : Draft(view, clause.Predicate, pledger, pledger, action, isExplicit: true);
    }

    /// <summary>What a noun of binding binds to: "a target of <b>training</b>", "a pledge to <b>give</b>"; -1 where nothing is told.</summary>
    public static int Bound(ArticleView view, Clause clause, int noun)
    {
        var action = view.Child(noun, "acl", "acl:to");
        if (action < 0)
        {
            foreach (var child in view.Children(noun))
            {
                if (view.Grammar.Relation(child) is "nmod" && ClauseReader.Preposition(view, child) is "of" or "to") action = child;
            }
        }
        return action >= 0 ? action : view.Children(clause.Predicate).FirstOrDefault(c => c > noun && view.Grammar.Relation(c) is "xcomp" or "advcl" && view.Child(c, "mark") is >= 0 and var mark && view.IsWord(mark, "to"), -1);
    }

    // "will build 40,000 homes", said by the one who will, or for whom that one speaks.
    private static PledgeDraft? BySaying(ArticleView view, Clause clause)
    {
        if (clause.Modal is not ("will" or "would" or "shall") || clause.IsNegated || clause.IsCopular && view.Lemma(clause.Predicate) is not ("committed") || clause.IsPassive) return null;
        if (clause.Subject < 0 || IsUnwanted(view, clause.Predicate)) return null;
        if (PledgeWords.IsState(view.Lemma(clause.Predicate))) return null;
        if (clause.Object < 0 && clause.Complement < 0 && clause.Obliques.Count == 0) return null;
        if (view.Grammar.Relation(clause.Predicate) is "advcl" or "acl:relcl") return null;
        var at = view.Analysis.Tokens[clause.Predicate].Start;
        var attribution = view.Reading.Attributions.LastOrDefault(a => a.Content.Any(c => c.Contains(at)));
        if (attribution is null || attribution.Source.Count == 0) return null;
        if (!IsPlainSaying(view, attribution)) return null;
        var source = AllegationReader.SourceHead(view, attribution);
        if (source < 0 || !SpeaksFor(view, attribution, source, clause.Subject)) return null;
        return Draft(view, clause.Predicate, source, clause.Subject, clause.Predicate, isExplicit: false) with { Attribution = attribution.Id };
    }

    // Who says what it itself will do, or the body it belongs to. "The economy will grow" is a forecast, whoever says so.
    public static bool SpeaksFor(ArticleView view, Attribution attribution, int source, int subject)
    {
        if (ActReader.IsFirstPerson(view, subject)) return true;
        var lemma = view.Lemma(subject);
        if (lemma is "he" or "she" or "it" or "they") return view.EntityOf(subject) is not { } entity || entity == attribution.Speaker || view.Entities[entity].Type is EntityType.Organisation or EntityType.Place;
        if (lemma is "government" or "state" or "country" or "city" or "ministry" or "administration" or "party" or "coalition" or "company" or "council" or "alliance" or "bank" or "commission" or "union" or "army" or "agency") return true;
        if (view.EntityOf(subject) is not { } named) return false;
        if (named == attribution.Speaker || named == view.EntityOf(source)) return true;
        // "Sweden will send tanks, Defence Minister Karin Lund said": an official speaks for the country.
        var (first, end) = view.Analysis.TokensIn(attribution.Source[0]);
        var isOfficial = Enumerable.Range(first, end - first).Any(i => view.Lemma(i).ToLowerInvariant() is "minister" or "president" or "secretary" or "chancellor" or "premier" or "mayor" or "governor" or "spokesman" or "spokeswoman" or "spokesperson" or "ministry" or "government" or "ambassador" or "commissioner" or "general" or "director" or "chief");
        return isOfficial && view.Entities[named].Type is not (EntityType.Person or EntityType.Treaty or EntityType.Event);
    }

    private static bool IsPlainSaying(ArticleView view, Attribution attribution)
    {
        foreach (var cue in attribution.Cue)
        {
            var (first, end) = view.Analysis.TokensIn(cue);
            for (var i = first; i < end; i++)
            {
                if (ClauseReader.IsNegation(view, i)) return false;
                if (view.Grammar.Tag(i) == UniversalTag.Verb && ActWords.Of(view.Lemma(i)) is { } act && act is not (Act.Assert or Act.Promise or Act.Offer or Act.Agree)) return false;
            }
        }
        return true;
    }

    // "refused to commit", "urged it to promise", "may agree": what is only wanted, doubted or refused.
    public static bool IsUnwanted(ArticleView view, int predicate)
    {
        var head = view.Grammar.Head(predicate);
        if (head < 0 || view.Grammar.Relation(predicate) is not ("xcomp" or "ccomp" or "advcl" or "acl" or "acl:relcl")) return false;
        if (view.Grammar.Relation(predicate) == "advcl" && view.Child(predicate, "mark") is >= 0 and var mark && view.Lemma(mark) is "if" or "unless" or "whether") return true;
        return view.Lemma(head) is "refuse" or "decline" or "fail" or "urge" or "ask" or "demand" or "want" or "hope" or "expect" or "deny" or "press" or "call" or "likely" or "seem" or "appear" or "doubt" or "predict" or "consider" or "reluctant" or "unwilling" or "able" or "unable" or "need" or "likely" or "allow" or "force";
    }

    private static bool IsDeed(string lemma) => lemma is "deal" or "agreement" or "accord" or "treaty" or "plan" or "law" or "pact" or "text" or "communique" or "declaration";

    // "committed to raising", "aims at cutting": the gerund after a preposition.
    private static int Gerund(ArticleView view, Clause clause)
    {
        foreach (var child in view.Children(clause.Predicate))
        {
            if (view.Grammar.Relation(child) is "advcl" or "obl" or "nmod" && child > clause.Predicate && (view.Grammar.PennTag(child) == "VBG" || ClauseReader.Preposition(view, child) == "to")) return child;
        }
        // The infinitive is read as a clause of its own now and then.
        foreach (var child in view.Children(clause.Predicate))
        {
            if (view.Grammar.Relation(child) is "advcl" or "acl" && child > clause.Predicate && view.Child(child, "mark") is >= 0 and var mark && view.IsWord(mark, "to")) return child;
        }
        return -1;
    }

    // "were promised a raise by": the object that a passive keeps.
    private static int Second(ArticleView view, Clause clause) => view.Child(clause.Predicate, "obj", "iobj");

    public static PledgeDraft Draft(ArticleView view, int at, int pledger, int doer, int action, bool isExplicit)
    {
        bool IsLeftOut(int child) => view.Grammar.Relation(child) is "parataxis" || child < action && view.Grammar.Relation(child) is "nsubj" or "nsubj:pass" && isExplicit == false;
        var (first, end) = view.Subtree(action, IsLeftOut);
        // What is attached to the word of binding and follows what is to be done belongs to it: "by 2034".
        foreach (var child in view.Children(at))
        {
            if (child <= action || view.Grammar.Relation(child) is "parataxis" or "punct" or "conj" or "cc" or "ccomp" && isExplicit == false) continue;
            end = Math.Max(end, view.Subtree(child, c => view.Grammar.Relation(c) is "parataxis").End);
        }
        var sentence = view.Sentence(at);
        first = Math.Max(first, sentence.FirstToken);
        end = Math.Min(end, sentence.EndToken);
        // A quotation ends where it is closed, and reporting words do not belong to what was said.
        var start = view.Analysis.Tokens[action].Start;
        var said = view.Reading.Attributions.LastOrDefault(a => a.Content.Any(c => c.Contains(start)));
        if (said is not null)
        {
            foreach (var span in said.Content)
            {
                if (!span.Contains(start)) continue;
                var (from, to) = view.Analysis.TokensIn(span);
                first = Math.Max(first, from);
                end = Math.Min(end, to);
            }
        }
        return new PledgeDraft(at, pledger, doer, action, first, Math.Max(end, action + 1), said?.Id, isExplicit);
    }
}
