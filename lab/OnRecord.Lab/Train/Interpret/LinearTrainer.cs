namespace OnRecord.Lab.Train.Interpret;

/// <summary>Multinomial logistic regression over hashed features by AdaGrad (Duchi et al. 2011) with decay. One seed, the same weights each time.</summary>
internal sealed class LinearTrainer
{
    private readonly int labels;
    private readonly Dictionary<uint, int> rows = [];
    private readonly float[] weights;
    private readonly float[] bias;

    public LinearTrainer(IReadOnlyList<Sample> samples, int labels, int leastCount, int epochs, float rate, float decay, float taughtShare = 0)
    {
        this.labels = labels;
        var counts = new Dictionary<uint, int>();
        foreach (var sample in samples)
        {
            foreach (var feature in sample.Features) counts[feature] = counts.GetValueOrDefault(feature) + 1;
        }
        foreach (var feature in counts.Where(c => c.Value >= leastCount).Select(c => c.Key).Order()) rows.Add(feature, rows.Count);
        weights = new float[rows.Count * labels];
        bias = new float[labels];
        var known = samples.Select(s => s.Features.Where(rows.ContainsKey).Select(f => rows[f]).ToArray()).ToArray();
        var sums = new float[weights.Length];
        var biasSums = new float[labels];
        var order = Enumerable.Range(0, samples.Count).ToArray();
        var chance = new Xorshift(17);
        var scores = new float[labels];
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            chance.Shuffle(order);
            foreach (var s in order)
            {
                var norm = 1 / MathF.Sqrt(Math.Max(1, samples[s].Features.Length));
                bias.CopyTo(scores, 0);
                foreach (var row in known[s])
                {
                    for (var l = 0; l < labels; l++) scores[l] += norm * weights[row * labels + l];
                }
                OnRecord.Interpret.Classify.SentenceClassifier.Softmax(scores);
                for (var l = 0; l < labels; l++)
                {
                    var gradient = scores[l] - samples[s].Target(l, labels, 0, taughtShare);
                    biasSums[l] += gradient * gradient;
                    bias[l] -= rate * gradient / (1e-3f + MathF.Sqrt(biasSums[l]));
                    foreach (var row in known[s])
                    {
                        var at = row * labels + l;
                        var g = gradient * norm + decay * weights[at];
                        sums[at] += g * g;
                        weights[at] -= rate * g / (1e-3f + MathF.Sqrt(sums[at]));
                    }
                }
            }
        }
    }

    public float[] Bias => bias;

    public IEnumerable<(uint Feature, float[] Weights)> Table => rows.Select(r => (r.Key, weights[(r.Value * labels)..((r.Value + 1) * labels)]));

    /// <summary>Forgets all but so many features, those with the largest weights.</summary>
    public void Keep(int most)
    {
        if (rows.Count <= most) return;
        foreach (var feature in rows.OrderByDescending(r => Largest(r.Value)).ThenBy(r => r.Key).Skip(most).Select(r => r.Key).ToList()) rows.Remove(feature);

        float Largest(int row) => Enumerable.Range(row * labels, labels).Max(at => Math.Abs(weights[at]));
    }

    public float[] Scores(Sample sample)
    {
        var norm = 1 / MathF.Sqrt(Math.Max(1, sample.Features.Length));
        var scores = (float[])bias.Clone();
        foreach (var feature in sample.Features)
        {
            if (!rows.TryGetValue(feature, out var row)) continue;
            for (var l = 0; l < labels; l++) scores[l] += norm * weights[row * labels + l];
        }
        return scores;
    }
}
