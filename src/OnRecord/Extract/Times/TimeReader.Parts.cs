using OnRecord.Extract.Lexemes;

namespace OnRecord.Extract.Times;

/// <summary>Parts of a larger stretch, counted from its beginning or its end: "the third month of 2021", "the last week of next month".</summary>
internal sealed partial class TimeReader
{
    /// <summary>The part with that number, or the last, of the place that "of" or "in" names behind the unit.</summary>
    private bool TryPartOf(int first, int unitAt, int number, bool isLast, out Draft draft)
    {
        draft = default;
        var word = text.Word(unitAt);
        if (word.Has(WordClass.Plural | WordClass.CutShort) || !isLast && number < 1 || !TryWhole(unitAt + 1, word.Unit, out var whole, out var end)) return false;
        CalendarSpan part;
        switch (word.Unit)
        {
            case TimeUnit.Day:
                part = new CalendarSpan(TimeUnit.Day, isLast ? whole.Last : whole.First);
                break;
            case TimeUnit.Week when whole.Grain == TimeUnit.Month:
                // As in "the last week of July": the week that the day lies in which so many weeks from the first of the month.
                part = CalendarSpan.Around(isLast ? whole.Last : whole.First, TimeUnit.Week);
                break;
            case TimeUnit.Week:
                // By ISO 8601 the first week of a year is the one with its fourth of January, the last the one with its 28th of December.
                part = CalendarSpan.Around(isLast ? whole.Last.AddDays(-3) : whole.First.AddDays(3), TimeUnit.Week);
                break;
            case TimeUnit.Month:
                part = CalendarSpan.Around(isLast ? whole.Last : whole.First, TimeUnit.Month);
                break;
            default:
                return false;
        }
        if (!isLast && !part.TryShift(number - 1, out part) || part.First >= whole.End) return false;
        draft = Draft.At(first, end, part);
        return true;
    }

    /// <summary>The place behind "of" or "in", if it is larger than the unit: "of 2021", "of next month", "of the year".</summary>
    private bool TryWhole(int at, TimeUnit unit, out CalendarSpan whole, out int end)
    {
        whole = default;
        end = at;
        if (text.Term(at) is not (Term.Of or Term.In)) return false;
        if (text.Is(at + 1, Term.The) && text.Word(at + 2).Unit is TimeUnit.Month or TimeUnit.Year && !text.Has(at + 2, WordClass.Plural | WordClass.CutShort) && !text.IsFigures(at + 3))
        {
            if (published is not { } now || unit != TimeUnit.Day) return false;
            whole = CalendarSpan.Around(now, text.Word(at + 2).Unit);
            end = at + 3;
            return true;
        }
        if (!TryPlain(at + 1, at + 1, out var draft) || draft.Type != TimexType.Date || draft.Place is not { Grain: TimeUnit.Month or TimeUnit.Year } place || place.Grain <= unit || place.End == DateOnly.MaxValue) return false;
        whole = place;
        end = draft.End;
        return true;
    }

    /// <summary>
    /// Puts "the first three months", "the last two weeks" into the place that "of" names behind them. The place stays a time of
    /// its own, as TimeML has it.
    /// </summary>
    private void PutInto(ref Draft length, in Measured measured, bool isLast)
    {
        if (measured.IsVague || measured.Whole is not null || measured.Count != decimal.Truncate(measured.Count) || measured.Count > 1000 || measured.Unit is not (TimeUnit.Day or TimeUnit.Week or TimeUnit.Month or TimeUnit.Quarter)) return;
        if (!TryWhole(measured.End, measured.Unit, out var whole, out _)) return;
        var (begin, end) = (whole.First, whole.End);
        if (measured.Unit == TimeUnit.Week && whole.Grain == TimeUnit.Year)
        {
            begin = CalendarSpan.Around(begin.AddDays(3), TimeUnit.Week).First;
            end = CalendarSpan.Around(whole.Last.AddDays(-3), TimeUnit.Week).End;
        }
        if (!CalendarSpan.TryMove(isLast ? end : begin, measured.Unit, (long)measured.Count * (isLast ? -1 : 1), out var edge)) return;
        if (isLast) begin = edge;
        else end = edge;
        if (begin < whole.First.AddDays(-7) || end.DayNumber > whole.End.DayNumber + 7) return;
        length.Begins = begin.ToDateTime(TimeOnly.MinValue);
        length.Ends = end.ToDateTime(TimeOnly.MinValue);
        length.Offset = null;
    }

