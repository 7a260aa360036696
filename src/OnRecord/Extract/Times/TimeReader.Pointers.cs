using System.Globalization;
using OnRecord.Extract.Lexemes;

namespace OnRecord.Extract.Times;

internal sealed partial class TimeReader
{
    // last year, the past two weeks, this fiscal quarter, next April, last Thursday, that day, the following month
    private bool TryPointer(int first, int at, bool isDetermined, out Draft draft)
    {
        draft = default;
        var pointer = text.Term(at);
        var next = at + 1;
        if (pointer == Term.This && text.Term(next) is Term.Coming or Term.Past)
        {
            pointer = text.Is(next, Term.Coming) ? Term.Next : Term.Last;
            next++;
        }
        if (pointer is Term.Past && isDetermined && !text.Has(next, WordClass.Small | WordClass.Tens | WordClass.TimeUnit | WordClass.Vague | WordClass.Season | WordClass.Determiner | WordClass.Weekday | WordClass.Month | WordClass.Ordinal) && !text.IsFigures(next))
        {
            if (text.IsWord(next) && !text.Has(next, WordClass.Function | WordClass.PastVerb | WordClass.FutureVerb) || text.Is(at - 2, Term.Of)) return false;
            draft = Draft.Of(first, next, TimexType.Date, "PAST_REF");
            return true;
        }
        var word = text.Word(next);
        if (word.Term is Term.Fiscal or Term.Calendar or Term.Financial or Term.Trading && text.Has(next + 1, WordClass.TimeUnit))
        {
            next++;
            word = text.Word(next);
        }
        // the last two years, the next several months, the past few days, the past 12-18 months
        if (pointer is Term.Last or Term.Past or Term.Next or Term.Coming or Term.Previous or Term.Following or Term.Recent or Term.Preceding or Term.Prior or Term.Latest or Term.This
            && (text.IsFigures(next) || word.Has(WordClass.Small | WordClass.Tens | WordClass.Vague | WordClass.Scale) || word.Term is Term.A or Term.Half)
            && TryLength(next, out var length))
        {
            if (length.Unit == TimeUnit.None) return false;
            draft = Anchored(first, length, pointer);
            if (pointer == Term.Last) PutInto(ref draft, length, true);
            return true;
        }
        if (word.Has(WordClass.DayPart) && !word.Has(WordClass.Plural))
        {
            var shift = pointer switch { Term.Last => -1, Term.Next or Term.Following => 1, Term.This => 0, _ => 99 };
            if (shift == 99) return false;
            draft = pointer == Term.Following || pointer == Term.Next && isDetermined ? FromLast(first, next + 1, TimeUnit.Day, 1) : Shifted(first, next + 1, TimeUnit.Day, shift);
            SetPart(ref draft, word.Sign, next + 1);
            AddHour(ref draft);
            return true;
        }
        if (word.Has(WordClass.Weekday) && (text[next].IsCapital || !word.Has(WordClass.CutShort)) && !word.Has(WordClass.Plural) && pointer is Term.Last or Term.Next or Term.This or Term.Past or Term.Coming or Term.Previous or Term.Following)
        {
            draft = PointedWeekday(first, next + 1, word.Number, pointer);
            var dateAt = text.IsMark(next + 1, ',') ? next + 2 : next + 1;
            if (text.Has(dateAt, WordClass.Month) && TryMonth(first, dateAt, out var full) && full.Place is { Grain: TimeUnit.Day }) draft = full;
            AddTime(ref draft);
            return true;
        }
        if (word.Has(WordClass.Month) && IsNameOfMonth(next) && pointer is Term.Last or Term.Next or Term.This or Term.Past or Term.Coming or Term.Previous)
        {
            // "this May 9" reads the day; GuessMonth looks at the pointer.
            return TryMonth(first, next, out draft);
        }
        if (word.Has(WordClass.Season) && !word.Has(WordClass.Plural) && pointer is Term.Last or Term.Next or Term.This or Term.Past or Term.Coming or Term.Previous or Term.Following)
        {
            draft = SeasonNear(first, next + 1, word, pointer);
            return true;
        }
        if (word.Has(WordClass.Holiday) && Holidays.TryRead(text, next, out _, out _)) return TryHoliday(first, next, out draft);
        if (!word.Has(WordClass.TimeUnit) || word.Has(WordClass.CutShort)) return false;
        return TryPointedUnit(first, next, word, pointer, isDetermined, out draft);
    }

