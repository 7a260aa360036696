using OnRecord.Extract.Lexemes;

namespace OnRecord.Extract.Times;

internal sealed partial class TimeReader
{
    // early 2019, late last week, mid-1990s, earlier this month, the end of the year, the early 1990s, later in the week
    private bool TryPhase(int at, out Draft draft)
    {
        draft = default;
        var phaseAt = text.Is(at, Term.The) || text.Is(at, Term.Its) ? at + 1 : at;
        if (!text.Has(phaseAt, WordClass.Phase)) return false;
        var phase = text.Term(phaseAt);
        var next = phaseAt + 1;
        var modifier = phase switch
        {
            Term.Early or Term.Beginning or Term.Turn or Term.Earlier => TimexModifier.Start,
            Term.Mid or Term.Middle => TimexModifier.Mid,
            _ => TimexModifier.End,
        };
        if (phase is Term.End or Term.Beginning or Term.Middle or Term.Close or Term.Turn)
        {
            var isOf = text.Is(next, Term.Of);
            if (!isOf && !(phase == Term.End && phaseAt == at && text.Has(next, WordClass.Month | WordClass.Pointer | WordClass.Determiner) || phase == Term.End && text.IsFigures(next))) return false;
            var inner = isOf ? next + 1 : next;
            if (!TryEdge(at, inner, modifier, out draft)) return false;
            return true;
        }
        if (phase is Term.Early or Term.Late or Term.Mid)
        {
            if (text.IsHyphen(next) && text.IsGlued(next)) next++;
            // early in the year, late on Thursday
            if (text.Term(next) is Term.In or Term.On && phase is not Term.Mid)
            {
                var inner = next + 1;
                if (text.Is(inner, Term.The) && text.Has(inner + 1, WordClass.TimeUnit) && !text.Has(inner + 1, WordClass.Plural))
                {
                    draft = Shifted(at, inner + 2, text.Word(inner + 1).Unit, 0);
                    draft.Modifier = modifier;
                    return draft.Place is not null || draft.Unresolved is not null;
                }
                if (phaseAt != at || !TryPlain(next + 1, next + 1, out draft) || draft.Type is TimexType.Duration or TimexType.Set) return false;
                draft.First = at;
                draft.Modifier = modifier;
                return true;
            }
            if (text.Has(next, WordClass.DayPart) && phase == Term.Mid)
            {
                return TryPartOfDay(at, next, modifier, out draft);
            }
            if (!TryPlain(next, next, out draft) || draft.Type is TimexType.Duration or TimexType.Set || draft.Value.EndsWith("_REF", StringComparison.Ordinal)) return false;
            draft.First = at;
            if (draft.Modifier == TimexModifier.None) draft.Modifier = modifier;
            Narrow(ref draft, modifier);
            return true;
        }
        if (phase is Term.Earlier or Term.Later)
        {
            if (phaseAt != at) return false;
            if (text.Is(next, Term.In) && text.Is(next + 1, Term.The) && text.Has(next + 2, WordClass.TimeUnit) && !text.Has(next + 2, WordClass.Plural))
            {
                draft = Shifted(at, next + 3, text.Word(next + 2).Unit, 0);
                return true;
            }
            if (text.Is(next, Term.On) && (text.Has(next + 1, WordClass.Weekday | WordClass.Month) || text.IsFigures(next + 1))) return Prefixed(at, next + 1, out draft);
            if (text.Term(next) is Term.This or Term.That or Term.Last or Term.Next || text.Has(next, WordClass.Weekday) || text.Has(next, WordClass.Deictic) && text.Word(next).Sign[0] is '+' or '-' || text.Has(next, WordClass.Month) && text[next].IsCapital) return Prefixed(at, next, out draft);
            if (text.Is(next, Term.In) && (text.IsFigures(next + 1) || text.Has(next + 1, WordClass.Month))) return Prefixed(at, next + 1, out draft);
            return false;
        }
        return false;
    }