    // on the 18th, by the 4th: the day nearest to the document, or the next where the verb looks ahead
    private bool TryDayAlone(int first, int at, out Draft draft)
    {
        draft = default;
        if (!text.IsFigures(at) || !text.Is(at + 1, Term.Th) || !text.IsGlued(at + 1) || text.Integer(at) is not (>= 1 and <= 31) || text.Length(at) > 2) return false;
        if (text.Term(first - 1) is not (Term.On or Term.By or Term.Until or Term.Since) || !StandsAlone(at + 2)) return false;
        draft = NearestDay(first, at + 2, text.Integer(at), 0);
        AddTime(ref draft);
        return true;
    }

    // "on the 18th floor", "by the 4th-placed": what follows is named by the number.
    private bool StandsAlone(int at) => !text.IsJoint(at) && !text.IsFigures(at) && (!text.IsWord(at) || text.Has(at, WordClass.Function | WordClass.Preposition));

    /// <summary>The day of the month, on that weekday where one is told (1 Monday to 7 Sunday), in the month nearest to the document.</summary>
    private Draft NearestDay(int first, int end, int day, int weekday)
    {
        if (published is not { } now) return Draft.Open(first, end, weekday > 0 ? WeekdayValue(weekday) : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"XXXX-XX-{day:D2}"), null);
        var tense = TenseAt(first, end);
        var month = CalendarSpan.Around(now, TimeUnit.Month);
        DateOnly? best = null;
        // Seven months in a row have each weekday on the 18th; no month is more than eleven off.
        for (var step = -11; step <= 11; step++)
        {
            if (!month.TryShift(step, out var there) || day > DateTime.DaysInMonth(there.First.Year, there.First.Month)) continue;
            var candidate = there.First.AddDays(day - 1);
            if (weekday > 0 && IsoDay(candidate) != weekday) continue;
            if (tense == Tense.Future && candidate < now || tense == Tense.Past && candidate > now) continue;
            if (best is null || Math.Abs(candidate.DayNumber - now.DayNumber) < Math.Abs(best.Value.DayNumber - now.DayNumber)) best = candidate;
        }
        return best is { } found ? Draft.At(first, end, new CalendarSpan(TimeUnit.Day, found)) : Draft.Refused(first, end, "XXXX-XX-XX", TimeRefusal.Impossible);
    }

    // Monday the 21st, Tue 13th, Friday the eleventh
    private bool TryWeekdayWithDay(int first, int at, int weekday, out Draft draft)
    {
        draft = default;
        var dayAt = text.Is(at, Term.The) ? at + 1 : at;
        if (!TryDay(dayAt, out var day, out var end, out var isOrdinal) || !isOrdinal || day > 31 || text.Has(end, WordClass.Month) || text.Is(end, Term.Of) || dayAt == at && !text.IsFigures(dayAt) || !StandsAlone(end) && !text.Has(end, WordClass.Small | WordClass.DayPart) && !text.IsFigures(end)) return false;
        draft = NearestDay(first, end, day, weekday);
        AddTime(ref draft);
        return true;
    }

    // next week on Tuesday, last week Monday
    private bool TryDayOfWeek(ref Draft week)
    {
        if (week.Place is not { Grain: TimeUnit.Week } place) return false;
        var at = text.Is(week.End, Term.On) || text.IsMark(week.End, ',') ? week.End + 1 : week.End;
        var word = text.Word(at);
        if (!word.Has(WordClass.Weekday) || word.Has(WordClass.Plural | WordClass.CutShort) || text.IsApostrophe(at + 1) || text.Has(text.IsMark(at + 1, ',') ? at + 2 : at + 1, WordClass.Month)) return false;
        week = Draft.At(week.First, at + 1, new CalendarSpan(TimeUnit.Day, place.First.AddDays(word.Number - 1)));
        AddTime(ref week);
        return true;
    }
}
