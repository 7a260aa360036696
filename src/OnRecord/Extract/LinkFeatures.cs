using OnRecord.Language.Learning;

namespace OnRecord.Extract;

/// <summary>The features of a link between a cue and a source or content of the same passage. Used by training and by reading alike.</summary>
internal static class LinkFeatures
{
    /// <summary>Names what is computed here.</summary>
    public const string Identity = "links/1";

    /// <summary>No link has more features.</summary>
    public const int MostFeatures = 40;

    /// <summary>Writes the features of the link and says how many they are.</summary>
    /// <param name="tokens">The document.</param>
    /// <param name="spans">The spans of one passage, in order.</param>
    /// <param name="cue">The index of the cue.</param>
    /// <param name="other">The index of the source or content.</param>
    /// <param name="features">Takes the features.</param>
    public static int Fill(TokenAttributes tokens, IReadOnlyList<RoleSpan> spans, int cue, int other, Span<uint> features)
    {
        var (c, o) = (spans[cue], spans[other]);
        var isAfter = other > cue;
        var (left, right) = isAfter ? (c, o) : (o, c);
        var gap = right.First - left.End;
        int sources = 0, cues = 0, contents = 0;
        for (var i = Math.Min(cue, other) + 1; i < Math.Max(cue, other); i++)
        {
            if (spans[i].Role == Role.SourceBegins) sources++;
            else if (spans[i].Role == Role.CueBegins) cues++;
            else contents++;
        }
        var sentences = tokens.SentenceOf[right.First] - tokens.SentenceOf[left.End - 1];
        var between = (uint)(Math.Min(sources, 3) | Math.Min(cues, 3) << 2 | Math.Min(contents, 3) << 4);
        var kind = (uint)o.Role << 1 | (isAfter ? 1u : 0);
        var distance = (uint)(gap <= 6 ? gap : gap <= 10 ? 7 : gap <= 20 ? 8 : gap <= 40 ? 9 : 10);
        var apart = (uint)Math.Clamp(sentences, 0, 3);
        uint cueFirst = tokens.Folded[c.First], cueLast = tokens.Folded[c.End - 1], otherFirst = tokens.Folded[o.First], otherLast = tokens.Folded[o.End - 1];
        uint otherState = tokens.QuoteState[o.First], cueState = tokens.QuoteState[c.First];
        var before = Pattern(spans, cue, -1) | Pattern(spans, cue, -2) << 2 | Pattern(spans, cue, -3) << 4;
        var after = Pattern(spans, cue, 1) | Pattern(spans, cue, 2) << 2 | Pattern(spans, cue, 3) << 4;
        var gapWord = gap == 1 ? tokens.Folded[left.End] : gap == 0 ? 1u : gap < 0 ? 2u : 3u;
        var lastGapWord = gap > 1 ? tokens.Folded[right.First - 1] : 1u;
        var marks = 0u;
        for (var i = left.End; i < right.First && i < left.End + 50; i++) marks += tokens.IsMark[i] ? 1u : 0;
        var base1 = Fnv.Join(kind, between, apart);
        Span<uint> values =
        [
            kind, base1, Fnv.Join(base1, distance), Fnv.Join(kind, distance, apart), Fnv.Join(kind, before, after), Fnv.Join(base1, Fnv.Join(before, after)),
            Fnv.Join(kind, cueLast), Fnv.Join(base1, cueLast), Fnv.Join(base1, cueFirst), Fnv.Join(kind, cueFirst, cueLast),
            Fnv.Join(base1, otherFirst), Fnv.Join(base1, otherLast), Fnv.Join(base1, gapWord), Fnv.Join(base1, lastGapWord), Fnv.Join(kind, Math.Min(marks, 4u), apart),
            Fnv.Join(base1, otherState, cueState), Fnv.Join(kind, before, otherState), Fnv.Join(kind, after, otherState), Fnv.Join(base1, distance, gapWord),
            Fnv.Join(Fnv.Join(kind, before, after), otherState, apart), Fnv.Join(kind, tokens.Shape[c.First], gapWord), Fnv.Join(base1, tokens.Shape[o.First]),
            Fnv.Join(base1, PairState(tokens, spans, cue, other)), Fnv.Join(kind, before, Fnv.Join(after, cueLast)),
        ];
        for (var i = 0; i < values.Length; i++) features[i] = Fnv.Join((uint)(100 + i), values[i]);
        return values.Length;
    }

    private static uint Pattern(IReadOnlyList<RoleSpan> spans, int cue, int step)
    {
        var at = cue + step;
        return at < 0 || at >= spans.Count ? 0u : ((uint)spans[at].Role + 1) / 2;
    }

    // How the nearest contents before and after the cue stand to quotation marks: a quotation split by its cue has both in marks.
    private static uint PairState(TokenAttributes tokens, IReadOnlyList<RoleSpan> spans, int cue, int other)
    {
        if (spans[other].Role != Role.ContentBegins) return 0;
        uint before = 9, after = 9, comma = 0;
        for (var i = cue - 1; i >= 0 && spans[i].Role != Role.CueBegins; i--)
        {
            if (spans[i].Role != Role.ContentBegins) continue;
            before = tokens.QuoteState[spans[i].End - 1];
            for (var t = Math.Max(spans[i].First, spans[i].End - 2); t < Math.Min(spans[i].End + 1, tokens.Word.Length); t++)
            {
                if (tokens.Analysis.Text[tokens.Analysis.Tokens[t].Start] == ',') comma = 1;
            }
            break;
        }
        for (var i = cue + 1; i < spans.Count && spans[i].Role != Role.CueBegins; i++)
        {
            if (spans[i].Role != Role.ContentBegins) continue;
            after = tokens.QuoteState[spans[i].First];
            break;
        }
        return 1 | before << 1 | after << 5 | comma << 9;
    }
}
