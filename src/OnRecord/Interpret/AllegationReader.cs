using OnRecord.Interpret.Clauses;
using OnRecord.Interpret.Words;
using OnRecord.Language.Tags;
using OnRecord.Language.Text;

namespace OnRecord.Interpret;

/// <summary>
/// Finds who charges whom with what, who denies it and who admits it: by verbs of accusing with their objects ("accused
/// Drossia of testing"), by wrongs told in what somebody says ("said that Russia is in violation"), and by verbs of
/// denying. Stateless.
/// </summary>
internal static class AllegationReader
{
    /// <summary>The allegations of an article, in order, answers joined to what they answer.</summary>
    public static List<Allegation> Read(ArticleView view, IReadOnlyList<Clause> clauses)
    {
        var drafts = new List<AllegationDraft>();
        foreach (var clause in clauses)
        {
            if (Accusing(view, clause) is { } charge) Add(drafts, charge);
            else if (Answering(view, clause) is { } answer) Add(drafts, answer);
            else if (Contradicting(view, clause, drafts) is { } denial) Add(drafts, denial);
            else if (Wrong(view, clause) is { } told) Add(drafts, told);
        }
        drafts.Sort((a, b) => a.At.CompareTo(b.At));
        return AllegationJoiner.Join(view, drafts);
    }

    // One charge in two constructions, "accused Drossia of violating", is one.
    private static void Add(List<AllegationDraft> drafts, AllegationDraft draft)
    {
        var i = drafts.FindIndex(d => d.Stance == draft.Stance && view(d).Overlaps(view(draft)) && (d.Against is null || draft.Against is null || d.Against == draft.Against || d.Against.Value.Overlaps(draft.Against.Value)));
        if (i < 0) drafts.Add(draft);
        else if (drafts[i].Against is null && draft.Against is not null) drafts[i] = draft;

        static TextSpan view(AllegationDraft d) => d.Span;
    }

    // "accused Drossia of testing", "was blamed by", "a charge that …": the verb itself makes the charge.
    private static AllegationDraft? Accusing(ArticleView view, Clause clause)
    {
        var isVerb = clause.Lemma is "accuse" or "blame" or "charge" or "denounce" or "condemn" or "criticize" or "criticise" or "fault" or "castigate" or "rebuke" or "indict" or "sue" or "find";
        if (!isVerb || clause.Undergoer < 0 || !Realis.IsTold(view, clause)) return null;
        var of = clause.Oblique("of") >= 0 || clause.Oblique("for") >= 0 || clause.Oblique("over") >= 0 || clause.Oblique("with") >= 0 || HasGerund(view, clause);
        switch (clause.Lemma)
        {
            case "accuse" or "blame":
                break;
            case "find":
                if (clause.Complement < 0 || view.Lemma(clause.Complement) is not ("guilty" or "responsible" or "liable")) return null;
                break;
            case "charge" or "sue" or "indict":
                if (!of) return null;
                break;
            default:
                // To condemn or criticise somebody charges him where a deed is told.
                if (!HasDeed(view, clause)) return null;
                break;
        }
        var accused = clause.Undergoer;
        // "blamed the drought on Kestria": the one blamed follows "on".
        if (clause.Lemma == "blame" && clause.Oblique("on") >= 0 && clause.Oblique("for") < 0) accused = clause.Oblique("on");
        // "each other": who that is stands in the subject.
        var doer = clause.Doer;
        if (view.Lemma(accused) is "other" or "another" && doer >= 0)
        {
            var second = view.Child(doer, "conj");
            if (second < 0) return null;
            accused = second;
        }
        // Views, laws and events are blamed and condemned too; that charges nobody.
        if (clause.Lemma is not ("accuse" or "charge" or "indict") && !IsChargeable(view, accused) && !IsSomebody(view, clause, accused)) return null;
        if (doer >= 0 && clause.Lemma is not ("accuse" or "charge" or "find") && !Actors.IsActor(view, doer)) return null;
        if (view.Lemma(accused) is "nobody" or "nothing" or "none" or "anyone" or "anybody" or "it") return null;
        var charge = AllegationDraft.Of(view, clause.Predicate, Stance.Accuse, doer, accused);
        return clause.Lemma == "accuse" && clause.Oblique("of") < 0 ? charge with { Against = WithoutDeed(view, accused) } : charge;
    }

