using System.Globalization;
using OnRecord.Extract.Lexemes;

namespace OnRecord.Extract.Times;

internal sealed partial class TimeReader
{
    // Wednesday; Friday, Oct. 27; Wednesday night; Mondays
    private bool TryWeekday(int first, int at, out Draft draft)
    {
        draft = default;
        var word = text.Word(at);
        var next = at + 1;
        if (word.Has(WordClass.CutShort))
        {
            var hasStop = text.IsMark(next, '.') && text.IsGlued(next);
            if (hasStop) next++;
            var comma = text.IsMark(next, ',') ? next + 1 : next;
            if (!text[at].IsCapital || !(text.Has(comma, WordClass.Month) || text.IsFigures(comma) && text.Is(comma + 1, Term.Th) && text.IsGlued(comma + 1) || text.IsFigures(comma) && text.Has(comma + 1, WordClass.Month) || hasStop && text.Is(at - 1, Term.On))) return false;
        }
        // The Sunday Times, Friday Night Lights.
        if (text[at].IsCapital && text.Is(at - 1, Term.The) && text.IsWord(next) && text[next].IsCapital && text[next].Code == 0 && first == at) return false;
        if (word.Has(WordClass.Plural))
        {
            if (text.Has(next, WordClass.DayPart)) return false;
            draft = Draft.Of(first, next, TimexType.Set, WeekdayValue(word.Number)) with { Frequency = "EVERY" };
            AddTimeToSet(ref draft);
            return true;
        }
        // Friday, Oct. 27: the date holds, whatever the weekday says.
        var dateAt = text.IsMark(next, ',') ? next + 1 : next;
        if (text.Is(dateAt, Term.The) && dateAt == next) dateAt++;
        if (text.Has(dateAt, WordClass.Month) && TryMonth(first, dateAt, out draft) && draft.Place is null or { Grain: TimeUnit.Day } && draft.Type != TimexType.Set) return true;
        if ((text.IsFigures(dateAt) || text.Has(dateAt, WordClass.Ordinal)) && !text.Is(dateAt - 1, Term.The) && (TryNumericDate(first, dateAt, out draft) || TryDayMonth(first, dateAt, out draft))) return true;
        if (TryWeekdayWithDay(first, next, word.Number, out draft)) return true;
        // mornings of one weekday
        if (text.Has(next, WordClass.DayPart) && text.Has(next, WordClass.Plural))
        {
            draft = Draft.Of(first, next + 1, TimexType.Set, WeekdayValue(word.Number) + "T" + text.Word(next).Sign) with { Frequency = "EVERY" };
            return true;
        }
        // Monday last week, Tuesday of next week, Wednesday evening next week
        var partAt = text.Has(next, WordClass.DayPart) ? next : -1;
        var weekAt = partAt > 0 ? next + 1 : next;
        if (text.Is(weekAt, Term.Of) && text.Is(weekAt + 1, Term.The) && text.Is(weekAt + 2, Term.Following)) weekAt += 2;
        else if (text.Is(weekAt, Term.Of) && text.Has(weekAt + 1, WordClass.Pointer | WordClass.Determiner) && text.Is(weekAt + 2, Term.Week)) weekAt++;
        if (text.Is(weekAt + 1, Term.Week) && text.Term(weekAt) is Term.Last or Term.Next or Term.This or Term.Following)
        {
            var shift = text.Term(weekAt) switch { Term.Last => -1, Term.This => 0, _ => 1 };
            draft = published is { } day && CalendarSpan.Around(day, TimeUnit.Week).TryShift(shift, out var week)
                ? Draft.At(first, weekAt + 2, new CalendarSpan(TimeUnit.Day, DateOnly.FromDayNumber(Math.Min(DateOnly.MaxValue.DayNumber, week.First.DayNumber + word.Number - 1))))
                : Draft.Open(first, weekAt + 2, WeekdayValue(word.Number), null);
            if (partAt > 0) SetPart(ref draft, text.Word(partAt).Sign, weekAt + 2);
            AddTime(ref draft);
            return true;
        }
        draft = Weekday(first, next, word.Number);
        AddTime(ref draft);
        return true;
    }

    private static string WeekdayValue(int weekday) => string.Create(CultureInfo.InvariantCulture, $"XXXX-WXX-{weekday}");

    private Draft Weekday(int first, int end, int weekday)
    {
        if (published is not { } now) return Draft.Open(first, end, WeekdayValue(weekday), null);
        var back = (IsoDay(now) - weekday + 7) % 7;
        var shift = -back;
        // "to get around Wednesday's ruling": what a day owns has happened.
        if (back > 0 && !(text.IsApostrophe(end) && text.IsGlued(end)))
        {
            var tense = TenseAt(first, end);
            if (tense == Tense.Future || tense == Tense.Unknown && BoundBefore(first) is TimeBound.By or TimeBound.Until or TimeBound.Before) shift += 7;
        }
        return Shifted(first, end, TimeUnit.Day, shift, false);
    }

