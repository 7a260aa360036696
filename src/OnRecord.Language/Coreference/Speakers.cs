namespace OnRecord.Language.Coreference;

/// <summary>Who speaks where, as the caller says: the mentions that are sources of utterances, and the "I" inside them.</summary>
internal sealed class Speakers
{
    private readonly IReadOnlyList<Mention> mentions;
    private readonly IReadOnlyList<Utterance> utterances;

    // For each utterance the mention of its source, -1 where no mention has its head there.
    private readonly int[] sources;

    // For each utterance the last "I" in it so far, -1 before there is one.
    private readonly int[] speaking;

    /// <summary>Finds the sources, and sets the innermost utterance of each mention.</summary>
    public Speakers(Analysis analysis, IReadOnlyList<Mention> mentions, IReadOnlyList<Utterance> utterances)
    {
        this.mentions = mentions;
        this.utterances = utterances;
        sources = new int[utterances.Count];
        speaking = new int[utterances.Count];
        Array.Fill(speaking, -1);
        if (utterances.Count == 0) return;
        // Mentions are placed in an order of their own, and looked up here in that of the text.
        var order = new int[mentions.Count];
        for (var m = 0; m < order.Length; m++) order[m] = m;
        Array.Sort(order, (a, b) => mentions[a].First != mentions[b].First ? mentions[a].First.CompareTo(mentions[b].First) : a.CompareTo(b));
        for (var u = 0; u < sources.Length; u++)
        {
            var source = utterances[u].Source;
            sources[u] = -1;
            for (var i = FirstFrom(source.Start); i < order.Length && analysis.Tokens[mentions[order[i]].First].Start < source.End; i++)
            {
                if (mentions[order[i]].IsCoordination || !source.Contains(analysis.Tokens[mentions[order[i]].Head].Span)) continue;
                sources[u] = order[i];
                break;
            }
            var content = utterances[u].Content;
            for (var i = FirstFrom(content.Start); i < order.Length && analysis.Tokens[mentions[order[i]].First].Start < content.End; i++)
            {
                var mention = mentions[order[i]];
                if (mention.Utterance < 0 || utterances[mention.Utterance].Content.Length > content.Length) mention.Utterance = u;
            }
        }

        int FirstFrom(int position)
        {
            var (low, high) = (0, order.Length);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (analysis.Tokens[mentions[order[middle]].First].Start < position) low = middle + 1;
                else high = middle;
            }
            return low;
        }
    }

    /// <summary>Whether a mention is in its speaker's own words.</summary>
    public bool IsVerbatim(Mention mention) => mention.Utterance >= 0 && (utterances[mention.Utterance].IsVerbatim || mention.Quotation >= 0);

    /// <summary>The mention that is the source of an utterance, -1 where there is none.</summary>
    public int Source(int utterance) => sources[utterance];

    /// <summary>
    /// Where the text says who speaks: "I" is the source of the words it stands in, or, where the source comes after them,
    /// the "I" before it in the same words. False where it does not say, and the ranking has to choose.
    /// </summary>
    public bool IsSpeaker(int mention, out int antecedent)
    {
        antecedent = -1;
        var current = mentions[mention];
        if (current.Pronoun != PronounClass.I || current.Utterance < 0 || sources[current.Utterance] < 0) return false;
        antecedent = sources[current.Utterance] < mention ? sources[current.Utterance] : speaking[current.Utterance];
        speaking[current.Utterance] = mention;
        return true;
    }

    /// <summary>Pairs of mentions that are one: the last "I" of words whose source comes after them, and that source.</summary>
    public IEnumerable<(int Self, int Source)> Joined()
    {
        for (var u = 0; u < sources.Length; u++)
        {
            if (speaking[u] >= 0 && sources[u] > speaking[u]) yield return (speaking[u], sources[u]);
        }
    }
}