    private bool TryPointedUnit(int first, int at, Word word, Term pointer, bool isDetermined, out Draft draft)
    {
        draft = default;
        var end = at + 1;
        var unit = word.Unit;
        if (word.Has(WordClass.Plural))
        {
            switch (pointer)
            {
                case Term.Recent when unit >= TimeUnit.Year:
                    draft = Draft.Of(first, end, TimexType.Date, "PAST_REF");
                    return true;
                case Term.Recent or Term.Past or Term.Last or Term.Previous or Term.Coming or Term.Next or Term.Following when unit >= TimeUnit.Minute:
                    draft = Draft.Of(first, end, TimexType.Duration, Lengths.Vague(unit));
                    return true;
                default:
                    return false;
            }
        }
        if (unit is TimeUnit.Second or TimeUnit.Minute or TimeUnit.Hour)
        {
            if (pointer is not (Term.Last or Term.Past or Term.Next) || !isDetermined && pointer != Term.Next) return false;
            draft = Draft.Of(first, end, TimexType.Duration, Lengths.Of(1, unit));
            return true;
        }
        // the last week of July, the last day of next month
        if (pointer == Term.Last && TryPartOf(first, at, 0, true, out draft)) return true;
        // this year's third quarter, last year's quarter
        if (unit == TimeUnit.Year && pointer is Term.This or Term.Last or Term.Next && text.IsApostrophe(end) && text.IsGlued(end) && text.Is(end + 1, Term.S)
            && text.Has(end + 2, WordClass.Ordinal) && TryOrdinalPart(first, end + 2, out var part) && part.Place is { Grain: TimeUnit.Quarter or TimeUnit.Half } inYear && published is { } day)
        {
            var year = day.Year + (pointer == Term.Last ? -1 : pointer == Term.Next ? 1 : 0);
            draft = Draft.At(first, part.End, inYear with { First = new DateOnly(Math.Clamp(year, 1, 9999), inYear.First.Month, 1) });
            return true;
        }
        switch (pointer)
        {
            case Term.This or Term.Current:
                draft = unit is TimeUnit.Quarter && lastQuarter is { } quarter && published is not null ? Draft.At(first, end, quarter) : Shifted(first, end, unit, 0);
                break;
            case Term.Latest:
                if (unit == TimeUnit.Quarter && lastQuarter is { } latest) draft = Draft.At(first, end, latest) with { CountsFromLast = true };
                else draft = Shifted(first, end, unit, unit == TimeUnit.Quarter ? -1 : 0);
                break;
            case Term.Last:
                draft = Shifted(first, end, unit, -1);
                break;
            case Term.Past:
                draft = isDetermined ? Anchored(first, new Measured(1, unit, false, end), Term.Past) : Shifted(first, end, unit, -1);
                break;
            case Term.Next:
                draft = isDetermined && unit == TimeUnit.Day ? FromLast(first, end, unit, 1) : Shifted(first, end, unit, 1);
                break;
            case Term.Coming:
                draft = Shifted(first, end, unit, 1);
                break;
            case Term.Following:
                draft = FromLast(first, end, unit, 1);
                break;
            case Term.Previous or Term.Prior or Term.Preceding:
                draft = FromLast(first, end, unit, -1);
                break;
            case Term.Same or Term.That:
                draft = FromLast(first, end, unit, 0);
                break;
            default:
                return false;
        }
        if (!TryDayOfWeek(ref draft)) AddTime(ref draft);
        return true;
    }

