using OnRecord.Extract.Lexemes;
using OnRecord.Language.Text;

namespace OnRecord.Extract.Times;

/// <summary>
/// Reads the times of one text from left to right. At each lexeme that can open a time the readers of the parts are asked in
/// a fixed order; each looks a bounded number of lexemes ahead, so the whole is linear. Holds the state of one text.
/// </summary>
internal sealed partial class TimeReader(LexemeText text, TimeSetting setting)
{
    private readonly DateOnly? published = setting.Published;

    // The last place in the calendar that the text named, and its words.
    private CalendarSpan? last;
    private TextSpan lastWords;
    private CalendarSpan? lastQuarter;

    public List<Draft> Read(List<Timex> times)
    {
        var drafts = new List<Draft>();
        var items = text.Items;
        for (var i = 1; i < items.Length; i++)
        {
            if (!MayOpen(items[i], i)) continue;
            if (TryOpenRange(i, out var draft, out var tail))
            {
                Add(draft);
                draft = tail;
            }
            else if (!TryRead(i, out draft)) continue;
            Add(draft);
            if (TryTail(draft, out tail)) Add(draft = tail);
            i = draft.End - 1;
        }
        return drafts;

        void Add(in Draft draft)
        {
            if (drafts.Count > 0)
            {
                Bind(drafts[^1], draft, times);
                if (IsBeforeItsBeginning(drafts[^1], draft, out var sooner))
                {
                    drafts[^1] = sooner;
                    times[^1] = times[^1] with { Value = sooner.Value, Begins = sooner.Begins, Ends = sooner.Ends };
                }
            }
            drafts.Add(draft);
            times.Add(Settle(draft));
        }
    }

    private bool MayOpen(Lexeme lexeme, int at) => lexeme.Kind switch
    {
        LexemeKind.Word => lexeme.Code != 0 && Lexicon.At(lexeme.Code).Has(WordClass.OpensTime) && !IsInsideName(lexeme, at),
        LexemeKind.Figures => IsFreeFigure(lexeme, at),
        LexemeKind.Mark => lexeme.Code is '\'' or '\u2019' or '\u2018' && text.IsFigures(at + 1) && text.IsGlued(at + 1) && !lexeme.IsGlued,
        _ => false,
    };

    // The tail of a hyphenated or slashed word is no beginning: "sub-second", "post-war" (but "mid-1990s", "post-2015").
    private bool IsInsideName(Lexeme lexeme, int at) => lexeme.IsGlued && text.IsJoint(at - 1) && text.IsWord(at - 2) && !lexeme.IsCapital && !text.Has(at - 2, WordClass.Phase | WordClass.Small | WordClass.Tens | WordClass.Weekday | WordClass.Month | WordClass.Fraction);

    // Not glued to a letter, a sign of money, a number sign or another figure's stop: COVID-19, $1990, #1990, v1.2.
    private bool IsFreeFigure(Lexeme lexeme, int at)
    {
        if (!lexeme.IsGlued) return true;
        var before = text[at - 1];
        return before.Kind switch
        {
            LexemeKind.Word => text.Has(at - 1, WordClass.Month) || text.Is(at - 1, Term.Q) || text.Is(at - 1, Term.Fy),
            LexemeKind.Mark => before.Code switch
            {
                '(' or '[' or '"' or '“' or '‘' or '\'' or '’' or '—' or '`' or ',' or ':' or '.' => true,
                '-' or '–' or '/' => !before.IsGlued || text.Has(at - 2, WordClass.Phase) || text.IsWord(at - 2) && !text[at - 2].IsCapital && text[at - 2].Code == 0 || text.Has(at - 2, WordClass.Month | WordClass.Weekday) || text.IsFigures(at - 2) && text.Length(at - 2) == 4 && text.Length(at) == 4,
                _ => false,
            },
            _ => before.Kind == LexemeKind.Break,
        };
    }

    private bool TryRead(int at, out Draft draft)
    {
        var from = ReadHedge(at, out var hedge, out var isSilent);
        if (from > at)
        {
            if ((TryCount(from, from, true, out draft) || hedge == TimexModifier.Approx && IsPlaceAfterHedge(from) && TryPlain(from, from, out draft)) && draft.End > from)
            {
                draft.First = isSilent ? draft.First : at;
                if (draft.Modifier == TimexModifier.None) draft.Modifier = draft.Type == TimexType.Date ? AsDateModifier(hedge) : hedge;
                return true;
            }
            if (hedge is TimexModifier.EqualOrMore or TimexModifier.EqualOrLess && text.Is(from, Term.The) && text.Has(from + 1, WordClass.Pointer) && TryPlain(from, from, out draft) && draft.Type == TimexType.Duration)
            {
                draft.First = at;
                draft.Modifier = hedge;
                return true;
            }
            // "over the weekend", "in just the last two years": the time begins after the word.
            draft = default;
            return false;
        }
        return TryPhase(at, out draft) || TryPlain(at, at, out draft);
    }