    private static int IsoDay(DateOnly day) => ((int)day.DayOfWeek + 6) % 7 + 1;

    /// <summary>The stretch of the calendar so many steps from the one of publication.</summary>
    private Draft Shifted(int first, int end, TimeUnit grain, long steps, bool keepsOffset = true)
    {
        var offset = OffsetOf(grain, steps);
        if (published is not { } now) return Draft.Open(first, end, OpenValue(grain), offset);
        if (!CalendarSpan.Around(now, grain).TryShift(steps, out var place)) return Draft.Refused(first, end, OpenValue(grain), TimeRefusal.OutOfRange);
        return Draft.At(first, end, place) with { Offset = keepsOffset ? offset : null };
    }

    private static string OffsetOf(TimeUnit grain, long steps)
    {
        var sign = steps < 0 ? "-" : steps > 0 ? "+" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{sign}P{Math.Abs(steps) * (grain switch { TimeUnit.Decade => 10, TimeUnit.Century => 100, TimeUnit.Half => 6, TimeUnit.Quarter or TimeUnit.Season => 3, TimeUnit.Millennium => 1000, _ => 1 })}{grain switch { TimeUnit.Day => "D", TimeUnit.Week or TimeUnit.Weekend => "W", TimeUnit.Month or TimeUnit.Quarter or TimeUnit.Half or TimeUnit.Season => "M", _ => "Y" }}");
    }

    private static string OpenValue(TimeUnit grain) => grain switch
    {
        TimeUnit.Day => "XXXX-XX-XX",
        TimeUnit.Week => "XXXX-WXX",
        TimeUnit.Weekend => "XXXX-WXX-WE",
        TimeUnit.Month => "XXXX-XX",
        TimeUnit.Quarter => "XXXX-QX",
        TimeUnit.Half => "XXXX-HX",
        TimeUnit.Decade => "XXX",
        TimeUnit.Century => "XX",
        _ => "XXXX",
    };

    // now, today, yesterday, tonight, recently, daily
    private bool TryDeictic(int first, int at, out Draft draft)
    {
        draft = default;
        var word = text.Word(at);
        var sign = word.Sign;
        var end = at + 1;
        if (text[at].IsCapital && text.IsWord(at - 1) && text[at - 1].IsCapital && !text.IsGlued(at) && !text.EndsSentence(at - 1)) return false;
        switch (sign[0])
        {
            case '+' or '-':
                if (text.IsMark(end, ',') && text.Has(end + 1, WordClass.Weekday | WordClass.Month) && (TryWeekday(first, end + 1, out draft) || TryMonth(first, end + 1, out draft))) return true;
                draft = Shifted(first, end, TimeUnit.Day, sign == "+0" ? 0 : sign == "-1" ? -1 : 1);
                AddTime(ref draft);
                return true;
            case 'N' when sign == "NI":
                draft = Shifted(first, end, TimeUnit.Day, 0);
                SetPart(ref draft, "NI", end);
                AddHour(ref draft);
                return true;
            case 'O':
                draft = Shifted(first, end, TimeUnit.Day, 0);
                SetPart(ref draft, "NI", end);
                return true;
            case 'P' when sign.EndsWith("_REF", StringComparison.Ordinal) || sign[1] is >= '0' and <= '9' || sign[1] == 'T':
                if (sign.EndsWith("_REF", StringComparison.Ordinal))
                {
                    // "as soon as", "soon after": no time is named.
                    if (word.Term == Term.Soon && (text.Term(at - 1) is Term.As or Term.So || text.Is(end, Term.After))) return false;
                    if (word.Term == Term.Now && text.Is(at - 1, Term.From) && text.Has(at - 2, WordClass.TimeUnit)) return false;
                    draft = Draft.Of(first, end, TimexType.Date, sign);
                    return true;
                }
                if (text[at].IsCapital && !text.EndsSentence(at - 1)) return false;
                if (word.Text == "annual") return false;
                draft = Draft.Of(first, end, TimexType.Set, sign) with { Frequency = "EVERY" };
                return true;
            case 'F':
                if (text.Term(at - 1) is Term.As or Term.So || text.Is(end, Term.After)) return false;
                draft = Draft.Of(first, end, TimexType.Date, sign);
                return true;
            default:
                return false;
        }
    }