    private Draft PointedWeekday(int first, int end, int weekday, Term pointer)
    {
        if (published is not { } now) return Draft.Open(first, end, WeekdayValue(weekday), null);
        var back = (IsoDay(now) - weekday + 7) % 7;
        return pointer switch
        {
            Term.Last or Term.Past => Shifted(first, end, TimeUnit.Day, back == 0 ? -7 : -back, false),
            Term.Next or Term.Coming => Shifted(first, end, TimeUnit.Day, 7 - back, false),
            Term.This => Shifted(first, end, TimeUnit.Day, weekday - IsoDay(now), false),
            _ => FromLastWeekday(first, end, weekday, pointer),
        };
    }

    private Draft FromLastWeekday(int first, int end, int weekday, Term pointer)
    {
        var from = last?.First ?? published!.Value;
        var back = (IsoDay(from) - weekday + 7) % 7;
        var shift = pointer == Term.Following ? 7 - back : back == 0 ? -7 : -back;
        return CalendarSpan.TryMove(from, TimeUnit.Day, shift, out var day)
            ? Draft.At(first, end, new CalendarSpan(TimeUnit.Day, day)) with { CountsFromLast = true }
            : Draft.Refused(first, end, WeekdayValue(weekday), TimeRefusal.OutOfRange);
    }

    /// <summary>A stretch counted from the last place the text named, or from the day of publication where it named none.</summary>
    private Draft FromLast(int first, int end, TimeUnit grain, long steps)
    {
        if (last is not { } from) return Shifted(first, end, grain, steps);
        return CalendarSpan.Around(from.First, grain).TryShift(steps, out var place)
            ? Draft.At(first, end, place) with { CountsFromLast = true }
            : Draft.Refused(first, end, OpenValue(grain), TimeRefusal.OutOfRange);
    }

    /// <summary>A length that ends or begins with the day of publication.</summary>
    private Draft Anchored(int first, Measured length, Term pointer)
    {
        var draft = Draft.Of(first, length.End, TimexType.Duration, length.Value);
        if (published is not { } now || length.IsVague || length.Count > 100_000) return draft;
        var isAhead = pointer is Term.Next or Term.Coming or Term.Following;
        // Whole quarters: the last two are those before the one it is.
        if (length.Unit == TimeUnit.Quarter) now = CalendarSpan.Around(now, TimeUnit.Quarter) is var quarter && pointer is Term.Next or Term.Coming or Term.Following ? quarter.End : quarter.First;
        if (!CalendarSpan.TryMove(now, length.Unit, (long)Math.Floor(length.Count) * (isAhead ? 1 : -1), out var far)) return draft;
        var (begins, ends) = isAhead ? (now, far) : (far, now);
        draft.Begins = begins.ToDateTime(TimeOnly.MinValue);
        draft.Ends = ends.ToDateTime(TimeOnly.MinValue).AddDays(isAhead || ends == DateOnly.MaxValue || length.Unit == TimeUnit.Quarter ? 0 : 1);
        return draft;
    }

