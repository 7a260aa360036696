using OnRecord.Language.Learning;

namespace OnRecord.Extract;

/// <summary>
/// Adds what the tagger misses and syntax or layout shows beyond doubt: the reporting clause that closes a sentence,
/// "According to X" that opens it, the speaker of a headline, the name under a quotation. What was read inside the content
/// of such a one stands inside it; a content that ran on over the source and the cue ends before them. Where the tagger has
/// read another source or cue into those words, it has the last word. Linear; stateless.
/// </summary>
internal static class OuterReports
{
    /// <summary>Adds them to the attributions found so far. Without syntax there are none.</summary>
    public static void AddTo(List<RoleGroup> groups, TokenAttributes tokens)
    {
        if (tokens.Analysis.Grammar is null) return;
        var found = Find(tokens);
        if (found.Count == 0) return;
        var taken = new bool[tokens.Word.Length];
        var bySentence = new Dictionary<int, List<RoleGroup>>();
        foreach (var group in groups)
        {
            foreach (var span in group.Spans)
            {
                if (span.Role != Role.ContentBegins) taken.AsSpan(span.First..span.End).Fill(true);
                for (var s = tokens.SentenceOf[span.First]; s <= tokens.SentenceOf[span.End - 1]; s++)
                {
                    if (!bySentence.TryGetValue(s, out var there)) bySentence[s] = there = [];
                    there.Add(group);
                }
            }
        }
        foreach (var report in found)
        {
            var content = report.Contents[0];
            if (IsTaken(report.Source!.Value) || IsTaken(report.Cue!.Value)) continue;
            var (first, end) = (report.Spans.Min(span => span.First), report.Spans.Max(span => span.End));
            var touched = Enumerable.Range(tokens.SentenceOf[first], tokens.SentenceOf[end - 1] - tokens.SentenceOf[first] + 1)
                .SelectMany(s => bySentence.GetValueOrDefault(s, [])).Distinct()
                .Where(group => group.Spans.Any(span => span.First < end && span.End > first)).ToList();
            // What has no cue of its own, or one elsewhere, is not told by anyone here; what begins behind the content is no part of it.
            if (!touched.TrueForAll(group => group.Cue is not null && group.Spans.All(span => span.First >= content.First && span.First < content.End))) continue;
            foreach (var group in touched)
            {
                for (var i = 0; i < group.Contents.Count; i++) group.Contents[i] = group.Contents[i] with { End = Math.Min(group.Contents[i].End, content.End) };
                JoinedClauses.Trim(group, tokens);
                group.Inside ??= report;
            }
            // What the tagger read while it missed the outer one and gave no source is left to the second reading of the content.
            groups.RemoveAll(group => group.Inside == report && group.Source is null);
            groups.Add(report);
        }

        bool IsTaken(RoleSpan span) => taken.AsSpan(span.First..span.End).Contains(true);
    }

    private static List<RoleGroup> Find(TokenAttributes tokens)
    {
        var found = new List<RoleGroup>();
        foreach (var sentence in tokens.Analysis.Sentences)
        {
            if (sentence.IsApart) continue;
            if ((ClosingClauses.Find(tokens, sentence.FirstToken, sentence.EndToken) ?? Accounts.Find(tokens, sentence.FirstToken, sentence.EndToken)) is { } report) found.Add(report);
        }
        foreach (var (first, end, isFirst) in Passages.Of(tokens.Analysis))
        {
            if ((isFirst ? Headlines.Find(tokens, first, end) : null) is { } headline) found.Add(headline);
            if (Signatures.Find(tokens, first, end) is { } signed) found.Add(signed);
        }
        return found;
    }
}
