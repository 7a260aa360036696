using OnRecord.Language.Text;

namespace OnRecord.Lab.Evaluate;

/// <summary>
/// MUC (Vilain and others 1995), B³ (Bagga and Baldwin 1998) and entity CEAF (Luo 2005) of one text or of several together,
/// as in the CoNLL 2012 shared task: mentions agree by their exact range, and chains of one mention are left out.
/// </summary>
internal sealed class ChainScore
{
    private double mucHits, mucGold, mucOwn, cubedPrecision, cubedRecall, goldMentions, ownMentions, shared, likeness, goldChains, ownChains;

    public int GoldMentions => (int)goldMentions;

    public double Mentions => F1(shared / Math.Max(1, ownMentions), shared / Math.Max(1, goldMentions));

    public double Muc => F1(mucHits / Math.Max(1, mucOwn), mucHits / Math.Max(1, mucGold));

    public double Cubed => F1(cubedPrecision / Math.Max(1, ownMentions), cubedRecall / Math.Max(1, goldMentions));

    public double Ceaf => F1(likeness / Math.Max(1, ownChains), likeness / Math.Max(1, goldChains));

    public double Mean => (Muc + Cubed + Ceaf) / 3;

    public double CubedPrecision => cubedPrecision / Math.Max(1, ownMentions);

    public double CubedRecall => cubedRecall / Math.Max(1, goldMentions);

    public static ChainScore Of(IEnumerable<IEnumerable<TextSpan>> gold, IEnumerable<IEnumerable<TextSpan>> own)
    {
        var score = new ChainScore();
        var key = gold.Select(c => c.Distinct().ToList()).Where(c => c.Count > 1).ToList();
        var response = own.Select(c => c.Distinct().ToList()).Where(c => c.Count > 1).ToList();
        var goldOf = Index(key);
        var ownOf = Index(response);
        var overlaps = new double[key.Count, response.Count];
        foreach (var (span, k) in goldOf)
        {
            if (!ownOf.TryGetValue(span, out var r)) continue;
            overlaps[k, r]++;
            score.shared++;
        }
        score.goldMentions = goldOf.Count;
        score.ownMentions = ownOf.Count;
        score.goldChains = key.Count;
        score.ownChains = response.Count;
        for (var k = 0; k < key.Count; k++)
        {
            var (met, parts) = (0.0, 0);
            for (var r = 0; r < response.Count; r++)
            {
                met += overlaps[k, r];
                if (overlaps[k, r] > 0) parts++;
                score.cubedRecall += overlaps[k, r] * overlaps[k, r] / key[k].Count;
                score.cubedPrecision += overlaps[k, r] * overlaps[k, r] / response[r].Count;
            }
            score.mucGold += key[k].Count - 1;
            // A chain of n mentions in p parts, the mentions that were not found each a part of its own, has n - p links found.
            score.mucHits += met - parts;
        }
        for (var r = 0; r < response.Count; r++) score.mucOwn += response[r].Count - 1;
        score.likeness = Assignment.Best(key.Count, response.Count, (k, r) => 2 * overlaps[k, r] / (key[k].Count + response[r].Count));
        return score;
    }

    public void Add(ChainScore other)
    {
        mucHits += other.mucHits;
        mucGold += other.mucGold;
        mucOwn += other.mucOwn;
        cubedPrecision += other.cubedPrecision;
        cubedRecall += other.cubedRecall;
        goldMentions += other.goldMentions;
        ownMentions += other.ownMentions;
        shared += other.shared;
        likeness += other.likeness;
        goldChains += other.goldChains;
        ownChains += other.ownChains;
    }

    private static Dictionary<TextSpan, int> Index(List<List<TextSpan>> chains)
    {
        var index = new Dictionary<TextSpan, int>();
        for (var c = 0; c < chains.Count; c++)
        {
            foreach (var span in chains[c]) index.TryAdd(span, c);
        }
        return index;
    }

    private static double F1(double precision, double recall) => precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
}
