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
        if (!Realis.IsFinite(view, clause) && !IsPromising(view, clause)) return null;
        // "the promised raise" tells of no one who promises.
        if (view.Grammar.Relation(clause.Predicate) is "amod" or "acl" && clause.Doer < 0) return null;
        var action = clause.Complement;
        // "committed $2 billion to the plan", "pledged $300 million to fight malaria": what is given comes before what it is for.
        if (isCommitment && !clause.IsPassive && HasFigure(view, clause.Object)) action = clause.Object;
        if (action < 0) action = Gerund(view, clause);
        var pledger = clause.Doer;
        if (clause.Lemma == "commit" && clause.Object >= 0 && pledger >= 0 && IsDeed(view.Lemma(pledger))) pledger = clause.Object;
        // "pledged 200 million", "committed 2.4 percent": what is given is the object. "planned the visit" is no plan to do.
        if (action < 0 && isCommitment && clause.Lemma is not ("agree" or "resolve" or "swear" or "undertake") && (clause.Lemma != "commit" || HasFigure(view, clause.Object))) action = clause.IsPassive ? Second(view, clause) : clause.Object;
        // "is committed to reaching": a state that binds.
        if (clause.IsPassive && clause.Lemma == "commit" && clause.Oblique("by") < 0) pledger = clause.Subject;
        pledger = Meant(view, clause, pledger);
        if (action < 0 || pledger < 0 || !CanPledge(view, pledger)) return null;
        if (view.Lemma(action) == "do" && !view.Children(action).Any(c => view.Lemma(c) == "so") || IsSpokenByAnother(view, clause.Predicate, pledger)) return null;
        // "pledged loyalty to" takes a side; "intended to say" tells what one thought.
        if (PledgeWords.IsAllegiance(view.Lemma(action)) || !isCommitment && view.Child(action, "cop") < 0 && PledgeWords.IsState(view.Lemma(action))) return null;
        if (clause.Lemma == "decide" && view.EntityOf(pledger) is null && view.Child(pledger, "det") is >= 0 and var which && view.Lemma(which) is "a" or "an") return null;
        if (clause.Lemma == "decide" && view.EntityOf(pledger) is { } one && view.Entities[one].Type is EntityType.Person or EntityType.Group) return null;
        // "agreed that the rules should change" is a view, "swore he had paid" tells what was, "decided who would pay" is no promise.
        if (view.Grammar.Relation(action) == "ccomp" && (clause.Lemma == "decide" || ClauseReader.Of(view, action).Modal is not ("will" or "would" or "shall"))) return null;
        if (view.Grammar.Relation(action) == "ccomp" && clause.Lemma == "agree" && view.Grammar.Tag(ClauseReader.Of(view, action).Subject) != UniversalTag.Pronoun) return null;
        if (!isCommitment && view.Grammar.Tag(action) != UniversalTag.Verb && view.Child(action, "cop") < 0) return null;
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
        // To have a plan or to make one is to think of something.
        if (view.Lemma(noun) == "plan" && clause.Lemma is "have" or "make") return null;
        // Who drops a promise, or welcomes one, is not bound by it.
        if (pledger < 0 && clause.Lemma is "set" or "have" or "make" or "renew" or "give" or "sign" or "reaffirm" or "adopt" or "repeat" or "announce" or "confirm" or "unveil") pledger = clause.Doer;
        return pledger < 0 || !CanPledge(view, pledger) ? null : Draft(view, clause.Predicate, pledger, pledger, action, isExplicit: true);
    }

    // "who has pledged to": the noun that the relative pronoun stands for.
    private static int Meant(ArticleView view, Clause clause, int pledger) =>
        pledger >= 0 && view.Lemma(pledger) is "who" or "which" or "that" && view.Grammar.Relation(clause.Predicate) == "acl:relcl" ? view.Grammar.Head(clause.Predicate) : pledger;

    // "The bill," he added, "promises to": the one who says it is not the one who promises.
    private static bool IsSpokenByAnother(ArticleView view, int predicate, int pledger)
    {
        var (at, by) = (view.Analysis.Tokens[predicate].Start, view.Analysis.Tokens[pledger].Start);
        return view.Reading.Attributions.Any(a => a.Content.Any(c => c.Contains(at)) && a.Source.Any(s => s.Contains(by)));
    }

    // Who binds himself is somebody; "the deal promises to cut" and "the drugs, intended to calm" bind nobody.
    private static bool CanPledge(ArticleView view, int pledger) => Actors.IsActor(view, pledger) || view.EntityOf(pledger) is { } named && view.Entities[named].Type == EntityType.Treaty || IsDeed(view.Lemma(pledger)) || view.Lemma(pledger) == "it";

    // "left, promising to come back": a participle that tells of its subject.
    private static bool IsPromising(ArticleView view, Clause clause) =>
        PledgeWords.IsCommitment(clause.Lemma) && view.Grammar.PennTag(clause.Predicate) is "VBG" or "VBN" && view.Child(clause.Predicate, "mark", "case") < 0 && view.Grammar.Relation(clause.Predicate) is "advcl" or "xcomp" or "acl" && (clause.Lemma != "commit" || clause.Object < 0);

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
        if (view.Grammar.Relation(clause.Predicate) is "advcl" or "acl:relcl" or "acl") return null;
        // "would have received" did not come about, "will likely take" is a forecast, "would owe, if it were taxed" a thought.
        foreach (var child in view.Children(clause.Predicate))
        {
            var relation = view.Grammar.Relation(child);
            if (clause.Modal == "would" && relation == "aux" && view.Lemma(child) == "have") return null;
            if (relation == "advmod" && view.Lemma(child) is "likely" or "probably" or "perhaps" or "maybe" or "possibly" or "inevitably" or "eventually") return null;
            if (clause.Modal == "would" && relation == "advcl" && view.Child(child, "mark") is >= 0 and var mark && view.Lemma(mark) == "if") return null;
        }
        var attribution = view.SaidAt(clause.Predicate);
        if (attribution is null || attribution.Source.Count == 0 || !ArticleView.IsLikely(attribution)) return null;
        if (!IsPlainSaying(view, attribution)) return null;
        // "says it would" tells of a thought; what is promised is "says it will" or "said it would".
        if (clause.Modal == "would" && IsOfNow(view, attribution)) return null;
        var source = AllegationReader.SourceHead(view, attribution);
        // "Said friends will send", with a subject that was not found: not what who says so will do.
        if (source < 0 || clause.Subject == source || !SpeaksFor(view, attribution, source, clause.Subject)) return null;
        return Draft(view, clause.Predicate, source, clause.Subject, clause.Predicate, isExplicit: false) with { Attribution = attribution.Id };
    }

    private static bool IsOfNow(ArticleView view, Attribution attribution)
    {
        foreach (var cue in attribution.Cue)
        {
            var (first, end) = view.Analysis.TokensIn(cue);
            for (var i = first; i < end; i++)
            {
                if (view.Grammar.PennTag(i) is "VBZ" or "VBP") return true;
            }
        }
        return false;
    }

    // Who says what it itself will do, or the body it belongs to. "The economy will grow" is a forecast, whoever says so.
    public static bool SpeaksFor(ArticleView view, Attribution attribution, int source, int subject)
    {
        if (ActReader.IsFirstPerson(view, subject)) return true;
        var lemma = view.Lemma(subject);
        // In somebody's own words, "he" is somebody else.
        if (lemma is "he" or "she") return !view.IsQuoted(subject) && (view.EntityOf(subject) is not { } person || person == attribution.Speaker);
        // "It" is the plan as often as the party that says so.
        if (lemma is "it" or "they") return view.EntityOf(subject) is { } entity ? entity == attribution.Speaker || IsOfficial(view, attribution) && IsOwnBody(view, attribution, entity) is not false : IsBodySpeaking(view, attribution, source);
        if (lemma is "government" or "state" or "country" or "city" or "ministry" or "administration" or "party" or "coalition" or "company" or "council" or "alliance" or "bank" or "commission" or "union" or "army" or "agency") return IsOwnByName(view, attribution, subject) && (IsOfficial(view, attribution) || IsBodySpeaking(view, attribution, source));
        if (view.EntityOf(subject) is not { } named) return false;
        if (named == attribution.Speaker || named == view.EntityOf(source)) return true;
        // "Sweden will send tanks, Defence Minister Karin Lund said": an official speaks for the country.
        return IsOfficial(view, attribution) && IsOwnBody(view, attribution, named) is not false;
    }

    // "The government" is that of whoever says so; "the Obama administration" only of its own people.
    private static bool IsOwnByName(ArticleView view, Attribution attribution, int body)
    {
        var (first, end) = view.Subtree(body, child => view.Grammar.Relation(child) is "acl:relcl" or "acl" or "conj" or "appos");
        return view.EntitiesIn(first, end).TrueForAll(named => named == attribution.Speaker || IsOwnBody(view, attribution, named) is true);
    }

    // Whether it is the state or body of an official: the one that the source names or the office belongs to; null where neither tells.
    private static bool? IsOwnBody(ArticleView view, Attribution attribution, string named)
    {
        if (view.Entities[named].Type is not (EntityType.Organisation or EntityType.Place)) return false;
        if (attribution.OnBehalfOf is { } body) return body == named;
        var (first, end) = view.Analysis.TokensIn(attribution.Source[0]);
        List<string> bodies = [.. view.EntitiesIn(first, end).Where(e => view.Entities[e].Type is EntityType.Organisation or EntityType.Place)];
        if (bodies.Count > 0) return bodies.Contains(named);
        return attribution.Role is not { } role ? null : view.Entities[named].Mentions.Any(m => IsInRole(role, m.Span.Slice(view.Text).ToString()));
    }

    // "NATO", "the U.S." and "United States" in "Secretary General of NATO", "President of the United States".
    private static bool IsInRole(string role, string name)
    {
        if (role.Contains(name, StringComparison.OrdinalIgnoreCase)) return true;
        var letters = string.Concat(name.Where(char.IsUpper));
        if (letters.Length < 2) return false;
        var words = role.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Contains(letters) || string.Concat(words.Select(w => w[0]).Where(char.IsUpper)).EndsWith(letters, StringComparison.Ordinal);
    }

    // The source is a body itself, or words for one.
    private static bool IsBodySpeaking(ArticleView view, Attribution attribution, int source)
    {
        var speaker = attribution.Speaker ?? view.EntityOf(source);
        if (speaker is null) return view.Grammar.Tag(source) == UniversalTag.Noun && Actors.IsActor(view, source);
        // A name of one word that nobody knows is a country's as often as a person's.
        return view.Entities[speaker] is { Type: EntityType.Organisation or EntityType.Place } || view.Entities[speaker] is var found && !found.Name.Contains(' ', StringComparison.Ordinal) && view.Grammar.Tag(source) == UniversalTag.ProperNoun && view.Child(source, "compound", "flat") < 0;
    }

    private static bool IsOfficial(ArticleView view, Attribution attribution)
    {
        if (attribution.Role is not null) return true;
        var (first, end) = view.Analysis.TokensIn(attribution.Source[0]);
        return Enumerable.Range(first, end - first).Any(i => view.Lemma(i).ToLowerInvariant() is "minister" or "president" or "secretary" or "chancellor" or "premier" or "mayor" or "governor" or "spokesman" or "spokeswoman" or "spokesperson" or "ministry" or "government" or "ambassador" or "commissioner" or "general" or "director" or "chief" or "official" or "executive" or "manager" or "chairman" or "leader" or "head");
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
        if (Realis.IsSupposed(view, predicate)) return true;
        var head = view.Grammar.Head(predicate);
        if (head < 0 || view.Grammar.Relation(predicate) is not ("xcomp" or "ccomp" or "advcl" or "acl" or "acl:relcl")) return false;
        return view.Lemma(head) is "refuse" or "decline" or "fail" or "urge" or "ask" or "demand" or "want" or "hope" or "expect" or "deny" or "press" or "call" or "likely" or "seem" or "appear" or "doubt" or "predict" or "consider" or "reluctant" or "unwilling" or "able" or "unable" or "need" or "likely" or "allow" or "force";
    }

    private static bool IsDeed(string lemma) => lemma is "manifesto" or "deal" or "agreement" or "accord" or "treaty" or "plan" or "law" or "pact" or "text" or "communique" or "declaration";

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
        var said = view.SaidAt(action);
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