    // the last year, a year ago, this week, each day, the end of …, the weekend, the quarter, the 1990s, the summer of 1998
    private bool TryDetermined(int first, int at, out Draft draft)
    {
        draft = default;
        var term = text.Term(at);
        var next = at + 1;
        if (term is Term.Each or Term.Every) return TryEvery(first, at, out draft);
        if (term is Term.This or Term.That && TryPointer(first, at, false, out draft)) return true;
        if (term is Term.A or Term.An)
        {
            if (text.Is(next, Term.Year) && text.IsJoint(next + 1) && text.Term(next + 2) is Term.Earlier or Term.Ago)
            {
                draft = YearAgo(next, next);
                return true;
            }
            if (text.Is(next, Term.Couple) || text.Is(next, Term.Few) || text.Has(next, WordClass.TimeUnit | WordClass.Fraction | WordClass.Vague | WordClass.Scale) || text.Term(next) is Term.Full or Term.Single) return TryCount(first, at, false, out draft);
            if (text.Is(next, Term.Decade) || text.Is(next, Term.Further) || text.Is(next, Term.Additional)) return TryCount(first, at, false, out draft);
            if (text.Is(next, Term.Later) && text.Word(next + 1).Text is "date" or "time" or "stage" or "day")
            {
                draft = Draft.Of(first, next + 2, TimexType.Date, "FUTURE_REF");
                return true;
            }
            return false;
        }
        if (term is Term.Another) return TryCount(first, at, false, out draft);
        if (term is not (Term.The or Term.Its)) return false;
        var word = text.Word(next);
        if (word.Text == "moment" && text.Is(at - 1, Term.At))
        {
            draft = Draft.Of(first, next + 1, TimexType.Date, "PRESENT_REF");
            return true;
        }
        if (word.Term == Term.Future && term == Term.The)
        {
            draft = Draft.Of(first, next + 1, TimexType.Date, "FUTURE_REF");
            return true;
        }
        if (word.Term is Term.Near or Term.Short && text.Word(next + 1).Text is "future" or "term")
        {
            draft = Draft.Of(first, next + 2, TimexType.Date, "FUTURE_REF");
            return true;
        }
        if (word.Has(WordClass.Pointer) && TryPointer(first, next, true, out draft)) return true;
        if (word.Has(WordClass.Ordinal) || text.IsFigures(next) && text.Is(next + 1, Term.Th) && text.IsGlued(next + 1) || word.Has(WordClass.Tens) && text.Has(text.IsHyphen(next + 1) ? next + 2 : next + 1, WordClass.Ordinal))
        {
            if (TryOrdinalPart(text.IsJoint(next + 1) && !word.Has(WordClass.Tens) || term == Term.Its ? next : first, next, out draft) || TryDayMonth(first, next, out draft)) return true;
        }
        if (word.Has(WordClass.Ordinal) && word.Number == 1 && (text.IsFigures(next + 1) || text.Has(next + 1, WordClass.Small | WordClass.Vague)) && TryLength(next + 1, out var length))
        {
            draft = Draft.Of(first, length.End, TimexType.Duration, length.Value);
            PutInto(ref draft, length, false);
            return true;
        }
        if (TryDayAlone(first, next, out draft) || TryPartInSentence(first, text.Term(next) is Term.Early or Term.Late ? next + 1 : next, out draft)) return true;
        if (word.Term == Term.Fiscal && TryFiscal(first, next, out draft)) return true;
        var yearAt = word.Term is Term.Fiscal or Term.Full or Term.Financial ? next + 1 : next;
        if (term == Term.The && text.Is(yearAt, Term.Year) && text.Is(yearAt + 1, Term.Ended))
        {
            draft = Draft.Of(first, yearAt + 1, TimexType.Duration, "P1Y");
            return true;
        }
        if (term == Term.The && word.Term == Term.Full && text.Is(yearAt, Term.Year))
        {
            draft = Shifted(first, yearAt + 1, TimeUnit.Year, 0);
            return true;
        }
        if (word.Term == Term.Year && text.IsJoint(next + 1) && text.Term(next + 2) is Term.Earlier or Term.Ago)
        {
            draft = YearAgo(first, next);
            return true;
        }
        if (word.Term == Term.Year && text.IsFigures(next + 1) && TryFullYear(next + 1, out var year, out var end))
        {
            draft = Draft.At(first, end, CalendarSpan.Year(year));
            return true;
        }
        if (word.Term == Term.Year && TrySpelledYearValue(next + 1, out year, out end))
        {
            draft = Draft.At(first, end, CalendarSpan.Year(year));
            return true;
        }
        if (text.IsFigures(next))
        {
            // the 1990s; the nine months; the 1989 quarter
            if (TryYear(first, next, out draft))
            {
                // the 1988 third quarter
                if (draft.Place is { Grain: TimeUnit.Year } of && text.Has(draft.End, WordClass.Ordinal) && TryOrdinalPart(first, draft.End, out var part) && part.Place is { Grain: TimeUnit.Quarter or TimeUnit.Half } quarterOf)
                {
                    draft = Draft.At(first, part.End, quarterOf with { First = new DateOnly(of.First.Year, quarterOf.First.Month, 1) });
                    return true;
                }
                if (draft.Place is { Grain: TimeUnit.Decade or TimeUnit.Century }) return true;
                draft = default;
                return false;
            }
            return TryCount(first, next, false, out draft);
        }
        if (text.IsApostrophe(next) && TryShortYear(first, next, out draft)) return draft.Place is { Grain: TimeUnit.Decade };
        if (word.Has(WordClass.Tens) && word.Has(WordClass.Plural)) return TrySpelledYear(first, next, out draft);
        if (word.Has(WordClass.Season)) return TrySeason(first, next, out draft);
        if (word.Term == Term.Quarter && !text.Is(next + 1, Term.Of) && text.Length(next) == 7 && lastQuarter is { } quarter)
        {
            draft = Draft.At(first, next + 1, quarter) with { CountsFromLast = true };
            return true;
        }
        if (word.Unit == TimeUnit.Weekend && !word.Has(WordClass.Plural))
        {
            draft = WeekendNear(first, next + 1);
            return true;
        }
        // the week of 3 May, the week beginning on 3 May
        var dayAt = text.Term(next + 1) is Term.Starting or Term.Beginning && text.Is(next + 2, Term.On) ? next + 3 : next + 2;
        if (word.Unit == TimeUnit.Week && !word.Has(WordClass.Plural) && text.Term(next + 1) is Term.Of or Term.Starting or Term.Beginning && (text.Has(dayAt, WordClass.Month) || text.IsFigures(dayAt)) && TryPlain(dayAt, dayAt, out var day) && day.Place is { Grain: TimeUnit.Day } place)
        {
            draft = Draft.At(first, day.End, CalendarSpan.Around(place.First, TimeUnit.Week));
            return true;
        }
        if (word.Unit is TimeUnit.Day or TimeUnit.Week or TimeUnit.Month or TimeUnit.Year && !word.Has(WordClass.Plural))
        {
            // the day before, the year after; the day after tomorrow
            if (text.Term(next + 1) is Term.Before or Term.After && TryDayBeside(first, next, out draft)) return true;
        }
        if (word.Has(WordClass.Small | WordClass.Tens) && !word.Has(WordClass.Plural)) return TryCount(first, next, false, out draft);
        if (word.Has(WordClass.Holiday) && Holidays.TryRead(text, next, out _, out var holidayEnd) && TryHoliday(next, next, out draft)) return holidayEnd > next;
        return false;
    }

