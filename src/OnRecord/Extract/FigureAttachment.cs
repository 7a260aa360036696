using OnRecord.Language;
using OnRecord.Language.Syntax;
using OnRecord.Language.Tags;
using OnRecord.Language.Text;
using OnRecord.Language.Tokens;

namespace OnRecord.Extract;

/// <summary>
/// Finds by syntax what a figure belongs to: the verb that it completes and that verb's subject ("Germany spent $41 billion"), or
/// the owner of the noun it is of ("Germany's budget of $41 billion"). Where the tree says neither, nothing is taken.
/// </summary>
internal static class FigureAttachment
{
    private const int Reach = 8;

    /// <summary>The quantities with their subject and predicate.</summary>
    public static IReadOnlyList<Quantity> Attach(IReadOnlyList<Quantity> quantities, Analysis analysis)
    {
        if (analysis.Grammar is not { } grammar) return quantities;
        var attached = new Quantity[quantities.Count];
        for (var i = 0; i < attached.Length; i++) attached[i] = Attach(quantities[i], analysis, grammar);
        return attached;
    }

    private static Quantity Attach(Quantity quantity, Analysis analysis, Grammar grammar)
    {
        var (first, end) = analysis.TokensIn(quantity.Span);
        var at = HeadOf(grammar, first, end);
        if (at < 0) return quantity;
        TextSpan? said = null;
        for (var steps = 0; steps < Reach && at >= 0; steps++)
        {
            // In "promised to build 40 schools" the verb is the nearest one, and the subject that of the first.
            said ??= Predicate(grammar, analysis, at);
            // "the target is 2%", "Germany spent $41 billion": the figure, or the verb it completes, is said of a subject.
            if (Child(grammar, analysis, at, IsSubject) is >= 0 and var subject && (subject < first || subject >= end))
            {
                return quantity with { Subject = Phrase(grammar, analysis, Antecedent(grammar, analysis, subject, at)), Predicate = said };
            }
            if (Child(grammar, analysis, at, r => r == "nmod:poss") is >= 0 and var owner && (owner < first || owner >= end)) return quantity with { Subject = Phrase(grammar, analysis, owner), Predicate = PredicateAbove(grammar, analysis, at) };
            var relation = grammar.Relation(at);
            var head = grammar.Head(at);
            // "29 members joined", "aid of $70 million was sent": the figure's noun is itself the subject.
            if (head >= 0 && IsSubject(relation)) return quantity with { Predicate = Predicate(grammar, analysis, head) };
            if (relation == "acl:relcl" && said is not null) return quantity with { Subject = Phrase(grammar, analysis, head), Predicate = said };
            // A clause of its own ends the climb: another's subject is not this figure's. An infinitive and a second verb share the first one's.
            if (head < 0 || relation is "advcl" or "ccomp" or "parataxis" or "acl" or "acl:relcl" or "csubj" || relation == "conj" && grammar.Tag(at) != UniversalTag.Verb && grammar.Tag(head) == UniversalTag.Verb) return quantity with { Predicate = said };
            // "asked Germany to spend 2%": who is asked is to spend; who promises does so himself.
            if (relation == "xcomp" && Child(grammar, analysis, head, r => r is "obj" or "iobj") is >= 0 and var controller && (controller < first || controller >= end) && grammar.Lemma(head) is not ("promise" or "pledge" or "vow" or "threaten"))
            {
                return quantity with { Subject = Phrase(grammar, analysis, controller), Predicate = said };
            }
            at = head;
        }
        return quantity;
    }

    // The token of the figure that hangs from another outside of it.
    private static int HeadOf(Grammar grammar, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            var head = grammar.Head(i);
            if ((head < first || head >= end) && grammar.Relation(i) != "punct") return i;
        }
        return -1;
    }

    private static bool IsSubject(string relation) => relation is "nsubj" or "nsubj:pass" or "nsubj:outer";

    private static int Child(Grammar grammar, Analysis analysis, int head, Func<string, bool> isWanted)
    {
        var sentence = SentenceOf(analysis, head);
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (grammar.Head(i) == head && isWanted(grammar.Relation(i))) return i;
        }
        return -1;
    }

    private static Sentence SentenceOf(Analysis analysis, int token)
    {
        var (low, high) = (0, analysis.Sentences.Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (analysis.Sentences[middle].EndToken <= token) low = middle + 1;
            else high = middle;
        }
        return analysis.Sentences[low];
    }

    // "the ministers who pledged 2%": who stands for the ministers.
    private static int Antecedent(Grammar grammar, Analysis analysis, int subject, int verb) =>
        grammar.Relation(verb) == "acl:relcl" && grammar.Tag(subject) == UniversalTag.Pronoun && grammar.PennTag(subject) is "WP" or "WDT" && grammar.Head(verb) >= 0 ? grammar.Head(verb) : subject;

    // The words of a noun and what stands close by it: the names, adjectives and owners before it, no clause behind it.
    private static TextSpan Phrase(Grammar grammar, Analysis analysis, int noun)
    {
        var sentence = SentenceOf(analysis, noun);
        var (first, last) = (noun, noun);
        while (first > sentence.FirstToken && Belongs(grammar, first - 1, noun)) first--;
        while (last + 1 < sentence.EndToken && Belongs(grammar, last + 1, noun) && grammar.Relation(last + 1) is "flat" or "compound" or "goeswith") last++;
        return new TextSpan(analysis.Tokens[first].Start, analysis.Tokens[last].End);
    }

    private static bool Belongs(Grammar grammar, int token, int noun)
    {
        for (var steps = 0; steps < Reach && token >= 0; steps++)
        {
            if (token == noun) return true;
            if (grammar.Relation(token) is not ("det" or "amod" or "compound" or "flat" or "nummod" or "nmod:poss" or "case" or "advmod" or "goeswith" or "punct" or "compound:prt")) return false;
            token = grammar.Head(token);
        }
        return false;
    }

    private static TextSpan? Predicate(Grammar grammar, Analysis analysis, int token) =>
        grammar.Tag(token) is UniversalTag.Verb || grammar.Tag(token) is UniversalTag.Auxiliary ? analysis.Tokens[token].Span : Child(grammar, analysis, token, r => r == "cop") is >= 0 and var copula ? analysis.Tokens[copula].Span : null;

    private static TextSpan? PredicateAbove(Grammar grammar, Analysis analysis, int token)
    {
        for (var steps = 0; steps < Reach && token >= 0; steps++, token = grammar.Head(token))
        {
            if (Predicate(grammar, analysis, token) is { } found) return found;
        }
        return null;
    }
}