    private bool IsPlaceAfterHedge(int at) => text.IsFigures(at) || text.Has(at, WordClass.Month) || text.Term(at) is Term.Noon or Term.Midnight or Term.Year;

    private static TimexModifier AsDateModifier(TimexModifier hedge) => hedge switch
    {
        TimexModifier.MoreThan or TimexModifier.EqualOrMore => TimexModifier.Before,
        TimexModifier.LessThan or TimexModifier.EqualOrLess => TimexModifier.After,
        _ => TimexModifier.Approx,
    };

    /// <summary>Any time without a hedge or phase before it.</summary>
    private bool TryPlain(int first, int at, out Draft draft)
    {
        draft = default;
        var lexeme = text[at];
        if (lexeme.Kind is LexemeKind.Figures)
        {
            return TryNumericDate(first, at, out draft) || TryClock(first, at, out draft) || TryDayMonth(first, at, out draft) || TryOrdinalPart(first, at, out draft)
                || TryYear(first, at, out draft) || TryCount(first, at, false, out draft);
        }
        if (lexeme.Kind == LexemeKind.Mark) return text.IsApostrophe(at) && TryShortYear(first, at, out draft);
        var word = text.Word(at);
        if (word.Term == Term.A && text.Is(at + 1, Term.Quarter) && TryClock(first, at, out draft)) return true;
        if (word.Has(WordClass.Determiner) && TryDetermined(first, at, out draft)) return true;
        if (word.Has(WordClass.Month) && TryMonth(first, at, out draft)) return true;
        if (word.Has(WordClass.Weekday) && TryWeekday(first, at, out draft)) return true;
        if (word.Has(WordClass.Deictic) && TryDeictic(first, at, out draft)) return true;
        if (word.Has(WordClass.Holiday) && TryHoliday(first, at, out draft)) return true;
        if (word.Has(WordClass.Pointer) && TryPointer(first, at, false, out draft)) return true;
        if (word.Has(WordClass.Ordinal) && (TryOrdinalPart(first, at, out draft) || TryDayMonth(first, at, out draft))) return true;
        if (word.Has(WordClass.Tens) && TryOrdinalPart(first, at, out draft)) return true;
        if (word.Has(WordClass.Small | WordClass.Tens) && (TrySpelledYear(first, at, out draft) || TryClock(first, at, out draft))) return true;
        if (word.Has(WordClass.Season) && TrySeason(first, at, out draft)) return true;
        if (word.Term is Term.Q or Term.H or Term.Fy or Term.Fiscal && TryFiscal(first, at, out draft)) return true;
        if (word.Term is Term.Noon or Term.Midnight && TryClock(first, at, out draft)) return true;
        if (word.Term is Term.Half or Term.Quarter && TryClock(first, at, out draft)) return true;
        if (word.Term is Term.Once or Term.Twice || word.Has(WordClass.Small) || word.Term is Term.Several or Term.Many)
        {
            if (TryFrequency(first, at, out draft)) return true;
        }
        if (word.Has(WordClass.TimeUnit) && TryBareUnit(first, at, out draft)) return true;
        return TryCount(first, at, false, out draft);
    }

    private Timex Settle(Draft draft)
    {
        var words = text.Range(draft.First, draft.End);
        var countsFrom = draft.CountsFromLast && last is not null ? lastWords : (TextSpan?)null;
        if (draft.Place is { } place && (draft.Type == TimexType.Date || draft.Type == TimexType.Time && !draft.IsDayAssumed))
        {
            last = place;
            lastWords = words;
            if (place.Grain == TimeUnit.Quarter) lastQuarter = draft.CountsFromLast ? lastQuarter : place;
            else if (place.Grain == TimeUnit.Half) lastQuarter = null;
        }
        return new Timex
        {
            Span = words,
            Type = draft.Type,
            Value = draft.Value,
            Modifier = draft.Modifier,
            Bound = BoundBefore(draft.First) is var bound && bound == TimeBound.None && draft.Type is TimexType.Date or TimexType.Time ? BoundBehind(draft.End) : bound,
            Zone = draft.Zone,
            Begins = draft.Begins,
            Ends = draft.Ends,
            Offset = draft.Offset,
            Frequency = draft.Frequency,
            CountsFrom = countsFrom,
            Unresolved = draft.Unresolved,
            Readings = draft.Readings ?? [],
            Clause = Clauses.Around(text, draft.First, draft.End),
        };
    }