    private bool Prefixed(int first, int at, out Draft draft)
    {
        if (!TryPlain(at, at, out draft) || draft.Type is TimexType.Duration or TimexType.Set) return false;
        draft.First = first;
        return true;
    }

    private bool TryPartOfDay(int first, int at, TimexModifier modifier, out Draft draft)
    {
        var end = at + 1;
        if (text.Has(end, WordClass.Deictic | WordClass.Weekday) && TryPlain(end, end, out draft) && draft.Type == TimexType.Date)
        {
            draft.First = first;
            SetPart(ref draft, text.Word(at).Sign, draft.End);
        }
        else
        {
            draft = (last is { Grain: TimeUnit.Day } day ? Draft.At(first, end, day) : Shifted(first, end, TimeUnit.Day, 0)) with { IsDayAssumed = true };
            SetPart(ref draft, text.Word(at).Sign, end);
        }
        draft.Modifier = modifier;
        return true;
    }

    // the end of next year, end-March, the beginning of the 1990s
    private bool TryEdge(int first, int at, TimexModifier modifier, out Draft draft)
    {
        draft = default;
        // the end of the year, of the month
        if (text.Term(at) is Term.The or Term.This && text.Has(at + 1, WordClass.TimeUnit) && !text.Has(at + 1, WordClass.Plural) && text.Word(at + 1).Unit >= TimeUnit.Day)
        {
            draft = Shifted(first, at + 2, text.Word(at + 1).Unit, 0);
            draft.Modifier = modifier;
            ToEdge(ref draft, modifier, true);
            return true;
        }
        // "end of year", "end of month"
        if (text.Has(at, WordClass.TimeUnit) && !text.Has(at, WordClass.Plural | WordClass.CutShort) && text.Word(at).Unit is TimeUnit.Month or TimeUnit.Quarter or TimeUnit.Year && !text.IsJoint(at + 1) && modifier == TimexModifier.End)
        {
            draft = Shifted(first, at + 1, text.Word(at).Unit, 0);
            draft.Modifier = modifier;
            ToEdge(ref draft, modifier, true);
            return true;
        }
        if (!TryPlain(at, at, out draft) || draft.Type is TimexType.Duration or TimexType.Set or TimexType.Time || draft.Value.EndsWith("_REF", StringComparison.Ordinal)) return false;
        draft.First = first;
        draft.Modifier = modifier;
        ToEdge(ref draft, modifier, draft.Offset is not null);
        return true;
    }

    /// <summary>
    /// "By the end of next year" sets a last day, which is the value; "the end of 1990" names a part of the year, and the
    /// modifier says which.
    /// </summary>
    private void ToEdge(ref Draft draft, TimexModifier modifier, bool isCounted)
    {
        if (draft.Place is not { } place || modifier != TimexModifier.End) return;
        if (isCounted && BoundBefore(draft.First) is TimeBound.By or TimeBound.Before or TimeBound.Until && place.Grain is TimeUnit.Month or TimeUnit.Quarter or TimeUnit.Half or TimeUnit.Year or TimeUnit.Decade)
        {
            var day = new CalendarSpan(TimeUnit.Day, place.Last);
            var edge = Draft.At(draft.First, draft.End, day);
            edge.Modifier = modifier;
            edge.Offset = draft.Offset;
            draft = edge;
            return;
        }
        Narrow(ref draft, modifier);
    }

    /// <summary>Takes the third of a stretch that "early", "mid" or "late" means.</summary>
    private static void Narrow(ref Draft draft, TimexModifier modifier)
    {
        if (draft.Type != TimexType.Date || draft.Begins is not { } begins || draft.Ends is not { } ends || draft.Place is not { } place || place.Grain is TimeUnit.Day) return;
        var days = (ends - begins).Days;
        var (from, to) = modifier switch { TimexModifier.Start => (0, days / 3), TimexModifier.Mid => (days / 3, days - days / 3), _ => (days - days / 3, days) };
        draft.Begins = begins.AddDays(from);
        draft.Ends = begins.AddDays(to);
    }
}
