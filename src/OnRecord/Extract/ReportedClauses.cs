using OnRecord.Language.Learning;

namespace OnRecord.Extract;

/// <summary>
/// A clause inside a content that reports in its turn: "the ministry had denied it". The tagger learnt from texts whose roles
/// lie in one layer and is shy of these; where a word that mostly is a cue has a subject and something it reports, syntax
/// shows all three parts. Stateless.
/// </summary>
internal static class ReportedClauses
{
    // What 120 articles of the training part give beside the tagger's was read: see the design's table of attributions.
    private const double Right = 0.8;

    // Trees of news sentences are seldom deeper.
    private const int LongestChain = 20;

    private static readonly uint Subject = Fnv.Hash("nsubj");
    private static readonly uint Clause = Fnv.Hash("ccomp");
    private static readonly uint Action = Fnv.Hash("xcomp");
    private static readonly uint Thing = Fnv.Hash("obj");
    private static readonly uint Addition = Fnv.Hash("obl");
    private static readonly uint Manner = Fnv.Hash("advcl");
    private static readonly uint Auxiliary = Fnv.Hash("aux");
    private static readonly uint Adverb = Fnv.Hash("advmod");

    private static readonly uint Comma = Fnv.HashFolded(",");
    private static readonly uint To = Fnv.HashFolded("to");

    // What accusing and blaming are about stands behind these, after whom they are aimed at.
    private static readonly HashSet<uint> Charges = [Fnv.HashFolded("of"), Fnv.HashFolded("for")];

    // With a mere thing as their object these take a stand on what somebody said. "He told a story" reports nothing.
    private static readonly HashSet<uint> Stands =
    [
        .. new[] { "denied", "denies", "deny", "rejected", "rejects", "reject", "opposed", "opposes", "oppose", "disputed", "disputes", "dispute", "dismissed", "dismisses", "dismiss", "condemned", "condemns", "condemn", "accused", "accuses", "accuse", "blamed", "blames", "blame" }.Select(word => Fnv.HashFolded(word)),
    ];

    private static readonly HashSet<uint> Finite = [Fnv.Hash("VBD"), Fnv.Hash("VBZ"), Fnv.Hash("VBP"), Fnv.Hash("VB")];
    private static readonly HashSet<uint> Participles = [Fnv.Hash("VBN"), Fnv.Hash("VBG")];
    private static readonly HashSet<uint> Asking = [Fnv.Hash("WP"), Fnv.Hash("WDT"), Fnv.Hash("WRB"), Fnv.Hash("WP$")];

    /// <summary>The attributions of a content.</summary>
    public static IEnumerable<RoleGroup> Find(TokenAttributes tokens, RoleSpan content)
    {
        for (var verb = content.First + 1; verb < content.End - 1; verb++)
        {
            if (tokens.CueLevel[verb] < 3 && !Stands.Contains(tokens.Folded[verb]) || !IsFinite(tokens, verb, content) || SubjectOf(tokens, verb, content) is not { } subject) continue;
            if (Reported(tokens, verb, content) is not { } reported) continue;
            yield return RoleGroup.OfSyntax(subject, (CueStart(tokens, verb, subject.End), verb + 1), reported, Right);
        }
    }

    // "Those accused of it" and "an eager judge" report nothing.
    public static bool IsFinite(TokenAttributes tokens, int verb, RoleSpan content) =>
        Finite.Contains(tokens.Tag[verb]) || Participles.Contains(tokens.Tag[verb]) && Dependent(tokens, verb, Auxiliary, content.First, verb) >= 0;

    // A verb joined to another has the other's subject, but which other it is joined to is what parsers most often get wrong.
    public static (int First, int End)? SubjectOf(TokenAttributes tokens, int verb, RoleSpan content)
    {
        var subject = Dependent(tokens, verb, Subject, content.First, verb);
        if (subject < 0) return null;
        var (first, end) = Below(tokens, subject, content);
        while (end > subject + 1 && tokens.IsMark[end - 1]) end--;
        // "What lawmakers called fraud": what is asked for stands before, and is no part of who says it.
        return end > verb || Asking.Contains(tokens.Tag[first]) || first > content.First && Asking.Contains(tokens.Tag[first - 1]) ? null : (first, end);
    }

    // A clause with its subject, an action with its "to", which may follow whom it is asked of, a charge, or what a stand is taken on.
    private static (int First, int End)? Reported(TokenAttributes tokens, int verb, RoleSpan content)
    {
        var clause = Dependent(tokens, verb, Clause, verb + 1, content.End);
        var action = Dependent(tokens, verb, Action, verb + 1, content.End);
        var thing = Dependent(tokens, verb, Thing, verb + 1, content.End);
        (int First, int End) span;
        if (clause >= 0)
        {
            span = Below(tokens, clause, content);
            if (tokens.CueLevel[verb] < 3 || thing >= 0 || Dependent(tokens, clause, Subject, span.First, clause) < 0) return null;
        }
        else if (action >= 0)
        {
            span = Below(tokens, action, content);
            if (tokens.CueLevel[verb] < 3 || tokens.Folded[span.First] != To) return null;
            if (thing >= 0) span.First = Below(tokens, thing, content).First;
        }
        else if (thing >= 0 && Stands.Contains(tokens.Folded[verb]))
        {
            span = Below(tokens, thing, content);
            var charge = Dependent(tokens, verb, Addition, span.End, content.End);
            if (charge < 0) charge = Dependent(tokens, verb, Manner, span.End, content.End);
            if (charge >= 0 && Charges.Contains(tokens.Folded[span.End])) span.End = Below(tokens, charge, content).End;
        }
        else
        {
            return null;
        }
        while (span.First < span.End && tokens.Folded[span.First] == Comma) span.First++;
        while (span.End > span.First && tokens.IsMark[span.End - 1] && tokens.QuoteIndex[span.End - 1] < 0) span.End--;
        return span.First > verb && span.End > span.First ? span : null;
    }

    // "has repeatedly denied": what stands between the subject and the verb and hangs on the verb.
    private static int CueStart(TokenAttributes tokens, int verb, int after)
    {
        var start = verb;
        while (start > after && tokens.Head[start - 1] == verb && (tokens.Relation[start - 1] == Auxiliary || tokens.Relation[start - 1] == Adverb)) start--;
        return start;
    }

    private static int Dependent(TokenAttributes tokens, int head, uint relation, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (tokens.Head[i] == head && tokens.Relation[i] == relation) return i;
        }
        return -1;
    }

    // The words that hang on one, as far as they stand together.
    private static (int First, int End) Below(TokenAttributes tokens, int top, RoleSpan content)
    {
        var (first, end) = (top, top + 1);
        while (first > content.First && IsBelow(tokens, first - 1, top)) first--;
        while (end < content.End && IsBelow(tokens, end, top)) end++;
        return (first, end);
    }

    private static bool IsBelow(TokenAttributes tokens, int token, int top)
    {
        for (var step = 0; step < LongestChain && token >= 0; step++)
        {
            if (token == top) return true;
            token = tokens.Head[token];
        }
        return false;
    }
}
