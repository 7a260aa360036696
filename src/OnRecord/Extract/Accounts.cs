using OnRecord.Language.Learning;

namespace OnRecord.Extract;

/// <summary>"According to the mayor, the bridge is safe": the phrase that opens a sentence and says on whose account it is. Stateless.</summary>
internal static class Accounts
{
    private const double Right = 0.7;

    private static readonly uint According = Fnv.HashFolded("according");
    private static readonly uint To = Fnv.HashFolded("to");
    private static readonly uint Comma = Fnv.HashFolded(",");
    private static readonly uint Subject = Fnv.Hash("nsubj");
    private static readonly uint Passive = Fnv.Hash("nsubj:pass");

    /// <summary>The attribution of a sentence that begins so; null where it does not.</summary>
    public static RoleGroup? Find(TokenAttributes tokens, int first, int end)
    {
        if (end - first < 6 || tokens.Folded[first] != According || tokens.Folded[first + 1] != To) return null;
        var comma = first + 2;
        while (comma < end && tokens.Folded[comma] != Comma) comma++;
        // A name in apposition, or a relative clause, brings commas of its own: "according to the mayor, Dolores Quint, …".
        if (comma - first < 3 || tokens.Analysis.Tokens[comma - 1].End - tokens.Analysis.Tokens[first].Start > LongestPhrase) return null;
        var stop = end;
        while (stop > comma && tokens.IsMark[stop - 1] && tokens.QuoteIndex[stop - 1] < 0) stop--;
        for (var i = comma + 1; i < stop; i++)
        {
            if (tokens.Folded[i] == Comma) return null;
        }
        for (var i = comma + 1; i < stop; i++)
        {
            if (tokens.Relation[i] == Subject || tokens.Relation[i] == Passive) return RoleGroup.OfSyntax((first + 2, comma), (first, first + 2), (comma + 1, stop), Right);
        }
        return null;
    }

    // In characters: a longer phrase holds a clause of its own, and its end is a guess.
    private const int LongestPhrase = 120;
}
