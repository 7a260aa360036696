using OnRecord.Language.Learning;

namespace OnRecord.Language.Coreference;

/// <summary>Ranks the antecedents of a mention against each other and against its being the first of a chain. Has room of its own: one for each text.</summary>
internal sealed class Ranking(FeatureWeights weights)
{
    private readonly int[] candidates = new int[Discourse.MostCandidates];
    private readonly float[] scores = new float[Discourse.MostCandidates];
    private readonly uint[] features = new uint[PairFeatures.Most];

    /// <summary>The best antecedent, -1 where the mention begins a chain, and the probability that it belongs to that antecedent's chain.</summary>
    public (int Antecedent, double Confidence) Best(Discourse discourse, int mention)
    {
        var count = discourse.Candidates(mention, candidates);
        if (count == 0) return (-1, 0);
        var agreeing = 0;
        var best = -1;
        for (var c = 0; c < count; c++)
        {
            scores[c] = Score(PairFeatures.Link(discourse, mention, candidates[c], agreeing, features));
            if (best < 0 || scores[c] > scores[best]) best = c;
            if (PairFeatures.Agree(discourse.Mentions[mention], discourse.State(candidates[c]), discourse.Mentions[candidates[c]])) agreeing++;
        }
        var first = Score(PairFeatures.First(discourse, mention, agreeing, features));
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

    private float Score(int count)
    {
        Span<float> score = [0];
        weights.AddScores(features.AsSpan(0, count), score);
        return score[0];
    }
}
