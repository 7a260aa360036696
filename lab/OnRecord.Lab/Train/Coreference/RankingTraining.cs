using OnRecord.Language.Coreference;

namespace OnRecord.Lab.Train.Coreference;

/// <summary>A text to learn from: its mentions, and to which entity each belongs.</summary>
/// <param name="Begin">Begins the text anew.</param>
/// <param name="Entities">For each mention its entity, -1 where it belongs to none.</param>
/// <param name="Only">The one mention that is learned from, and which mentions stand for the first and the second name; null where all are.</param>
internal sealed record RankingText(Func<Discourse> Begin, int[] Entities, (int Pronoun, HashSet<int> Gold, HashSet<int> Wrong)? Only = null);

/// <summary>
/// Trains the ranking of antecedents: the likelihood of any right antecedent, with costs for the kinds of mistakes added to
/// the scores (Durrett and Klein 2013), by AdaGrad. The chains so far are gold at first and then the ranking's own, so that
/// it learns to go on from its mistakes.
/// </summary>
internal sealed class RankingTraining(CoreferenceOptions options, TextWriter output)
{
    private readonly FeatureTable table = new();
    private readonly int[] candidates = new int[Discourse.MostCandidates];
    private readonly int[] ranks = new int[Discourse.MostCandidates];
    private readonly int[][] rows = new int[Discourse.MostCandidates + 1][];
    private readonly float[] scores = new float[Discourse.MostCandidates + 1];
    private readonly float[] costs = new float[Discourse.MostCandidates + 1];
    private readonly bool[] isRight = new bool[Discourse.MostCandidates + 1];
    private readonly uint[] features = new uint[PairFeatures.Most];
    private float[] weights = [];
    private float[] squares = [];
    private int right, links, all;

    public List<(uint Feature, float[] Weights)> Train(List<RankingText> texts)
    {
        foreach (var text in texts) Count(text);
        table.Freeze(options.LeastCount);
        weights = new float[table.Features.Count];
        squares = new float[weights.Length];
        var random = new Xorshift(options.Seed);
        var order = texts.ToArray();
        for (var epoch = 0; epoch < options.Epochs; epoch++)
        {
            random.Shuffle(order);
            right = links = all = 0;
            foreach (var text in order) Learn(text, epoch < options.GoldEpochs);
            output.WriteLine(FormattableString.Invariant($"epoch {epoch + 1}: {weights.Length} features, {all} mentions, {(double)right / all:P2} right, {links} links"));
        }
        return [.. table.Features.Select((f, row) => (f, new[] { weights[row] })).Where(f => Math.Abs(f.Item2[0]) > 1e-3f)];
    }

    // The features of gold chains: which of them occur often enough.
    private void Count(RankingText text)
    {
        var discourse = text.Begin();
        for (var m = 0; m < discourse.Mentions.Count; m++)
        {
            var count = discourse.Candidates(m, candidates);
            if (text.Only is null || text.Only.Value.Pronoun == m)
            {
                var field = Field.Of(discourse, m, candidates.AsSpan(0, count), ranks);
                for (var c = 0; c < count; c++) table.Count(features.AsSpan(0, PairFeatures.Link(discourse, m, candidates[c], ranks[c], field, features)));
                table.Count(features.AsSpan(0, PairFeatures.First(discourse, m, field, features)));
            }
            discourse.Place(m, GoldAntecedent(text, m, count));
        }
    }

    private int GoldAntecedent(RankingText text, int mention, int count)
    {
        for (var c = 0; c < count; c++)
        {
            if (text.Entities[mention] >= 0 && text.Entities[candidates[c]] == text.Entities[mention]) return candidates[c];
        }
        return -1;
    }

    private void Learn(RankingText text, bool isGold)
    {
        var discourse = text.Begin();
        for (var m = 0; m < discourse.Mentions.Count; m++)
        {
            var count = discourse.Candidates(m, candidates);
            var isLearned = text.Only is null || text.Only.Value.Pronoun == m;
            var best = Score(discourse, m, count);
            if (isLearned) Step(text, discourse, m, count, text.Only is null ? 1 : options.PronounWeight);
            if (isLearned && text.Only is not null) return;
            discourse.Place(m, isGold && text.Only is null ? GoldAntecedent(text, m, count) : best == count ? -1 : candidates[best]);
        }
    }

    private int Score(Discourse discourse, int mention, int count)
    {
        var field = Field.Of(discourse, mention, candidates.AsSpan(0, count), ranks);
        var best = 0;
        for (var c = 0; c < count; c++)
        {
            rows[c] = table.Rows(features.AsSpan(0, PairFeatures.Link(discourse, mention, candidates[c], ranks[c], field, features)));
            scores[c] = Sum(rows[c]);
            if (scores[c] > scores[best]) best = c;
        }
        rows[count] = table.Rows(features.AsSpan(0, PairFeatures.First(discourse, mention, field, features)));
        scores[count] = Sum(rows[count]);
        return count == 0 || scores[count] >= scores[best] ? count : best;
    }

    private void Step(RankingText text, Discourse discourse, int mention, int count, float weight)
    {
        var hasGold = false;
        for (var c = 0; c < count; c++)
        {
            isRight[c] = text.Only is { } only ? only.Gold.Contains(candidates[c]) || only.Gold.Any(g => g < mention && discourse.ChainOf(g) == discourse.ChainOf(candidates[c]) && !only.Wrong.Contains(candidates[c])) : text.Entities[mention] >= 0 && text.Entities[candidates[c]] == text.Entities[mention];
            hasGold |= isRight[c];
        }
        if (text.Only is not null && !hasGold) return;
        isRight[count] = !hasGold;
        for (var c = 0; c < count; c++) costs[c] = isRight[c] ? 0 : hasGold ? options.WrongLink : options.FalseLink;
        costs[count] = hasGold ? options.MissedLink : 0;
        var top = float.MinValue;
        var best = 0;
        for (var c = 0; c <= count; c++)
        {
            if (scores[c] > scores[best]) best = c;
            top = Math.Max(top, scores[c] + costs[c]);
        }
        all++;
        if (isRight[best]) right++;
        if (best < count) links++;
        Descend(count + 1, top, weight, null);
        // And between the two names alone, which is what the example is about.
        if (text.Only is { } names) Descend(count, top, weight, c => names.Gold.Concat(names.Wrong).Any(n => n < mention && discourse.ChainOf(n) == discourse.ChainOf(candidates[c])));
    }

    // A step towards what is right, among all candidates or some.
    private void Descend(int count, float top, float weight, Func<int, bool>? isIn)
    {
        Span<float> parts = stackalloc float[count];
        var (sum, rightSum) = (0f, 0f);
        for (var c = 0; c < count; c++)
        {
            parts[c] = isIn is null || isIn(c) ? MathF.Exp(scores[c] + costs[c] - top) : 0;
            sum += parts[c];
            if (isRight[c]) rightSum += parts[c];
        }
        if (rightSum <= 0) return;
        for (var c = 0; c < count; c++)
        {
            var gradient = weight * (parts[c] / sum - (isRight[c] ? parts[c] / rightSum : 0));
            if (Math.Abs(gradient) < 1e-4f) continue;
            foreach (var row in rows[c])
            {
                var g = gradient + options.Decay * weights[row];
                squares[row] += g * g;
                weights[row] -= options.Rate * g / (MathF.Sqrt(squares[row]) + 1e-6f);
            }
        }
    }

    private float Sum(int[] rows)
    {
        var sum = 0f;
        foreach (var row in rows) sum += weights[row];
        return sum;
    }
}