    // "accused the council of a breach of its rules": the deed hangs on the one accused where the parser takes "of" for his own.
    private static TextSpan WithoutDeed(ArticleView view, int accused)
    {
        var phrase = view.Phrase(accused);
        var (first, end) = view.Analysis.TokensIn(phrase);
        var cuts = Enumerable.Range(first, end - first).Where(i => i > accused && i + 1 < end && view.IsWord(i, "of")).ToList();
        if (cuts.Count == 0) return phrase;
        // Of several a deed by its verb, "the head of the bank of lying"; else the first that no name follows, "of Norway of fraud".
        var cut = cuts.FindIndex(i => view.Grammar.PennTag(i + 1) == "VBG");
        if (cut < 0) cut = cuts.FindIndex(i => view.Grammar.Tag(i + 1) != UniversalTag.ProperNoun);
        return cut < 0 ? phrase : view.Span(first, cuts[cut]);
    }

    // "blamed smugglers", "criticised a minister for lying": not which one, but somebody. Of a passive it is too often a thing.
    private static bool IsSomebody(ArticleView view, Clause clause, int accused) =>
        !clause.IsPassive && Actors.IsActor(view, accused) && (view.Grammar.PennTag(accused) != "NN" || view.Child(accused, "det") >= 0);

    private static bool HasDeed(ArticleView view, Clause clause)
    {
        if (HasGerund(view, clause)) return true;
        foreach (var (preposition, token) in clause.Obliques)
        {
            if (preposition is "for" or "over" && (view.Grammar.PennTag(token) == "VBG" || AllegationWords.IsWrongNoun(view.Lemma(token)) || view.Child(token, "nmod:poss") >= 0)) return true;
        }
        return false;
    }

    private static bool HasGerund(ArticleView view, Clause clause) => view.Children(clause.Predicate).Any(c => view.Grammar.Relation(c) is "advcl" or "acl" or "xcomp" && view.Grammar.PennTag(c) == "VBG");

    // "denied the accusation", "rejected the charge", "admitted that it had": an answer, with its charge where it is named.
    private static AllegationDraft? Answering(ArticleView view, Clause clause)
    {
        if (!Realis.IsTold(view, clause)) return null;
        var stance = clause.Lemma switch
        {
            "deny" or "refute" or "dispute" or "rebut" => Stance.Deny,
            "reject" or "dismiss" or "contest" or "call" or "brush off" or "brush aside" or "brush" => Stance.Deny,
            "admit" or "concede" or "acknowledge" or "confess" or "accept" => Stance.Concede,
            _ => (Stance?)null,
        };
        if (stance is null || clause.Doer < 0) return null;
        if (!IsOfCharge(view, clause)) return null;
        var draft = AllegationDraft.Of(view, clause.Predicate, stance.Value, clause.Doer, -1);
        // "accusations by Saudi Arabia": whose charge it is may stand with the noun.
        if (clause.Object < 0) return draft;
        foreach (var child in view.Children(clause.Object))
        {
            var relation = view.Grammar.Relation(child);
            if (relation == "nmod:poss" && view.Grammar.Tag(child) != UniversalTag.Pronoun || relation == "nmod" && ClauseReader.Preposition(view, child) is "by" or "from") return draft with { Against = view.Phrase(child), AgainstToken = child };
            if (relation == "acl" && view.Grammar.PennTag(child) == "VBN" && ClauseReader.Of(view, child).Oblique("by") is >= 0 and var by) return draft with { Against = view.Phrase(by), AgainstToken = by };
        }
        return draft;
    }