    /// <summary>Reads "about", "more than", "at least" … before a time. Returns the lexeme after it, or the same where there is none.</summary>
    private int ReadHedge(int at, out TimexModifier hedge, out bool isSilent)
    {
        hedge = TimexModifier.None;
        isSilent = false;
        switch (text.Term(at))
        {
            case Term.About or Term.Around or Term.Roughly or Term.Approximately:
                hedge = TimexModifier.Approx;
                return at + 1;
            case Term.Some when text.IsFigures(at + 1) || text.Has(at + 1, WordClass.Small | WordClass.Tens):
                hedge = TimexModifier.Approx;
                return at + 1;
            case Term.Nearly or Term.Almost or Term.Under:
                hedge = TimexModifier.LessThan;
                return at + 1;
            case Term.Over when !text.Has(at + 1, WordClass.Determiner | WordClass.Vague) || text.Term(at + 1) is Term.A or Term.An && text.Has(at + 2, WordClass.TimeUnit):
                hedge = TimexModifier.MoreThan;
                return at + 1;
            case Term.More or Term.Less or Term.Fewer when text.Is(at + 1, Term.Than):
                hedge = text.Is(at, Term.More) ? TimexModifier.MoreThan : TimexModifier.LessThan;
                return at + 2;
            case Term.No or Term.Not when text.Term(at + 1) is Term.More or Term.Less or Term.Fewer && text.Is(at + 2, Term.Than):
                hedge = text.Is(at + 1, Term.More) ? TimexModifier.EqualOrLess : TimexModifier.EqualOrMore;
                return at + 3;
            case Term.At when text.Term(at + 1) is Term.Least or Term.Most:
                hedge = text.Is(at + 1, Term.Least) ? TimexModifier.EqualOrMore : TimexModifier.EqualOrLess;
                return at + 2;
            case Term.Up when text.Is(at + 1, Term.To):
                hedge = TimexModifier.EqualOrLess;
                return at + 2;
            case Term.Just when text.Term(at + 1) is Term.Over or Term.Under:
                hedge = text.Is(at + 1, Term.Over) ? TimexModifier.MoreThan : TimexModifier.LessThan;
                return at + 2;
            default:
                return at;
        }
    }

    // "2018 or later", "2015 and earlier", "2014 onwards"
    private TimeBound BoundBehind(int at)
    {
        var next = text.Term(at) is Term.Or or Term.And ? at + 1 : at;
        if (text.Word(next).Text is "onwards" or "onward") return TimeBound.Since;
        if (next == at || text.IsWord(next + 1) && !text.Has(next + 1, WordClass.Function)) return TimeBound.None;
        return text.Term(next) switch { Term.Later or Term.Beyond or Term.After => TimeBound.Since, Term.Earlier or Term.Before => TimeBound.By, _ => TimeBound.None };
    }

    private TimeBound BoundBefore(int at) => text.Term(at - 1) switch
    {
        Term.By => TimeBound.By,
        Term.Before => TimeBound.Before,
        Term.Until => TimeBound.Until,
        Term.Since => TimeBound.Since,
        Term.After => TimeBound.After,
        Term.Within => TimeBound.Within,
        Term.Of when text.Is(at - 2, Term.Ahead) => TimeBound.Before,
        Term.From when !text.Is(at - 2, Term.Down) && !text.Is(at - 2, Term.Up) => TimeBound.Since,
        Term.Starting => TimeBound.Since,
        Term.Beginning when !text.Has(at - 2, WordClass.Determiner) => TimeBound.Since,
        Term.On when text.Term(at - 2) is Term.Starting or Term.Beginning => TimeBound.Since,
        Term.As when text.Is(at - 2, Term.Early) && text.Is(at - 3, Term.As) => TimeBound.Since,
        Term.As when text.Is(at - 2, Term.Late) && text.Is(at - 3, Term.As) => TimeBound.Until,
        Term.Than when text.Is(at - 2, Term.Later) && text.Term(at - 3) is Term.No or Term.Not => TimeBound.By,
        Term.Than when text.Is(at - 2, Term.Earlier) && text.Term(at - 3) is Term.No or Term.Not => TimeBound.Since,
        Term.Than when text.Is(at - 2, Term.Later) => TimeBound.After,
        Term.Than when text.Is(at - 2, Term.Earlier) => TimeBound.Before,
        _ => TimeBound.None,
    };
}
