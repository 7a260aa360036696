using OnRecord.Language.Learning;

namespace OnRecord.Extract;

/// <summary>
/// Finds what is reported inside what is reported: "A said that B had denied it". The roles of a text lie in one layer, so
/// each content is read once more as a passage of its own, by the same weights, with the marks of its quotation and its tie
/// to the outer cue taken away. What is found is kept where syntax agrees: precision comes first. Immutable; safe to
/// share between threads.
/// </summary>
internal sealed class InnerAttributions(AttributionTagger tagger, AttributionLinker linker, Calibration calibration)
{
    // A content of fewer tokens has no room for source, cue and content.
    private const int ShortestContent = 5;

    // Chosen by reading all 81 that 120 training articles give without it: below it 3 of 5 were wrong, above it some one in
    // ten, most of them by their borders. The calibration is fitted to outer attributions and says less than is so here.
    private const double LeastConfidence = 0.35;

    private static readonly uint Subject = Fnv.Hash("nsubj");
    private static readonly uint Conjunction = Fnv.Hash("mark");
    private static readonly uint Clause = Fnv.Hash("ccomp");
    private static readonly uint Thing = Fnv.Hash("obj");

    /// <summary>The attributions inside those given, each with the one it stands in.</summary>
    public List<RoleGroup> Find(TokenAttributes tokens, IReadOnlyList<RoleGroup> outers)
    {
        var found = new List<RoleGroup>();
        if (tokens.Analysis.Grammar is null) return found;
        TokenAttributes? reported = null, quoted = null;
        var cues = outers.Where(g => g.Cue is not null).Select(g => g.Cue!.Value.End).ToHashSet();
        var spans = new List<RoleSpan>();
        foreach (var outer in outers)
        {
            if (outer.IsTurn) continue;
            foreach (var content in outer.Contents)
            {
                if (content.End - content.First < ShortestContent || !MayReport(tokens, content)) continue;
                var isQuoted = IsQuotation(tokens, content);
                var view = isQuoted ? quoted ??= tokens.InsideQuotations() : reported ??= tokens.InsideReports();
                var (first, end) = isQuoted ? WithoutMarks(tokens, content) : WithoutConjunction(tokens, content);
                view.CutOut(first, end);
                spans.Clear();
                tagger.Tag(view, [new Passage(first, end, IsFirst: false)], spans);
                foreach (var group in spans.Count < 3 ? [] : linker.Link(view, spans))
                {
                    if (IsWhole(group) && IsOther(view, group.Source!.Value) && IsBySyntax(view, group) && calibration.Probability(group.Confidence) >= LeastConfidence) Add(group);
                }
                foreach (var group in ReportedClauses.Find(tokens, content with { First = first, End = end }))
                {
                    if (IsOther(tokens, group.Source!.Value)) Add(group);
                }

                void Add(RoleGroup group)
                {
                    if (!cues.Add(group.Cue!.Value.End)) return;
                    group.Inside = outer;
                    group.IsQuotedInside = isQuoted;
                    found.Add(group);
                }
            }
        }
        return found;
    }

    // A word that is often a cue, with a subject: without one the reader has nothing to find, and the content is not read twice.
    private static bool MayReport(TokenAttributes tokens, RoleSpan content)
    {
        for (var i = content.First; i < content.End; i++)
        {
            if (tokens.Relation[i] == Subject && tokens.Head[i] is var head && head >= content.First && head < content.End && tokens.CueLevel[head] > 1) return true;
        }
        return false;
    }

    private static bool IsWhole(RoleGroup group) => group.Source is not null && group.Cue is not null && group.Contents.Count > 0;

    // "I never said that": the outer speaker's own voice, or the hearer's, is no second one. "The ruling, which denied them
    // damages": nobody speaks.
    private static bool IsOther(TokenAttributes tokens, RoleSpan source)
    {
        if (source.End - source.First != 1) return true;
        var word = tokens.Analysis.Tokens[source.First].Span.Slice(tokens.Analysis.Text.AsSpan());
        foreach (var other in (ReadOnlySpan<string>)["I", "we", "you", "that", "which", "who"])
        {
            if (word.Equals(other, StringComparison.OrdinalIgnoreCase)) return false;
        }
        return true;
    }

    // The source is the subject of the cue, and the content its clause, or its object where the word is mostly a cue: "he
    // talks off the cuff" has a subject, and says nothing.
    private static bool IsBySyntax(TokenAttributes tokens, RoleGroup group)
    {
        var (source, cue) = (group.Source!.Value, group.Cue!.Value);
        for (var verb = cue.First; verb < cue.End; verb++)
        {
            if (tokens.CueLevel[verb] > 1 && HasDependent(tokens, verb, source, Subject, Subject)
                && group.Contents.Any(content => HasDependent(tokens, verb, content, Clause, tokens.CueLevel[verb] > 2 ? Thing : Clause))) return true;
        }
        return false;
    }

    private static bool HasDependent(TokenAttributes tokens, int head, RoleSpan within, uint relation, uint otherwise)
    {
        for (var i = within.First; i < within.End; i++)
        {
            if (tokens.Head[i] == head && (tokens.Relation[i] == relation || tokens.Relation[i] == otherwise)) return true;
        }
        return false;
    }

    private static bool IsQuotation(TokenAttributes tokens, RoleSpan content)
    {
        var quote = tokens.QuoteIndex[content.First];
        return quote >= 0 && tokens.Quotes[quote].End >= content.End;
    }

    // "that he had denied it" is read as "he had denied it".
    private static (int First, int End) WithoutConjunction(TokenAttributes tokens, RoleSpan content) =>
        (tokens.Relation[content.First] == Conjunction ? content.First + 1 : content.First, content.End);

    private static (int First, int End) WithoutMarks(TokenAttributes tokens, RoleSpan content)
    {
        var (first, end) = (content.First, content.End);
        while (first < end && tokens.IsMark[first]) first++;
        while (end > first && tokens.IsMark[end - 1]) end--;
        return (first, end);
    }
}
