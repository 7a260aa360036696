using OnRecord.Language.Learning;

namespace OnRecord.Extract;

/// <summary>
/// The reporting clause that closes a long sentence: "The union demands a rise and has threatened to strike, the port's
/// director said on Monday." The tagger reads one layer, and where the sentence has a cue of its own it keeps to that one
/// and loses the clause at the end. Syntax finds it: a subject right after a comma, a verb that may report what stands
/// before it, and nothing after it that it could report. Stateless.
/// </summary>
internal static class ClosingClauses
{
    // In 120 articles of the training part and the 84 of the dev part there were ten beside the tagger's, each with a gold
    // attribution that shares at least half of each part.
    private const double Right = 0.9;

    // Trees of news sentences are seldom deeper.
    private const int LongestChain = 20;

    private static readonly uint Subject = Fnv.Hash("nsubj");
    private static readonly uint Parataxis = Fnv.Hash("parataxis");
    private static readonly uint Complement = Fnv.Hash("ccomp");
    private static readonly uint Relative = Fnv.Hash("acl:relcl");
    private static readonly uint Conjunction = Fnv.Hash("mark");
    private static readonly uint Thing = Fnv.Hash("obj");
    private static readonly uint Comma = Fnv.HashFolded(",");
    private static readonly uint Dash = Fnv.HashFolded("\u2014");
    private static readonly uint Told = Fnv.HashFolded("told");

    // Verbs that stand behind what they report, with a person or a body as their subject. "The footage showed" is evidence,
    // and "he indicated as much" takes up something else.
    private static readonly HashSet<uint> Reporting =
    [
        .. new[]
        {
            "said", "says", "told", "added", "adds", "announced", "argued", "argues", "claimed", "claims", "conceded", "confirmed",
            "declared", "explained", "explains", "insisted", "insists", "noted", "notes", "predicted", "recalled", "reported", "reports",
            "stressed", "warned", "warns", "wrote", "writes",
        }.Select(word => Fnv.HashFolded(word)),
    ];

    /// <summary>The attribution whose clause closes a sentence; null where none does.</summary>
    public static RoleGroup? Find(TokenAttributes tokens, int first, int end)
    {
        for (var verb = end - 1; verb > first + 3; verb--)
        {
            if (!Reporting.Contains(tokens.Folded[verb]) || tokens.QuoteIndex[verb] >= 0) continue;
            // The last such verb decides: one before it cannot close the sentence.
            return Closes(tokens, verb, end) ? Clause(tokens, verb, first) : null;
        }
        return null;
    }

    // Nothing after it has a subject or a conjunction of its own, and it has no object.
    private static bool Closes(TokenAttributes tokens, int verb, int end)
    {
        for (var i = verb + 1; i < end; i++)
        {
            if (tokens.Relation[i] == Subject || tokens.Relation[i] == Conjunction || tokens.QuoteIndex[i] >= 0) return false;
            if (tokens.Head[i] == verb && tokens.Relation[i] == Thing && tokens.Folded[verb] != Told) return false;
        }
        return true;
    }

    private static RoleGroup? Clause(TokenAttributes tokens, int verb, int first)
    {
        var subject = verb - 1;
        while (subject > first && !(tokens.Head[subject] == verb && tokens.Relation[subject] == Subject)) subject--;
        var (start, last) = (subject, subject);
        for (var i = verb - 1; i > first; i--)
        {
            // The comma before it may hang on the subject, too.
            if (tokens.IsMark[i] || !IsBelow(tokens, i, subject)) continue;
            (start, last) = (Math.Min(start, i), Math.Max(last, i));
        }
        var comma = start - 1;
        if (subject <= first || comma <= first || tokens.Folded[comma] != Comma || !IsTied(tokens, verb, first, comma) || !IsClause(tokens, first, comma)) return null;
        return RoleGroup.OfSyntax((start, last + 1), (verb, verb + 1), (first, comma), Right);
    }

    // Parsers see the reporting clause as an aside to what it reports, or as the main clause with the report as its complement.
    private static bool IsTied(TokenAttributes tokens, int verb, int first, int comma)
    {
        if (tokens.Head[verb] >= first && tokens.Head[verb] < comma) return tokens.Relation[verb] == Parataxis || tokens.Relation[verb] == Relative || tokens.Relation[verb] == Complement;
        for (var i = first; i < comma; i++)
        {
            if (tokens.Head[i] == verb && (tokens.Relation[i] == Complement || tokens.Relation[i] == Parataxis)) return true;
        }
        return false;
    }

    // A main clause: it has a subject, and does not begin as a subordinate one, "As he left, the minister said in a speech."
    private static bool IsClause(TokenAttributes tokens, int first, int end)
    {
        if (tokens.Relation[first] == Conjunction) return false;
        for (var i = first; i < end; i++)
        {
            // What stands behind a dash may be all that is reported.
            if (tokens.Folded[i] == Dash) return false;
        }
        for (var i = first; i < end; i++)
        {
            if (tokens.Relation[i] == Subject && tokens.Head[i] >= first && tokens.Head[i] < end) return true;
        }
        return false;
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