    private bool TryHoliday(int first, int at, out Draft draft)
    {
        draft = default;
        if (!Holidays.TryRead(text, at, out var day, out var end)) return false;
        if (text.Is(end, Term.Eve) && text[end].IsCapital) return false;
        if (day.Year > 0)
        {
            draft = Draft.At(first, end, new CalendarSpan(TimeUnit.Day, day.In(0)));
            return true;
        }
        var yearAt = text.IsMark(end, ',') || text.Is(end, Term.Of) || text.Is(end, Term.In) ? end + 1 : end;
        if (text.Is(end, Term.Of) && text.Has(yearAt, WordClass.Pointer | WordClass.Determiner) && text.Is(yearAt + 1, Term.Year)) end = yearAt;
        if (TryFullYear(yearAt, out var year, out var yearEnd))
        {
            draft = Draft.At(first, yearEnd, new CalendarSpan(TimeUnit.Day, day.In(year)));
            return true;
        }
        if (published is not { } now)
        {
            draft = Draft.Open(first, end, day.Month > 0 && day.Weekday == 0 ? string.Create(CultureInfo.InvariantCulture, $"XXXX-{day.Month:D2}-{day.Day:D2}") : "XXXX-XX-XX", null);
            return true;
        }
        var shift = first < at ? text.Term(at - 1) : Term.None;
        if (text.Is(end + 1, Term.Year) && text.Term(end) is Term.Last or Term.Next or Term.This)
        {
            year = now.Year + (text.Term(end) switch { Term.Last => -1, Term.Next => 1, _ => 0 });
            end += 2;
        }
        else if (shift is Term.Last or Term.Past or Term.Previous) year = day.In(now.Year) < now ? now.Year : now.Year - 1;
        else if (shift is Term.Next or Term.Coming or Term.Following) year = day.In(now.Year) > now ? now.Year : now.Year + 1;
        else if (shift is Term.This) year = now.Year;
        else year = YearOf(now, day.In(now.Year), first, end);
        draft = Draft.At(first, end, new CalendarSpan(TimeUnit.Day, day.In(Math.Clamp(year, 1, 9999))));
        return true;
    }

    // summer 1998, the winter of 2018; alone only after a preposition or pointer.
    private bool TrySeason(int first, int at, out Draft draft)
    {
        draft = default;
        var word = text.Word(at);
        if (word.Has(WordClass.Plural) || text[at].IsCapital && text.IsWord(at - 1) && text[at - 1].IsCapital) return false;
        var end = at + 1;
        var yearAt = text.Is(end, Term.Of) || text.IsMark(end, ',') ? end + 1 : end;
        if (TryFullYear(yearAt, out var year, out var yearEnd) || TrySpelledYearValue(yearAt, out year, out yearEnd))
        {
            draft = Draft.At(first, yearEnd, Season(word.Number, year));
            return true;
        }
        var pointer = text.Term(end);
        if (text.Is(end + 1, Term.Year) && pointer is Term.Last or Term.Next or Term.This)
        {
            if (published is not { } day) draft = Draft.Open(first, end + 2, "XXXX-" + word.Sign, null);
            else draft = Draft.At(first, end + 2, Season(word.Number, day.Year + (pointer == Term.Last ? -1 : pointer == Term.Next ? 1 : 0)));
            return true;
        }
        if (first == at && !(text.Term(at - 1) is Term.In or Term.By or Term.Since or Term.Until or Term.During or Term.Before or Term.After) || text.Is(end, Term.Of)) return false;
        if (text.IsJoint(end) || text.IsWord(end) && text.Has(at, WordClass.ChangeVerb) && text.Is(at - 1, Term.The) && text.Is(end, Term.In)) return false;
        draft = SeasonNear(first, end, word, Term.None);
        return true;
    }

    private static CalendarSpan Season(int number, int year) => new(TimeUnit.Season, new DateOnly(Math.Clamp(year, 1, 9999), number * 3, 1));

    private Draft SeasonNear(int first, int end, Word season, Term pointer)
    {
        if (published is not { } now) return Draft.Open(first, end, "XXXX-" + season.Sign, null);
        var here = Season(season.Number, now.Year);
        var year = now.Year;
        switch (pointer)
        {
            case Term.Last or Term.Past or Term.Previous:
                if (here.End > now) year--;
                break;
            case Term.Next or Term.Coming or Term.Following:
                if (here.First <= now) year++;
                break;
            case Term.This:
                if (season.Number == 4 && now.Month < 3) year--;
                break;
            default:
                var tense = TenseAt(first, end);
                if (here.First > now && tense != Tense.Future || season.Number == 4 && now.Month < 6) year--;
                break;
        }
        return Draft.At(first, end, Season(season.Number, Math.Clamp(year, 1, 9999)));
    }
}
