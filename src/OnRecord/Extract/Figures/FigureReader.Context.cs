using OnRecord.Extract.Lexemes;
using OnRecord.Language.Text;

namespace OnRecord.Extract.Figures;

internal sealed partial class FigureReader
{
    private const int ChangeReach = 8;
    private const int StatusReach = 25;

    /// <summary>The bound or approximation before a figure, or "or more" behind it. Moves the place before which the sentence goes on.</summary>
    private Comparison ComparisonAround(ref int first, int end)
    {
        var behind = text.Is(end, Term.Or) ? text.Term(end + 1) : Term.None;
        if (behind is Term.More or Term.Above or Term.Over) return Comparison.AtLeast;
        if (behind is Term.Less or Term.Fewer or Term.Below or Term.Under) return Comparison.AtMost;
        if (behind is Term.So) return Comparison.About;
        // The words between the hedge and the figure: "at least an additional $5", "more than the".
        var at = first - 1;
        while (text.Term(at) is Term.A or Term.An or Term.The or Term.Additional or Term.Extra or Term.Further or Term.Another && first - at < 4) at--;
        var before = text.Term(at - 1);
        switch (text.Term(at))
        {
            case Term.About or Term.Around or Term.Nearly or Term.Almost or Term.Roughly or Term.Approximately or Term.Some:
                return Found(at, out first, Comparison.About);
            case Term.To when before == Term.Close:
                return Found(at - 1, out first, Comparison.About);
            case Term.To when before == Term.Up:
                return Found(at - 1, out first, Comparison.AtMost);
            case Term.Than when before is Term.More or Term.Greater:
                return text.Term(at - 2) is Term.No or Term.Not ? Found(at - 2, out first, Comparison.AtMost) : Found(at - 1, out first, Comparison.More);
            case Term.Than when before is Term.Less or Term.Fewer:
                return text.Term(at - 2) is Term.No or Term.Not ? Found(at - 2, out first, Comparison.AtLeast) : Found(at - 1, out first, Comparison.Less);
            case Term.Than when IsComparative(at - 1):
                return text.Word(at - 1).Text is "lower" or "smaller" or "shorter" ? Found(at - 1, out first, Comparison.Less) : Found(at - 1, out first, Comparison.More);
            case Term.Least when before == Term.At:
                return Found(at - 1, out first, Comparison.AtLeast);
            case Term.Most when before == Term.At:
                return Found(at - 1, out first, Comparison.AtMost);
            case Term.As when before is Term.Many or Term.Much && text.Is(at - 2, Term.As):
                return Found(at - 2, out first, Comparison.AtMost);
            case Term.Over or Term.Above or Term.Exceeding:
                return Found(at, out first, Comparison.More);
            case Term.Of when before == Term.Excess:
                return Found(at - 1, out first, Comparison.More);
            case Term.Under or Term.Below:
                return Found(at, out first, Comparison.Less);
            default:
                return Comparison.Equal;
        }
    }

    private bool IsComparative(int at) => text.Word(at).Text is "higher" or "lower" or "bigger" or "larger" or "smaller" or "longer" or "shorter";

    private static Comparison Found(int at, out int first, Comparison comparison)
    {
        first = at;
        return comparison;
    }

    /// <summary>The direction that the verb or noun before a figure tells, and what the figure is in it.</summary>
    private (Change Change, ChangeSense Sense) ChangeAround(int first, int numberAt, FoundUnit unit)
    {
        // an additional $41 billion, another 400 pilots, 30 more inspectors
        for (var i = numberAt - 1; i > numberAt - 4 && i > 0; i--)
        {
            if (text.Term(i) is Term.Additional or Term.Extra or Term.Another or Term.Further) return (Change.Up, ChangeSense.By);
            if (text.IsWord(i) && !text.Has(i, WordClass.Determiner | WordClass.Hedge)) break;
        }
        var more = text.Word(unit.End - (unit.Kind == QuantityKind.Count ? 2 : 0));
        if (more.Term is Term.More or Term.Fewer or Term.Less && text.Term(unit.End) != Term.Than) return (more.Term == Term.More ? Change.Up : Change.Down, ChangeSense.By);
        if (unit.Kind == QuantityKind.Multiple && unit.End == numberAt + 1) return (text.Word(numberAt).Sign == "*0" ? Change.Down : Change.Up, ChangeSense.By);
        var preposition = text.Term(first - 1);
        var sense = preposition switch { Term.By or Term.Of => ChangeSense.By, Term.To => ChangeSense.To, Term.From => ChangeSense.From, _ => ChangeSense.None };
        for (var i = first - 1; i > 0 && first - i <= ChangeReach; i--)
        {
            if (text.EndsSentence(i)) break;
            var word = text.Word(i);
            if (!word.Has(WordClass.ChangeVerb) || IsHedgeUse(i)) continue;
            // "rose 5 percent": nothing but the figure's own words between.
            if (sense == ChangeSense.None) return i == first - 1 || first - i <= 3 && OnlyLinks(i + 1, first) ? (word.Change, ChangeSense.By) : (Change.None, ChangeSense.None);
            if (preposition == Term.Of && i != first - 2) return (Change.None, ChangeSense.None);
            return (word.Change, sense);
        }
        return (Change.None, ChangeSense.None);
    }

