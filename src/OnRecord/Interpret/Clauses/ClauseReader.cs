using OnRecord.Language.Tags;

namespace OnRecord.Interpret.Clauses;

/// <summary>Reads the predicates of an article off its syntax (Universal Dependencies 2).</summary>
internal static class ClauseReader
{
    /// <summary>The clauses of the article, in the order of their predicates; furniture is left out.</summary>
    public static List<Clause> Read(ArticleView view)
    {
        var clauses = new List<Clause>();
        foreach (var sentence in view.Analysis.Sentences)
        {
            if (sentence.IsApart) continue;
            for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                if (IsPredicate(view, i)) clauses.Add(Of(view, i));
            }
        }
        return clauses;
    }

    /// <summary>The clause of one predicate.</summary>
    public static Clause Of(ArticleView view, int predicate)
    {
        if (Misread(view, predicate) is { } mended) return mended;
        var grammar = view.Grammar;
        var isPassive = false;
        var isNegated = false;
        var modal = "";
        var lemma = view.Lemma(predicate);
        var (own, outer, objectToken, complement) = (-1, -1, -1, -1);
        var obliques = new List<(string, int)>();
        foreach (var child in view.Children(predicate))
        {
            switch (grammar.Relation(child))
            {
                case "nsubj" or "csubj":
                    if (own < 0) own = child;
                    break;
                // "The view is that Kestria broke it": who broke it is Kestria.
                case "nsubj:outer":
                    if (outer < 0) outer = child;
                    break;
                case "nsubj:pass" or "csubj:pass":
                    if (own < 0) own = child;
                    isPassive = true;
                    break;
                case "obj":
                    objectToken = child;
                    break;
                case "obl" or "obl:agent" or "nmod" or "obl:unmarked":
                    obliques.Add((Preposition(view, child), child));
                    break;
                case "xcomp" or "ccomp":
                    if (complement < 0) complement = child;
                    break;
                case "aux:pass":
                    isPassive = true;
                    break;
                case "aux":
                    if (grammar.PennTag(child) == "MD") modal = Modal(view, child);
                    else if (view.IsWord(child, "going")) modal = "will";
                    break;
                case "compound:prt":
                    lemma = string.Concat(lemma, " ", view.Lemma(child));
                    break;
                case "advmod" or "det" or "obl:npmod" or "cc:preconj" when IsNegation(view, child):
                    isNegated = true;
                    break;
                default:
                    break;
            }
        }
        // "have no intention", "taken no steps": the negation stands on the object.
        if (objectToken >= 0) isNegated |= HasNo(view, objectToken);
        // "are going to create": the future stands in the verb above.
        if (modal.Length == 0 && grammar.Relation(predicate) == "xcomp" && view.IsWord(grammar.Head(predicate), "going"))
        {
            modal = "will";
            foreach (var child in view.Children(grammar.Head(predicate))) isNegated |= grammar.Relation(child) == "advmod" && IsNegation(view, child);
        }
        if (modal.Length == 0 && grammar.Relation(predicate) == "conj") modal = InheritedModal(view, predicate);
        return new Clause
        {
            Predicate = predicate,
            Lemma = lemma,
            Subject = own >= 0 ? Dateline.Subject(view, predicate, own) : outer >= 0 ? outer : Inherited(view, predicate),
            Object = objectToken,
            Obliques = obliques,
            Complement = complement,
            IsNegated = isNegated,
            IsPassive = isPassive,
            IsCopular = view.Child(predicate, "cop") >= 0,
            Modal = modal,
        };
    }

    /// <summary>The preposition before a noun, joined where it has two words: <c>because of</c>; empty for none.</summary>
    public static string Preposition(ArticleView view, int noun)
    {
        var word = view.Child(noun, "case");
        // Before a gerund it is read as a mark: "a target of training".
        if (word < 0 && view.Grammar.Tag(noun) is not UniversalTag.Verb) word = view.Child(noun, "mark");
        if (word < 0) return "";
        var more = view.Child(word, "fixed");
        return more < 0 ? view.Lemma(word) : string.Concat(view.Lemma(word), " ", view.Lemma(more));
    }

    public static bool IsNegation(ArticleView view, int token) => view.Lemma(token) is "not" or "n't" or "never" or "no" or "neither" or "nor" or "hardly";

    // Headlines and short sentences lead the parser astray in two ways: "Norway plans to end sales" with "plans" for a noun,
    // and "Democrats blamed Republicans" with "blamed" for an adjective of Republicans.
    private static Clause? Misread(ArticleView view, int predicate)
    {
        var grammar = view.Grammar;
        if (grammar.Tag(predicate) == UniversalTag.Noun && IsBinding(view, predicate))
        {
            var subject = view.Child(predicate, "nsubj", "compound", "nmod");
            return subject < 0 || subject > predicate ? null : Plain(view, predicate, subject, -1, view.Child(predicate, "acl", "xcomp", "advcl"), []);
        }
        if (grammar.Relation(predicate) == "amod" && grammar.Tag(predicate) == UniversalTag.Verb && grammar.Head(predicate) is >= 0 and var noun && noun > predicate)
        {
            var subject = view.Child(noun, "nsubj");
            if (subject < 0 || subject > predicate || view.Child(noun, "cop") >= 0) return null;
            var obliques = new List<(string, int)>();
            foreach (var child in view.Children(noun))
            {
                if (child > noun && grammar.Relation(child) is "nmod" or "obl") obliques.Add((Preposition(view, child), child));
            }
            return Plain(view, predicate, subject, noun, -1, obliques);
        }
        return null;
    }

    private static Clause Plain(ArticleView view, int predicate, int subject, int objectToken, int complement, IReadOnlyList<(string, int)> obliques) => new()
    {
        Predicate = predicate,
        Lemma = view.Lemma(predicate),
        Subject = subject,
        Object = objectToken,
        Obliques = obliques,
        Complement = complement,
        IsNegated = false,
        IsPassive = false,
        IsCopular = false,
        Modal = "",
    };

    private static bool HasNo(ArticleView view, int noun)
    {
        foreach (var child in view.Children(noun))
        {
            if (view.Grammar.Relation(child) == "det" && view.IsWord(child, "no")) return true;
        }
        return false;
    }

    private static bool IsBinding(ArticleView view, int token)
    {
        var next = token + 1;
        return view.Grammar.PennTag(token) == "NNS" && view.Grammar.Relation(token) is "root" or "ccomp" or "conj" && view.Lemma(token) is "plan" or "promise" or "pledge" or "vow" or "aim"
            && next < view.Sentence(token).EndToken && view.IsWord(next, "to");
    }

    private static bool IsPredicate(ArticleView view, int token)
    {
        if (IsBinding(view, token)) return true;
        if (view.Grammar.Tag(token) == UniversalTag.Verb) return true;
        return view.Grammar.Tag(token) is UniversalTag.Noun or UniversalTag.Adjective or UniversalTag.Adverb or UniversalTag.Pronoun or UniversalTag.ProperNoun && view.Child(token, "cop") >= 0;
    }

    private static string Modal(ArticleView view, int token) => view.Word(token) switch
    {
        "'ll" or "\u2019ll" or "wo" or "Will" => "will",
        "ca" => "can",
        "'d" or "\u2019d" => "would",
        _ => view.Lemma(token),
    };

    private static bool HasThat(ArticleView view, int from, int to)
    {
        for (var i = from + 1; i < to; i++)
        {
            if (view.IsWord(i, "that")) return true;
        }
        return false;
    }

    private static string InheritedModal(ArticleView view, int predicate)
    {
        if (view.Child(predicate, "nsubj", "nsubj:pass", "aux") >= 0) return "";
        var head = view.Grammar.Head(predicate);
        foreach (var child in view.Children(head))
        {
            if (view.Grammar.Relation(child) == "aux" && view.Grammar.PennTag(child) == "MD") return Modal(view, child);
        }
        return "";
    }

    // Who does what has no subject of its own. At most as many steps up as predicates in one another.
    private static int Inherited(ArticleView view, int predicate)
    {
        var at = predicate;
        for (var steps = 0; steps < 8; steps++)
        {
            var head = view.Grammar.Head(at);
            if (head < 0) return -1;
            switch (view.Grammar.Relation(at))
            {
                case "acl:relcl" or "acl":
                    return head;
                case "xcomp":
                    // "urged Russia to return": Russia returns; "promised Russia to return" is the rare exception.
                    var wanted = view.Child(head, "obj", "iobj");
                    if (wanted >= 0 && view.Lemma(head) is not ("promise" or "vow" or "pledge")) return wanted;
                    break;
                case "advcl" when view.Lemma(head) is "accuse" or "blame" or "condemn" or "criticize" or "criticise" or "denounce":
                    // "accused Spain of violating": Spain violates.
                    return view.Child(head, "obj", "nsubj:pass");
                case "conj" or "advcl" or "parataxis" or "ccomp":
                    break;
                default:
                    return -1;
            }
            var subject = view.Child(head, "nsubj", "nsubj:pass");
            if (subject >= 0) return subject;
            at = head;
        }
        return -1;
    }
}
