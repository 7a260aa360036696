using OnRecord.Ledger.Sqlite;

namespace OnRecord.Ledger.Search;

/// <summary>
/// Finds a statement again in other documents: said by the same speaker in the same words or nearly the same. Wordings are
/// compared by their runs of three words (Broder's shingles), of the shorter in the longer, so that a quotation cut short
/// is found; marks and case do not count.
/// </summary>
internal static class SameWords
{
    // "We will act" is said by everyone about everything.
    private const int FewestWords = 5;
    private const int Run = 3;

    // Of the shorter wording's runs, so many must stand in the longer. Half of them change where one word in six does.
    private const double LeastLikeness = 0.5;

    // What is compared of one wording: a speech is not one statement.
    private const int MostWords = 400;

    public static IReadOnlyList<OccurrenceRow> Of(LedgerConnection connection, string document, string attribution)
    {
        var all = StatementSearch.OfSpeakerOf(connection, document, attribution, Identities.Read(connection));
        if (all.Find(s => s.Document == document && s.Attribution == attribution) is not { } asked) return [];
        var words = Words(asked);
        var found = new List<OccurrenceRow>();
        foreach (var statement in all)
        {
            var other = Words(statement);
            var likeness = ReferenceEquals(statement, asked) ? 1 : Likeness(words, other);
            if (likeness < LeastLikeness) continue;
            var (missing, added) = Wording.Changes(words, other);
            found.Add(new OccurrenceRow { Statement = statement, Likeness = likeness, Missing = missing, Added = added });
        }
        return [.. found.OrderBy(o => o.Statement.Published is null).ThenBy(o => o.Statement.Published)];
    }

    /// <summary>The share of the shorter wording's runs of words that stand in the longer; 0 where it has too few words to tell.</summary>
    internal static double Likeness(string[] one, string[] other)
    {
        var (shorter, longer) = one.Length <= other.Length ? (one, other) : (other, one);
        if (shorter.Length < FewestWords) return shorter.Length > 0 && shorter.AsSpan().SequenceEqual(longer) ? 1 : 0;
        var runs = Runs(shorter);
        return (double)runs.Count(Runs(longer).Contains) / runs.Count;
    }

    private static HashSet<string> Runs(string[] words)
    {
        var runs = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i + Run <= words.Length; i++) runs.Add(string.Join(' ', words, i, Run));
        return runs;
    }

    private static string[] Words(StatementRow statement) => [.. statement.Content.SelectMany(c => Wording.Words(c.Words)).Take(MostWords)];
}