    private bool OnlyLinks(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (!text.Has(i, WordClass.Determiner | WordClass.Hedge) && !(text.IsWord(i) && text[i].Code == 0 && text.Slice(i).EndsWith("ly", StringComparison.Ordinal)) && text.Word(i).Text != "annual") return false;
        }
        return true;
    }

    // "up to", "more than", "less than" are bounds; "the fall of" and "further talks" tell no direction of the figure.
    private bool IsHedgeUse(int at) => text.Is(at + 1, Term.Than) || text.Is(at, Term.Up) && text.Is(at + 1, Term.To) || text.Term(at) is Term.Further or Term.More or Term.Less or Term.Fewer;

    // a year, per head, each month, an ounce
    private string? PerAfter(FoundUnit unit)
    {
        var at = unit.End;
        var term = text.Term(at);
        if (text.IsMark(at, '/') && text.IsWord(at + 1)) return Singulars.Of(text.Slice(at + 1));
        if (term == Term.Per)
        {
            if (text.Is(at + 1, Term.Capita)) return "head";
            if (text.Is(at + 1, Term.Annum)) return "year";
            return text.IsWord(at + 1) ? Singulars.Of(text.Slice(at + 1)) : null;
        }
        if (term is not (Term.A or Term.An or Term.Each or Term.Every) || !text.IsWord(at + 1) || unit.Kind is QuantityKind.Duration or QuantityKind.Age) return term == Term.None && text.Word(at).Text is "annually" or "yearly" ? "year" : null;
        if (text.Has(at + 1, WordClass.TimeUnit) && !text.Has(at + 1, WordClass.Plural)) return Singulars.Of(text.Slice(at + 1));
        // "$61.50 a barrel", "2 cents a litre"
        return unit.Kind == QuantityKind.Money && !text[at + 1].IsCapital && !text.Has(at + 1, WordClass.Function | WordClass.Vague) ? Singulars.Of(text.Slice(at + 1)) : null;
    }

    // on defense, of its members, for floods
    private TextSpan? OfAfter(FoundUnit unit)
    {
        var at = unit.End;
        if (unit.Unit == "percent-of-gdp") return text.Range(at - 1, at);
        if (text.Term(at) is not (Term.Of or Term.On or Term.For or Term.In)) return null;
        var from = at + 1;
        var to = from;
        while (to - from < 6 && text.IsWord(to) && (!text.Has(to, WordClass.Function | WordClass.Preposition | WordClass.PastVerb | WordClass.FutureVerb) || to == from && text.Has(to, WordClass.Determiner))) to++;
        if (to == from || to == from + 1 && text.Has(from, WordClass.Determiner) || text.Has(from, WordClass.TimeUnit | WordClass.Pointer | WordClass.Month | WordClass.Weekday | WordClass.Deictic)) return null;
        return text.Range(from, to);
    }

    /// <summary>The time nearest to a figure in its sentence.</summary>
    private TextSpan? PeriodAround(int first, int end)
    {
        var low = 0;
        var high = drafts.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (drafts[middle].First < first) low = middle + 1;
            else high = middle;
        }
        var behind = low < drafts.Count && drafts[low].First < end ? low + 1 : low;
        int? best = null;
        var distance = int.MaxValue;
        for (var i = Math.Max(0, low - 2); i < Math.Min(drafts.Count, behind + 2); i++)
        {
            var draft = drafts[i];
            if (draft.First < end && draft.End > first || draft.Type is TimexType.Set or TimexType.Time) continue;
            // A length with no place in time is a figure itself; "the last two years" has one.
            if (draft.Type == TimexType.Duration && draft.Begins is null && !text.Has(draft.First, WordClass.Pointer) && !text.Has(draft.First + 1, WordClass.Pointer)) continue;
            var apart = draft.First >= end ? draft.First - end : first - draft.End;
            if (apart >= distance || apart > 25 || !InOneSentence(Math.Min(draft.End, end), Math.Max(draft.First, first))) continue;
            best = i;
            distance = apart;
        }
        return best is { } found ? times[found].Span : null;
    }

    private bool InOneSentence(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (text.EndsSentence(i)) return false;
        }
        return true;
    }

    // "respected", "spent"; not the participle of "will be raised", nor who said so.
    private bool IsPast(int at)
    {
        var lexeme = text[at];
        if (lexeme.Kind != LexemeKind.Word || text.Word(at - 1).Text == "be") return false;
        if (text.Has(at, WordClass.PastVerb)) return !text.Is(at, Term.Said);
        return !lexeme.IsCapital && lexeme.End - lexeme.Start > 3 && text.Text[lexeme.End - 1] == 'd' && text.Text[lexeme.End - 2] == 'e';
    }

    /// <summary>Whether the verb that governs a figure tells a fact, a plan or an expectation; the nearest before it decides.</summary>
    private FigureStatus StatusAround(int first, int end)
    {
        for (var i = first - 1; i > 0 && first - i < StatusReach; i--)
        {
            if (text.EndsSentence(i)) break;
            var word = text.Word(i);
            if (word.Has(WordClass.Planned)) return FigureStatus.Planned;
            if (word.Has(WordClass.Projected) || word.Term is Term.Will) return FigureStatus.Projected;
            if (IsPast(i)) break;
        }
        for (var i = end; i < text.Count && i - end < 4; i++)
        {
            if (text.EndsSentence(i)) break;
            if (text.Term(i) is Term.Will) return FigureStatus.Projected;
        }
        return FigureStatus.Actual;
    }
}
