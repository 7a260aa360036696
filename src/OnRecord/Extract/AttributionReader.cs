using OnRecord.Language;
using OnRecord.Language.ModelFiles;
using OnRecord.Language.Text;

namespace OnRecord.Extract;

/// <summary>Reads who said what out of an analysed text. Immutable; safe to share between threads.</summary>
internal sealed class AttributionReader
{
    private readonly AttributionTagger tagger;
    private readonly AttributionLinker linker;

    public AttributionReader(ModelFile file)
    {
        tagger = new AttributionTagger(file);
        linker = new AttributionLinker(file);
    }

    /// <summary>The attributions in order of appearance.</summary>
    public List<Attribution> Read(Analysis analysis)
    {
        var tokens = new TokenAttributes(analysis, tagger.Cues);
        var spans = tagger.Tag(tokens);
        var groups = new List<RoleGroup>();
        var at = 0;
        foreach (var (_, end, _) in Passages.Of(analysis))
        {
            var from = at;
            while (at < spans.Count && spans[at].First < end) at++;
            if (at > from) groups.AddRange(linker.Link(tokens, spans.GetRange(from, at - from)));
        }
        groups = QuotationRuns.Join(tokens, groups);
        groups.Sort((a, b) => a.First.CompareTo(b.First));
        var names = new Dictionary<RoleGroup, string>();
        foreach (var group in groups) names[group] = FormattableString.Invariant($"a{names.Count + 1}");
        return [.. groups.Select(g => new Attribution
        {
            Id = names[g],
            Kind = KindOf(tokens, g),
            Source = g.Source is { } source ? [SpanOf(analysis, source)] : [],
            Cue = g.Cue is { } cue ? [SpanOf(analysis, cue)] : [],
            Content = [.. g.Contents.OrderBy(c => c.First).Select(c => SpanOf(analysis, c))],
            Confidence = Math.Round(g.Confidence, 4),
            Continues = g.Continues is null ? null : names[g.Continues],
        })];
    }

    private static TextSpan SpanOf(Analysis analysis, RoleSpan span) => new(analysis.Tokens[span.First].Start, analysis.Tokens[span.End - 1].End);

    private static AttributionKind KindOf(TokenAttributes tokens, RoleGroup group)
    {
        int words = 0, quoted = 0;
        foreach (var content in group.Contents)
        {
            for (var i = content.First; i < content.End; i++)
            {
                if (tokens.IsMark[i]) continue;
                words++;
                if (tokens.QuoteIndex[i] >= 0) quoted++;
            }
        }
        return quoted == 0 ? AttributionKind.Indirect : quoted == words ? AttributionKind.Direct : AttributionKind.Mixed;
    }
}
