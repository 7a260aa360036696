using OnRecord.Language.Learning;

namespace OnRecord.Language.Coreference;

/// <summary>Ranks the antecedents of a mention against each other and against its being the first of a chain. Has room of its own: one for each text.</summary>
internal sealed class Ranking(FeatureWeights weights)
{
    private readonly int[] candidates = new int[Discourse.MostCandidates];
    private readonly int[] ranks = new int[Discourse.MostCandidates];
    private readonly float[] scores = new float[Discourse.MostCandidates];
    private readonly uint[] features = new uint[PairFeatures.Most];
    private readonly uint[] coming = new uint[PairFeatures.Most];

    /// <summary>The best antecedent, -1 where the mention begins a chain, and the probability that it belongs to that antecedent's chain.</summary>
    public (int Antecedent, double Confidence) Best(Discourse discourse, int mention)
    {
        var count = discourse.Candidates(mention, candidates);
        var field = LookOver(discourse, mention, ref count);
        if (count == 0) return (-1, 0);
        var best = ScoreAll(discourse, mention, count, field);
        var first = Score(features.AsSpan(0, PairFeatures.First(discourse, mention, field, features)));
        if (first >= scores[best]) return (-1, 0);
        var chain = discourse.ChainOf(candidates[best]);
        var (all, same) = (MathF.Exp(first - scores[best]), 0f);
        for (var c = 0; c < count; c++)
        {
            var weight = MathF.Exp(scores[c] - scores[best]);
            all += weight;
            if (discourse.ChainOf(candidates[c]) == chain) same += weight;
        }
        return (candidates[best], same / all);
    }

    /// <summary>How probable it is that a pronoun goes with each of two lists of earlier mentions.</summary>
    public (float One, float Other) Weigh(Discourse discourse, int pronoun, IReadOnlyList<int> one, IReadOnlyList<int> other)
    {
        if (one.Count + other.Count == 0) return (0, 0);
        // All candidates are looked at, so that each is seen among its rivals; the sums are over what is offered.
        var count = discourse.Candidates(pronoun, candidates);
        foreach (var mention in one.Concat(other))
        {
            if (count < candidates.Length && candidates.AsSpan(0, count).IndexOf(mention) < 0) candidates[count++] = mention;
        }
        var field = LookOver(discourse, pronoun, ref count);
        var best = ScoreAll(discourse, pronoun, count, field);
        var (sum, rest, all) = (0f, 0f, MathF.Exp(Score(features.AsSpan(0, PairFeatures.First(discourse, pronoun, field, features))) - scores[best]));
        for (var c = 0; c < count; c++)
        {
            var weight = MathF.Exp(scores[c] - scores[best]);
            all += weight;
            if (one.Contains(candidates[c])) sum += weight;
            else if (other.Contains(candidates[c])) rest += weight;
        }
        return (sum / all, rest / all);
    }

    // All candidates are seen together; those that nothing ties to the mention are not weighed.
    private Field LookOver(Discourse discourse, int mention, ref int count)
    {
        var field = Field.Of(discourse, mention, candidates.AsSpan(0, count), ranks);
        var tied = 0;
        for (var c = 0; c < count; c++)
        {
            if (!Compatibility.HasTie(discourse.Mentions[mention], discourse.Mentions[candidates[c]])) continue;
            (candidates[tied], ranks[tied]) = (candidates[c], ranks[c]);
            tied++;
        }
        count = tied;
        return field;
    }

    private int ScoreAll(Discourse discourse, int mention, int count, Field field)
    {
        var best = 0;
        // The weights of a candidate's features are on their way while those of the one before are added.
        Span<uint> next = coming, current = features;
        var held = 0;
        for (var c = 0; c <= count; c++)
        {
            var filled = c < count ? PairFeatures.Link(discourse, mention, candidates[c], ranks[c], field, next) : 0;
            weights.Ask(next[..filled]);
            if (c > 0)
            {
                scores[c - 1] = Score(current[..held]);
                if (scores[c - 1] > scores[best]) best = c - 1;
            }
            var turned = next;
            next = current;
            current = turned;
            held = filled;
        }
        return best;
    }

    private float Score(ReadOnlySpan<uint> features)
    {
        Span<float> score = [0];
        weights.AddScores(features, score);
        return score[0];
    }
}
