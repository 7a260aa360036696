namespace OnRecord.Language.Coreference;

/// <summary>Finds the mentions that are the sources of utterances, and the mentions that stand inside them.</summary>
internal static class Speakers
{
    /// <summary>Sets each mention's innermost utterance, and returns for each utterance the mention of its source, -1 where no mention has its head there.</summary>
    public static int[] Place(Analysis analysis, IReadOnlyList<Mention> mentions, IReadOnlyList<Utterance> utterances)
    {
        var sources = new int[utterances.Count];
        for (var u = 0; u < sources.Length; u++)
        {
            var source = utterances[u].Source;
            sources[u] = -1;
            for (var m = FirstFrom(source.Start); m < mentions.Count && analysis.Tokens[mentions[m].First].Start < source.End; m++)
            {
                if (mentions[m].IsCoordination || !source.Contains(analysis.Tokens[mentions[m].Head].Span)) continue;
                sources[u] = m;
                break;
            }
            var content = utterances[u].Content;
            for (var m = FirstFrom(content.Start); m < mentions.Count && analysis.Tokens[mentions[m].First].Start < content.End; m++)
            {
                var outer = mentions[m].Utterance;
                if (outer < 0 || utterances[outer].Content.Length > content.Length) mentions[m].Utterance = u;
            }
        }
        return sources;

        int FirstFrom(int position)
        {
            var (low, high) = (0, mentions.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (analysis.Tokens[mentions[middle].First].Start < position) low = middle + 1;
                else high = middle;
            }
            return low;
        }
    }
}
