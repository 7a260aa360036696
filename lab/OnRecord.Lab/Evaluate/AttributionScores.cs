using OnRecord.Lab.Corpora;
using OnRecord.Lab.Train;
using OnRecord.Language.Text;

namespace OnRecord.Lab.Evaluate;

/// <summary>
/// The scores of predicted attributions, document by document. Spans by role: exact, whatever the attribution. Whole: a
/// prediction and a gold attribution are paired one to one where source, cue and content each share at least half of the
/// larger of the two token sets (or are all equal, for exact).
/// </summary>
internal sealed class AttributionScores
{
    private static readonly string[] Kinds = ["", "-direct", "-mixed", "-indirect"];

    private readonly List<Dictionary<string, Counts>> perDocument = [];

    public AttributionScores(List<AttributionDocument> documents, List<List<Attribution>> predictions)
    {
        for (var i = 0; i < documents.Count; i++) perDocument.Add(Count(documents[i], predictions[i], Judged));
    }

    /// <summary>The confidence of each predicted attribution, and whether a gold one shares at least half of each of its parts.</summary>
    public List<(double Confidence, bool IsRight)> Judged { get; } = [];

    public required int Tokens { get; init; }

    public required double TokensPerSecond { get; init; }

    public IEnumerable<Metric> Metrics(string corpus, int resamples)
    {
        var names = perDocument.SelectMany(d => d.Keys).Distinct().Order(StringComparer.Ordinal).ToList();
        foreach (var name in names)
        {
            var total = Sum(name, Enumerable.Range(0, perDocument.Count));
            if (resamples == 0)
            {
                yield return new Metric(corpus, name, total.F1, total.Gold);
                continue;
            }
            var random = new Xorshift(1);
            var values = new double[resamples];
            for (var r = 0; r < resamples; r++) values[r] = Sum(name, Enumerable.Range(0, perDocument.Count).Select(_ => random.Next(perDocument.Count))).F1;
            Array.Sort(values);
            yield return new Metric(corpus, name, total.F1, total.Gold, values[(int)(0.025 * resamples)], values[(int)(0.975 * resamples) - 1]);
        }
    }

    private Counts Sum(string name, IEnumerable<int> documents)
    {
        var total = new Counts();
        foreach (var d in documents)
        {
            if (perDocument[d].TryGetValue(name, out var counts)) total.Add(counts);
        }
        return total;
    }

    private static Dictionary<string, Counts> Count(AttributionDocument document, List<Attribution> predicted, List<(double, bool)> judged)
    {
        var counts = new Dictionary<string, Counts>();
        var (own, gold) = ScoredAttribution.Of(document, predicted);
        Role("source-span-f1", a => a.Source, a => a.Source);
        Role("cue-span-f1", a => a.Cue, a => a.Cue);
        Role("content-span-f1", a => a.Content, a => a.Content);
        Whole("whole50-f1", (p, g) => p.SharesHalfWith(g));
        Whole("whole-exact-f1", (p, g) => p.IsEqualTo(g));
        Whole("who-what50-f1", (p, g) => p.SharesSourceAndContentWith(g));
        return counts;

        void Role(string name, Func<Attribution, IReadOnlyList<TextSpan>> ofOwn, Func<GoldAttribution, IReadOnlyList<TextSpan>> ofGold)
        {
            var predictedSpans = predicted.SelectMany(ofOwn).Select(s => ScoredAttribution.Cover(document, [s])).Where(t => t.Count > 0).Select(t => (t.Min(), t.Max())).ToHashSet();
            var goldSpans = document.Attributions.SelectMany(ofGold).Select(s => ScoredAttribution.Cover(document, [s])).Where(t => t.Count > 0).Select(t => (t.Min(), t.Max())).ToHashSet();
            counts[name] = new Counts();
            counts[name].Add(predictedSpans, goldSpans);
        }

        void Whole(string name, Func<ScoredAttribution, ScoredAttribution, bool> fits)
        {
            var (hitOwn, hitGold) = ScoredAttribution.Pair(own, gold, fits);
            if (name == "whole50-f1") judged.AddRange(predicted.Select((p, i) => (p.Confidence, hitOwn.Contains(i))));
            foreach (var kind in Kinds)
            {
                var c = counts[name + kind] = new Counts();
                for (var i = 0; i < own.Count; i++)
                {
                    if (kind.Length > 0 && own[i].Kind != kind) continue;
                    c.Predicted++;
                    if (hitOwn.Contains(i)) c.PredictedHits++;
                }
                for (var j = 0; j < gold.Count; j++)
                {
                    if (kind.Length > 0 && gold[j].Kind != kind) continue;
                    c.Gold++;
                    if (hitGold.Contains(j)) c.GoldHits++;
                }
            }
        }
    }
}
