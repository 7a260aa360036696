using OnRecord.Lab.Corpora;
using OnRecord.Language;
using OnRecord.Language.Text;

namespace OnRecord.Lab.Evaluate;

/// <summary>An attribution as the tokens that are scored, predicted or gold.</summary>
internal sealed class ScoredAttribution
{
    private ScoredAttribution(AttributionDocument document, List<TextSpan> quoted, IReadOnlyList<TextSpan> source, IReadOnlyList<TextSpan> cue, IReadOnlyList<TextSpan> content)
    {
        (Source, Cue, Content) = (Cover(document, source), Cover(document, cue), Cover(document, content));
        int words = 0, inside = 0;
        foreach (var token in Content)
        {
            var span = document.ScoringTokens[token];
            if (!span.Slice(document.Text).Any(char.IsLetterOrDigit)) continue;
            words++;
            if (quoted.Any(q => q.Contains(span.Start))) inside++;
        }
        Kind = inside == 0 ? "-indirect" : inside == words ? "-direct" : "-mixed";
    }

    public HashSet<int> Source { get; }

    public HashSet<int> Cue { get; }

    public HashSet<int> Content { get; }

    /// <summary>Direct, indirect or mixed by the quotation marks around its content, as the names of measures end.</summary>
    public string Kind { get; }

    /// <summary>What is predicted and what is gold for a document, each in its order.</summary>
    public static (List<ScoredAttribution> Own, List<ScoredAttribution> Gold) Of(AttributionDocument document, List<Attribution> predicted)
    {
        var quoted = Analyser.Analyse(document.Text).Quotations.Where(q => q.Depth == 0).Select(q => q.Span).ToList();
        return ([.. predicted.Select(a => new ScoredAttribution(document, quoted, a.Source, a.Cue, a.Content))],
            [.. document.Attributions.Select(a => new ScoredAttribution(document, quoted, a.Source, a.Cue, a.Content))]);
    }

    /// <summary>Pairs what fits one to one, those that share most first; returns which of either have found another.</summary>
    public static (HashSet<int> Own, HashSet<int> Gold) Pair(List<ScoredAttribution> own, List<ScoredAttribution> gold, Func<ScoredAttribution, ScoredAttribution, bool> fits)
    {
        var pairs = new List<(int Shared, int Own, int Gold)>();
        for (var i = 0; i < own.Count; i++)
        {
            for (var j = 0; j < gold.Count; j++)
            {
                if (fits(own[i], gold[j])) pairs.Add((own[i].Shared(gold[j]), i, j));
            }
        }
        var (hitOwn, hitGold) = (new HashSet<int>(), new HashSet<int>());
        foreach (var (_, i, j) in pairs.OrderByDescending(p => p.Shared).ThenBy(p => p.Own).ThenBy(p => p.Gold))
        {
            if (hitOwn.Contains(i) || hitGold.Contains(j)) continue;
            hitOwn.Add(i);
            hitGold.Add(j);
        }
        return (hitOwn, hitGold);
    }

    /// <summary>Whether each part shares at least half of the larger of the two.</summary>
    public bool SharesHalfWith(ScoredAttribution other) => SharesSourceAndContentWith(other) && Half(Cue, other.Cue);

    /// <summary>The same without the cue.</summary>
    public bool SharesSourceAndContentWith(ScoredAttribution other) => Half(Source, other.Source) && Half(Content, other.Content);

    public bool IsEqualTo(ScoredAttribution other) => Source.SetEquals(other.Source) && Cue.SetEquals(other.Cue) && Content.SetEquals(other.Content);

    /// <summary>The tokens that spans touch.</summary>
    public static HashSet<int> Cover(AttributionDocument document, IReadOnlyList<TextSpan> spans)
    {
        var covered = new HashSet<int>();
        foreach (var span in spans)
        {
            var (low, high) = (0, document.ScoringTokens.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (document.ScoringTokens[middle].End <= span.Start) low = middle + 1;
                else high = middle;
            }
            for (; low < document.ScoringTokens.Count && document.ScoringTokens[low].Start < span.End; low++) covered.Add(low);
        }
        return covered;
    }

    private int Shared(ScoredAttribution other) => Source.Count(other.Source.Contains) + Cue.Count(other.Cue.Contains) + Content.Count(other.Content.Contains);

    private static bool Half(HashSet<int> a, HashSet<int> b) =>
        a.Count == 0 || b.Count == 0 ? a.Count == b.Count : 2 * a.Count(b.Contains) >= Math.Max(a.Count, b.Count);
}
