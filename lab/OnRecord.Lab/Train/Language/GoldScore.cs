namespace OnRecord.Lab.Train.Language;

/// <summary>Scores a network on gold tokens while it is being trained.</summary>
internal static class GoldScore
{
    public static string Of(Network network, List<Example> dev)
    {
        int words = 0, universal = 0, penn = 0, attached = 0, labelled = 0;
        var shape = network.Shape;
        var longest = dev.Max(e => e.Count);
        var heads = new int[longest];
        var relations = new int[longest];
        for (var at = 0; at < dev.Count; at += 32)
        {
            var batch = dev.GetRange(at, Math.Min(32, dev.Count - at));
            network.Forward(batch, isTraining: false);
            var first = 0;
            foreach (var example in batch)
            {
                network.Parse(first, example.Count, heads, relations);
                for (var i = 0; i < example.Count; i++)
                {
                    words++;
                    if (network.Best(first + i, 0, shape.Universal) == example.Universal![i]) universal++;
                    if (network.Best(first + i, shape.Universal, shape.Penn) == example.Penn![i]) penn++;
                    if (heads[i] != example.Heads![i]) continue;
                    attached++;
                    if (relations[i] == example.Relations![i]) labelled++;
                }
                first += example.Count;
            }
        }
        return FormattableString.Invariant($"upos {(double)universal / words:F4} xpos {(double)penn / words:F4} uas {(double)attached / words:F4} las {(double)labelled / words:F4}");
    }
}