    private bool TryDayBeside(int first, int at, out Draft draft)
    {
        draft = default;
        var isBefore = text.Is(at + 1, Term.Before);
        var beside = at + 2;
        if (text.Word(beside).Sign is "-1" or "+1" && text.Is(at, Term.Day))
        {
            draft = Shifted(first, beside + 1, TimeUnit.Day, isBefore ? -2 : 2);
            return true;
        }
        if (text.Has(beside, WordClass.Weekday | WordClass.Month | WordClass.Holiday | WordClass.Pointer) && TryPlain(beside, beside, out var other) && other.Place is { } place && text.Word(at).Unit == TimeUnit.Day)
        {
            if (!CalendarSpan.TryMove(isBefore ? place.First : place.Last, TimeUnit.Day, isBefore ? -1 : 1, out var day)) return false;
            draft = Draft.At(first, other.End, new CalendarSpan(TimeUnit.Day, day));
            return true;
        }
        // "the day before" with nothing behind it counts from what was named last.
        if (text.IsWord(beside) && !text.Has(beside, WordClass.Function) || text.Has(beside, WordClass.Determiner) || text.IsFigures(beside)) return false;
        draft = FromLast(first, at + 2, text.Word(at).Unit, isBefore ? -1 : 1);
        return true;
    }

    private Draft WeekendNear(int first, int end)
    {
        if (published is not { } now) return Draft.Open(first, end, OpenValue(TimeUnit.Weekend), null);
        // On a weekend it is this one; else the one before unless the verb looks ahead.
        var isOn = IsoDay(now) >= 6;
        return Shifted(first, end, TimeUnit.Weekend, isOn || TenseAt(first, end) == Tense.Future ? 0 : -1, false);
    }
}
