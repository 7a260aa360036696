namespace OnRecord.Language.Coreference;

/// <summary>The candidates of one mention seen together: which of them agree with it, and how they stand to each other.</summary>
/// <param name="Chains">How many chains agree, three for three and more: where only one does, there is little to choose.</param>
/// <param name="Largest">The size of the largest chain that agrees.</param>
/// <param name="NearestSubject">The nearest agreeing candidate that is a subject, -1 where there is none.</param>
/// <param name="Agreeing">How many candidates agree.</param>
internal readonly record struct Field(int Chains, int Largest, int NearestSubject, int Agreeing)
{
    /// <summary>Looks over the candidates.</summary>
    /// <param name="discourse">The text so far.</param>
    /// <param name="mention">The mention.</param>
    /// <param name="candidates">Its candidates, nearest first.</param>
    /// <param name="ranks">Takes for each candidate how many before it agree.</param>
    public static Field Of(Discourse discourse, int mention, ReadOnlySpan<int> candidates, Span<int> ranks)
    {
        Span<int> chains = [-1, -1, -1];
        var (count, largest, subject, agreeing) = (0, 0, -1, 0);
        for (var c = 0; c < candidates.Length; c++)
        {
            ranks[c] = agreeing;
            var candidate = discourse.Mentions[candidates[c]];
            var state = discourse.State(candidates[c]);
            if (!PairFeatures.Agree(discourse.Mentions[mention], state, candidate)) continue;
            agreeing++;
            largest = Math.Max(largest, state.Size);
            if (subject < 0 && candidate.Role is (GrammaticalRole.Subject or GrammaticalRole.PassiveSubject)) subject = candidates[c];
            var chain = discourse.ChainOf(candidates[c]);
            if (count < chains.Length && !chains.Contains(chain)) chains[count++] = chain;
        }
        return new Field(count, largest, subject, agreeing);
    }
}