    // "said the allegation was baseless", "insisted it had laid no mines": a denial without a verb of denying.
    private static AllegationDraft? Contradicting(ArticleView view, Clause clause, List<AllegationDraft> before)
    {
        if (clause.Subject < 0) return null;
        var attribution = view.SaidBySomebodyAt(clause.Predicate);
        if (attribution is null || SourceHead(view, attribution) is not (>= 0 and var source)) return null;
        var isBaseless = clause.IsCopular && !clause.IsNegated && view.Lemma(clause.Predicate) is "baseless" or "false" or "untrue" or "unfounded" or "absurd" or "groundless" or "lie" or "nonsense" or "ridiculous" or "fabrication";
        var isCharge = AllegationWords.IsCharge(view.Lemma(clause.Subject)) || view.Lemma(clause.Subject) is "that" or "this" or "it" or "they";
        var near = before.LastOrDefault(d => d.Stance == Stance.Accuse && Math.Abs(view.SentenceIndex(clause.Predicate) - view.SentenceIndex(d.At)) <= 2 && (d.Speaker is null || d.Speaker != attribution.Speaker));
        if (isBaseless && isCharge && near is not null && Realis.IsFinite(view, clause)) return Told();
        // What the speaker says it did not do must be what it was charged with.
        if (!clause.IsNegated || clause.Modal.Length > 0 || before.Count == 0 || view.Grammar.PennTag(clause.Predicate) is not ("VBN" or "VBD")) return null;
        // "has done nothing", "did not have to": the deed must be named.
        if (clause.Lemma is "do" or "have" or "be" or "make" or "get" or "go" or "say" or "want" or "need" or "know") return null;
        var isOwn = ActReader.IsFirstPerson(view, clause.Subject) || view.Lemma(clause.Subject) is "it" or "he" or "she" or "they";
        if (!isOwn) return null;
        var charge = before.LastOrDefault(d => d.Stance == Stance.Accuse);
        if (charge is null) return null;
        var (first, end) = view.Analysis.TokensIn(charge.Span);
        var isSameDeed = Enumerable.Range(first, end - first).Any(i => view.Lemma(i) == view.Lemma(clause.Predicate) || clause.Object >= 0 && view.Lemma(i) == view.Lemma(clause.Object));
        return isSameDeed ? Told() : null;

        AllegationDraft Told() => AllegationDraft.Of(view, clause.Predicate, Stance.Deny, source, -1) with { Speaker = attribution.Speaker, Attribution = attribution.Id };
    }

    // A verb of denying denies a charge only where its object is one: "denied the request" does not.
    private static bool IsOfCharge(ArticleView view, Clause clause)
    {
        var always = clause.Lemma is "deny" or "admit" or "concede" or "acknowledge" or "confess";
        if (clause.Object < 0)
        {
            if (clause.Complement >= 0)
            {
                var said = ClauseReader.Of(view, clause.Complement);
                return clause.Lemma is "deny" || always && (AllegationWords.IsWrong(view, said) || said.Object >= 0 && AllegationWords.IsWrongNoun(view.Lemma(said.Object)) || view.Lemma(said.Predicate) is "beat" or "misquote" or "make");
            }
            return clause.Lemma is "deny" or "dispute" && view.Grammar.Relation(clause.Predicate) == "acl:relcl" && AllegationWords.IsCharge(view.Lemma(view.Grammar.Head(clause.Predicate)));
        }
        var named = view.Lemma(clause.Object);
        if (clause.Lemma == "call")
        {
            return AllegationWords.IsCharge(named) && clause.Complement >= 0 && view.Lemma(clause.Complement) is "ridiculous" or "absurd" or "false" or "baseless" or "smear" or "lie" or "nonsense" or "slander" or "unfounded";
        }
        var answers = clause.Lemma is "deny" or "refute" or "dispute" or "rebut" ? AllegationWords.IsCharge(named) : AllegationWords.IsStrictCharge(named);
        if (answers || named == "blame") return true;
        // "which the militia denied", "denies dumping grain".
        if (clause.Lemma == "deny" && (named is "which" || clause.Predicate + 1 < view.Sentence(clause.Predicate).EndToken && view.Grammar.PennTag(clause.Predicate + 1) == "VBG")) return true;
        if (clause.Lemma is "deny" or "admit" or "concede" or "acknowledge")
        {
            return AllegationWords.IsWrongNoun(named) || named is "responsibility" or "involvement" or "wrongdoing" or "it" or "this" or "that" or "guilt" or "failure" or "neglect" or "error" or "mistake" or "role" or "point";
        }
        return clause.Lemma is "dispute" && named is "finding" or "ruling" or "verdict";
    }

