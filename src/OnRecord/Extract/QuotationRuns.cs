using OnRecord.Language;

namespace OnRecord.Extract;

/// <summary>
/// Quotations without a cue of their own: one that goes on over a paragraph's end belongs to the attribution it began in;
/// a paragraph that is nothing but a quotation goes on from the quotation right before it.
/// </summary>
internal static class QuotationRuns
{
    /// <summary>Takes the groups in order of their passages; returns those that have a cue, and the quotations that go on from one.</summary>
    public static List<RoleGroup> Join(TokenAttributes tokens, List<RoleGroup> groups)
    {
        var joined = groups.Where(g => g.Cue is not null && g.Contents.Count > 0).ToList();
        JoinChains(tokens, joined);
        var byParagraph = joined.GroupBy(g => Paragraph(tokens, g.Contents.Max(c => c.End) - 1)).ToDictionary(g => g.Key, g => g.MaxBy(LastToken)!);
        var taken = joined.SelectMany(g => g.Contents).Select(c => tokens.QuoteIndex[c.First]).Where(i => i >= 0).ToHashSet();
        // Passages are those of the article alone: furniture between two paragraphs does not part them.
        RoleGroup? running = null;
        // The attribution of the paragraph before: the one that runs, or one that goes on from it.
        RoleGroup? latest = null;
        foreach (var (first, end, _) in Passages.Of(tokens.Analysis))
        {
            if (byParagraph.TryGetValue(Paragraph(tokens, first), out var own))
            {
                running = latest = EndsInQuotation(tokens, own, end) ? own : null;
                continue;
            }
            var quote = tokens.QuoteIndex[first];
            var isAlone = quote >= 0 && tokens.Quotes[quote].End >= end && !taken.Contains(quote);
            if (running is null || latest is null || !isAlone)
            {
                running = latest = null;
                continue;
            }
            var content = new RoleSpan(Role.ContentBegins, first, end, running.Confidence);
            if (tokens.Quotes[quote].IsContinuation)
            {
                latest.Contents.Add(content);
                continue;
            }
            latest = new RoleGroup { Contents = { content }, Continues = running.Continues ?? running };
            joined.Add(latest);
        }
        return joined;
    }

    // A quotation that opens anew in each paragraph is one: what no attribution has of it goes to the one that has the rest.
    private static void JoinChains(TokenAttributes tokens, List<RoleGroup> groups)
    {
        var owners = new Dictionary<int, RoleGroup>();
        foreach (var group in groups)
        {
            foreach (var content in group.Contents)
            {
                for (var i = content.First; i < content.End; i++)
                {
                    if (tokens.QuoteIndex[i] >= 0) owners.TryAdd(tokens.QuoteIndex[i], group);
                }
            }
        }
        for (var first = 0; first < tokens.Quotes.Count;)
        {
            var end = first + 1;
            while (end < tokens.Quotes.Count && tokens.Quotes[end].IsContinuation) end++;
            RoleGroup? owner = null;
            for (var i = first; i < end && owner is null; i++) owner = owners.GetValueOrDefault(i);
            for (var i = first; i < end && owner is not null; i++)
            {
                if (!owners.ContainsKey(i)) owner.Contents.Add(new RoleSpan(Role.ContentBegins, tokens.Quotes[i].First, tokens.Quotes[i].End, owner.Confidence));
            }
            first = end;
        }
    }

    private static int LastToken(RoleGroup group) => group.Contents.Max(c => c.End);

    private static int Paragraph(TokenAttributes tokens, int token) => tokens.Analysis.Sentences[tokens.SentenceOf[token]].Paragraph;

    // The last words of the paragraph are the quotation's, or only its source and cue stand after it.
    private static bool EndsInQuotation(TokenAttributes tokens, RoleGroup group, int end)
    {
        var last = LastToken(group);
        if (tokens.QuoteIndex[last - 1] < 0) return false;
        var tail = Math.Max(last, Math.Max(group.Cue?.End ?? 0, group.Source?.End ?? 0));
        return end - tail <= 1;
    }
}
