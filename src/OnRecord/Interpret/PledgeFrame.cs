using OnRecord.Interpret.Clauses;
using OnRecord.Interpret.Words;
using OnRecord.Language.Text;

namespace OnRecord.Interpret;

/// <summary>What is to be reached, by when, from where and under what condition, read off the figures and times of the pledge's words.</summary>
internal sealed record PledgeFrame
{
    public TextSpan? Measure { get; init; }

    public Comparison? Comparison { get; init; }

    public decimal? Target { get; init; }

    public string? Unit { get; init; }

    public Change Change { get; init; }

    public bool IsDifference { get; init; }

    public TextSpan? Baseline { get; init; }

    public DateOnly? Deadline { get; init; }

    public TextSpan? DeadlineWords { get; init; }

    public TextSpan? Condition { get; init; }

    public required IReadOnlyList<string> Gaps { get; init; }

    public static PledgeFrame Of(ArticleView view, PledgeDraft draft)
    {
        var span = view.Span(draft.First, draft.End);
        var gaps = new List<string>();
        var target = TargetOf(view, span);
        if (target is null) gaps.Add(PledgeGap.NoTarget);
        var (deadline, words) = PledgeDeadline.Of(view, span, target, gaps);
        return new PledgeFrame
        {
            Measure = MeasureOf(view, draft, target),
            Comparison = target is null ? null : ComparisonOf(view, span, target),
            Target = target?.Value,
            Unit = target is null ? null : target.Kind == QuantityKind.Multiple ? "times" : target.Unit,
            Change = target?.Change ?? Change.None,
            IsDifference = target?.ChangeSense == ChangeSense.By,
            Baseline = BaselineOf(view, draft),
            Deadline = deadline,
            DeadlineWords = words,
            Condition = ConditionOf(view, draft),
            Gaps = gaps,
        };
    }

    // The level to be reached, else the first figure that is no length of time: "in the next three years" is the time it takes.
    private static Quantity? TargetOf(ArticleView view, TextSpan span)
    {
        var inside = view.Reading.Quantities.Where(q => span.Contains(q.Span) && q.ChangeSense != ChangeSense.From && q.Value is not null && !IsAside(view, span, q)).ToList();
        var levels = inside.Where(q => q.ChangeSense == ChangeSense.To).ToList();
        if (levels.Count > 0) return levels[0];
        return inside.FirstOrDefault(q => q.Kind is not (QuantityKind.Duration or QuantityKind.Age) && !IsInTime(view, q))
            ?? inside.FirstOrDefault(q => q.Kind is QuantityKind.Duration or QuantityKind.Age && !IsInTime(view, q) && q.Kind == QuantityKind.Age);
    }

    // "to ban all Muslims — 1.6 billion people": a figure behind a dash or in brackets explains and is no target.
    private static bool IsAside(ArticleView view, TextSpan span, Quantity quantity)
    {
        var between = view.Text.AsSpan(span.Start, quantity.Span.Start - span.Start);
        return between.ContainsAny('\u2014', '\u2013', '(') || between.Contains("--", StringComparison.Ordinal) || between.Contains(" - ", StringComparison.Ordinal);
    }

    private static bool IsInTime(ArticleView view, Quantity quantity) => view.Reading.Times.Any(t => t.Span.Overlaps(quantity.Span));

    private static Comparison ComparisonOf(ArticleView view, TextSpan span, Quantity target)
    {
        if (target.Comparison != OnRecord.Comparison.Equal) return target.Comparison;
        // "cut below", "keep under": the word of direction stands before.
        var (first, _) = view.Analysis.TokensIn(target.Span);
        var before = first > 0 ? view.Lemma(first - 1) : "";
        return before switch
        {
            "below" or "under" => OnRecord.Comparison.Less,
            "above" or "over" => OnRecord.Comparison.More,
            _ => target.Comparison,
        };
    }

    private static TextSpan? MeasureOf(ArticleView view, PledgeDraft draft, Quantity? target)
    {
        var clause = ClauseReader.Of(view, draft.Action);
        if (target is null) return clause.Object >= draft.First && clause.Object < draft.End ? view.Phrase(clause.Object) : null;
        // "spend 2 percent of GDP on defence": what it is spent on.
        if (clause.Lemma is "spend" or "invest" or "commit" or "contribute" or "allocate" or "devote")
        {
            foreach (var (preposition, token) in clause.Obliques)
            {
                if (preposition is "on" or "in" or "to" or "for" && !view.Reading.Times.Any(t => t.Span.Overlaps(view.Phrase(token)))) return view.Phrase(token);
            }
        }
        if (clause.Object >= 0)
        {
            var named = view.Phrase(clause.Object);
            if (!named.Overlaps(target.Span)) return named;
            // "defence spending of at least two percent": the noun before the figure.
            if (view.Analysis.Tokens[clause.Object].Start < target.Span.Start) return new TextSpan(named.Start, Math.Max(view.Analysis.Tokens[clause.Object].End, named.Start));
            return target.Of ?? named;
        }
        return target.Of;
    }

    private static TextSpan? BaselineOf(ArticleView view, PledgeDraft draft)
    {
        for (var i = draft.First; i < draft.End; i++)
        {
            if (view.Lemma(i) is not ("level" or "levels")) continue;
            var phrase = view.Phrase(i);
            if (view.Child(i, "case") is >= 0 and var preposition && view.Lemma(preposition) is "from" or "below" or "above" or "to" or "on") return phrase;
        }
        return null;
    }

    private static TextSpan? ConditionOf(ArticleView view, PledgeDraft draft)
    {
        var sentence = view.Sentence(draft.At);
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            var word = view.Lemma(i);
            if (word is not ("if" or "unless" or "provided" or "providing" or "once") && !(word is "provide" && view.IsWord(i, "provided"))) continue;
            var head = word is "provide" ? i : view.Grammar.Head(i);
            if (head < 0) continue;
            var (first, end) = view.Subtree(head, child => view.Grammar.Relation(child) is "parataxis" or "conj");
            // A condition that holds the whole pledge is the clause's own mark.
            if (first <= draft.At && end > draft.At) (first, end) = (i, Math.Min(end, EndOfPiece(view, i, sentence.EndToken)));
            return view.Span(Math.Min(first, i), Math.Max(end, i + 1));
        }
        return null;
    }

    private static int EndOfPiece(ArticleView view, int from, int end)
    {
        for (var i = from + 1; i < end; i++)
        {
            if (view.Word(i) is "," or ";" or "\"" or "\u201D" or ".") return i;
        }
        return end;
    }
}