    // "said that Russia is in violation", "Drossia lied to us," Halvorsen said: a wrong told by somebody of somebody else.
    private static AllegationDraft? Wrong(ArticleView view, Clause clause)
    {
        if (clause.Subject < 0) return null;
        var attribution = view.SaidBySomebodyAt(clause.Predicate);
        if (attribution is null || !Realis.IsTold(view, clause)) return null;
        if (!ArticleView.IsLikely(attribution)) return null;
        if (!AllegationWords.IsWrong(view, clause) && !IsComplaint(view, clause, attribution)) return null;
        // In "denied that it had broken the law" the wrong is denied, and the denial has been read already.
        if (ActReader.Of(view, attribution) is Act.Deny or Act.Concede or Act.Demand or Act.Appeal or Act.Warn or Act.Promise or Act.Predict or Act.Threaten or Act.Wish or Act.Offer) return null;
        var source = SourceHead(view, attribution);
        if (source < 0) return null;
        if (attribution.Speaker is null && view.Grammar.Tag(source) == UniversalTag.Pronoun && view.EntityOf(source) is null) return null;
        var subject = clause.Subject;
        if (ActReader.IsFirstPerson(view, subject) || subject == source || view.Lemma(subject) == "you") return null;
        if (view.Lemma(subject) is "who" or "which" or "that" && view.Grammar.Head(clause.Predicate) is >= 0 and var head)
        {
            // "a cashier who steals": of whom it is told only in passing, and who has no name, nobody is charged.
            if (view.EntityOf(head) is null) return null;
            subject = head;
        }
        if (!IsChargeable(view, subject) && !IsComplaint(view, clause, attribution)) return null;
        // Of oneself a wrong is admitted, not charged.
        if (view.EntityOf(subject) is { } accused && accused == (attribution.Speaker ?? view.EntityOf(source))) return null;
        if (view.Grammar.Tag(subject) == UniversalTag.Pronoun && view.EntityOf(subject) is null && view.Lemma(subject) != "they") return null;
        var holder = Holder(view, clause.Predicate);
        if (holder < 0) return AllegationDraft.Of(view, clause.Predicate, Stance.Accuse, source, subject) with { Speaker = attribution.Speaker, Attribution = attribution.Id };
        return view.EntityOf(holder) == view.EntityOf(subject) ? null : AllegationDraft.Of(view, clause.Predicate, Stance.Accuse, holder, subject) with { Attribution = attribution.Id };
    }

    // A wrong told in passing charges somebody where he is named, or where it is said which one: "the ministry", not "people".
    private static bool IsChargeable(ArticleView view, int noun) =>
        Actors.IsActor(view, noun) && (view.EntityOf(noun) is not null || view.Grammar.Tag(noun) == UniversalTag.Pronoun || view.Child(noun, "det", "nmod:poss", "nummod") is >= 0 and var which && view.Lemma(which) is not ("a" or "an" or "any") || view.EntityNamed(noun) is not null);

    // "the Compact's view is that Kestria broke it": whoever reports it, the Compact holds it.
    private static int Holder(ArticleView view, int predicate)
    {
        var that = view.Children(predicate).FirstOrDefault(c => c < predicate && view.Grammar.Relation(c) == "mark" && view.IsWord(c, "that") && c > 0 && view.Lemma(c - 1) == "be", -1);
        for (var i = that - 2; i >= view.Sentence(predicate).FirstToken && that >= 0; i--)
        {
            if (view.Lemma(i) is not ("position" or "view" or "assessment" or "conclusion" or "finding" or "judgment" or "judgement" or "belief" or "opinion" or "stance" or "case" or "charge" or "accusation" or "allegation" or "complaint")) continue;
            return view.Child(i, "nmod:poss") is >= 0 and var owner && view.EntityOf(owner) is not null ? owner : -1;
        }
        return -1;
    }

    // "complained that US systems have been equipped with launchers": what is complained of is held to be wrong, whatever it is.
    private static bool IsComplaint(ArticleView view, Clause clause, Attribution attribution) =>
        view.Grammar.Relation(clause.Predicate) == "ccomp" && view.Grammar.Head(clause.Predicate) is >= 0 and var cue
        && view.Lemma(cue) is "complain" or "allege" && attribution.Cue.Any(c => c.Contains(view.Analysis.Tokens[cue].Start))
        && view.EntityNamed(clause.Subject) is not null;

    /// <summary>The head noun of an attribution's source; -1 where there is none.</summary>
    public static int SourceHead(ArticleView view, Attribution attribution)
    {
        var (first, end) = view.Analysis.TokensIn(attribution.Source[0]);
        for (var i = first; i < end; i++)
        {
            var head = view.Grammar.Head(i);
            if ((head < first || head >= end) && view.Grammar.Tag(i) is UniversalTag.Noun or UniversalTag.ProperNoun or UniversalTag.Pronoun) return i;
        }
        return first < end ? first : -1;
    }
}
