using OnRecord.Language;
using OnRecord.Language.Learning;
using OnRecord.Language.ModelFiles;
using OnRecord.Language.Text;

namespace OnRecord.Extract;

/// <summary>Reads who said what out of an analysed text. Immutable; safe to share between threads.</summary>
internal sealed class AttributionReader
{
    private readonly AttributionTagger tagger;
    private readonly AttributionLinker linker;
    private readonly InnerAttributions inner;
    private readonly Calibration calibration;

    public AttributionReader(ModelFile file, WordVectors vectors)
    {
        tagger = new AttributionTagger(file, vectors);
        linker = new AttributionLinker(file);
        calibration = Calibration.Read(file);
        inner = new InnerAttributions(tagger, linker, calibration);
    }

    /// <summary>The attributions of a text whose grammar is known, in order of appearance.</summary>
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
        groups = WithTurns(analysis, QuotationRuns.Join(tokens, groups));
        OuterReports.AddTo(groups, tokens);
        CueSubjects.AddTo(groups, tokens);
        foreach (var group in groups)
        {
            Expletives.Drop(group, tokens);
            SpansBehindDatelines.Trim(group, tokens);
        }
        groups.AddRange(inner.Find(tokens, groups));
        groups = [.. groups.OrderBy(g => g.First).ThenBy(g => g.Depth)];
        TokenAttributes? quoted = null;
        var names = new Dictionary<RoleGroup, string>();
        foreach (var group in groups) names[group] = FormattableString.Invariant($"a{names.Count + 1}");
        return [.. groups.Select(g => new Attribution
        {
            Id = names[g],
            Kind = KindOf(g.IsQuotedInside ? quoted ??= tokens.InsideQuotations() : tokens, g),
            Source = g.Source is { } source ? [SpanOf(analysis, source)] : [],
            Cue = g.Cue is { } cue ? [SpanOf(analysis, cue)] : [],
            Content = [.. g.Contents.OrderBy(c => c.First).Select(c => SpanOf(analysis, c))],
            Confidence = Math.Round(g.Right ?? calibration.Probability(g.Confidence), 3),
            Continues = g.Continues is null ? null : names[g.Continues],
            Inside = g.Inside is null ? null : names[g.Inside],
        })];
    }

    // In a transcript each turn is an attribution, and what the speaker reports stands inside it.
    private static List<RoleGroup> WithTurns(Analysis analysis, List<RoleGroup> groups)
    {
        var turns = Turns.Find(analysis);
        if (turns.Count == 0) return groups;
        var said = new List<RoleGroup>();
        foreach (var turn in turns)
        {
            var outer = new RoleGroup { Source = turn.Source, Cue = turn.Cue, IsTurn = true };
            outer.Contents.AddRange(turn.Contents);
            said.Add(outer);
        }
        var at = 0;
        var outerTurns = said.Count;
        foreach (var group in groups.OrderBy(g => g.First))
        {
            while (at < outerTurns && said[at].Contents[^1].End <= group.First) at++;
            var turn = at < outerTurns ? said[at] : null;
            // The tagger reads a label as source and colon too.
            if (turn is not null && group.First < turn.Contents[0].First && group.First >= turn.Source!.Value.First) continue;
            if (turn is not null && group.First >= turn.Contents[0].First) group.Inside = turn;
            said.Add(group);
        }
        return said;
    }

    private static TextSpan SpanOf(Analysis analysis, RoleSpan span) => new(analysis.Tokens[span.First].Start, analysis.Tokens[span.End - 1].End);

    private static AttributionKind KindOf(TokenAttributes tokens, RoleGroup group)
    {
        if (group.IsTurn) return AttributionKind.Direct;
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
