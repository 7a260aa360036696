using OnRecord.Extract.Lexemes;

namespace OnRecord.Extract.Times;

/// <summary>The two ends of a range that say something only once: "3 to 12 September", "April 9 through 17", "2:00 to 2:30 pm".</summary>
internal sealed partial class TimeReader
{
    /// <summary>A range whose first end lacks what the second says. The ends are two times, as TimeML has it.</summary>
    private bool TryOpenRange(int at, out Draft first, out Draft last)
    {
        first = last = default;
        if (!text.IsFigures(at) && !text.Has(at, WordClass.Small | WordClass.Ordinal | WordClass.Month | WordClass.Tens) && !text.Is(at, Term.The)) return false;
        return TryHourRange(at, out first, out last) || TryDayRange(at, out first, out last) || TryMonthRange(at, out first, out last);
    }

    /// <summary>Reads "to", "until", "through", a dash, and "and" behind "between". Returns the lexeme after it, or -1.</summary>
    private int AfterRangeWord(int first, int at)
    {
        var term = text.Term(at);
        if (term is Term.To or Term.Until or Term.Through || text.IsHyphen(at) || text.IsMark(at, '~')) return at + 1;
        return term == Term.And && (text.Is(first - 1, Term.Between) || text.Is(first - 1, Term.The) && text.Is(first - 2, Term.Between)) ? at + 1 : -1;
    }

    // 5 to 6pm, between 2 and 4:30 pm on Friday, 2:00 - 2:30 p.m., from 5 to seven in the morning
    private bool TryHourRange(int at, out Draft first, out Draft last)
    {
        last = first = default;
        if (!ReadBareHour(at, out var hour, out var minute, out var end)) return false;
        var next = AfterRangeWord(at, end);
        if (next < 0 || !ReadClock(next, out var until, out var untilEnd, out _) || !ToldHalf(untilEnd) || !TryClock(next, next, out last)) return false;
        var half = until.Hour >= 12 ? 12 : 0;
        var lastHour = until.Hour % 12;
        var isBefore = hour % 12 < lastHour || hour % 12 == lastHour && minute < Math.Max(0, until.Minute);
        // "11 to 2 pm" begins in the other half of the day.
        var from = new ClockTime(hour % 12 + (isBefore ? half : 12 - half), minute, -1, until.Zone);
        if (from.Hour > until.Hour) return false;
        first = last.Place is { } day ? Draft.At(at, end, day) : Draft.Open(at, end, "XXXX-XX-XX", null);
        first.CountsFromLast = last.CountsFromLast;
        first.IsDayAssumed = last.IsDayAssumed;
        SetTime(ref first, from, end);
        return true;
    }

    private bool ToldHalf(int end) => text.Term(end - 1) is Term.Am or Term.Pm || text.Has(end - 1, WordClass.DayPart) || text.Is(end - 1, Term.Utc) && text.Term(end - 2) is Term.Am or Term.Pm;

    // 5, five, 2:30, 9.30 with nothing to say which half of the day.
    private bool ReadBareHour(int at, out int hour, out int minute, out int end)
    {
        minute = -1;
        end = at + 1;
        hour = text.IsFigures(at) && text.Length(at) <= 2 ? text.Integer(at) : text.Has(at, WordClass.Small) ? text.Word(at).Number : 0;
        if (hour is < 1 or > 12) return false;
        if (text.IsMark(end, ':') && text.IsGlued(end) && text.IsFigures(end + 1) && text.IsGlued(end + 1) && text.Length(end + 1) == 2)
        {
            minute = text.Integer(end + 1);
            end += 2;
        }
        return minute < 60;
    }

    // 3 to 12 September, between the ninth and the seventeenth of April, 18 and 19 June
    private bool TryDayRange(int at, out Draft first, out Draft last)
    {
        first = last = default;
        var dayAt = text.Is(at, Term.The) ? at + 1 : at;
        if (!TryDay(dayAt, out var day, out var end, out var isOrdinal) || day > 31) return false;
        var next = AfterRangeWord(at, end);
        if (next < 0 && text.Term(end) is Term.And or Term.Or) next = end + 1;
        if (next < 0 || text.IsJoint(end)) return false;
        if (text.Is(next, Term.The)) next++;
        if (!TryDay(next, out var until, out _, out var isUntilOrdinal) || until <= day || isOrdinal && !isUntilOrdinal || !TryDayMonth(next, next, out last) || last.Place is not { Grain: TimeUnit.Day } place) return false;
        first = Draft.At(at, end, place with { First = new DateOnly(place.First.Year, place.First.Month, day) });
        return true;
    }

    // Jan.-Feb. 2017, from April to June in 2017, Nov 18-Dec 19, 2015, 26 June to 28 June 2020: the year of the second is that of the first.
    private bool TryMonthRange(int at, out Draft first, out Draft last)
    {
        first = last = default;
        var isDayFirst = TryDay(at, out var day, out var monthAt, out _);
        if (!isDayFirst) monthAt = at;
        if (!text.Has(monthAt, WordClass.Month) || !IsNameOfMonth(monthAt)) return false;
        var month = text.Word(monthAt).Number;
        var end = monthAt + 1;
        if (text.Has(monthAt, WordClass.CutShort) && text.IsMark(end, '.') && text.IsGlued(end)) end++;
        if (!isDayFirst && TryDay(end, out var told, out var dayEnd, out _)) (day, end) = (told, dayEnd);
        var next = AfterRangeWord(at, end);
        if (next < 0 || day > DateTime.DaysInMonth(2000, month)) return false;
        if (!(isDayFirst ? TryDayMonth(next, next, out last) : text.Has(next, WordClass.Month) && IsNameOfMonth(next) && TryMonth(next, next, out last))) return false;
        // Only a year that is told binds the first; a guessed one is guessed for each.
        if (last.Place is not { } place || day > 0 && place.Grain != TimeUnit.Day || !TellsYear(last)) return false;
        var year = month <= place.First.Month ? place.First.Year : place.First.Year - 1;
        if (year < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        first = Draft.At(at, end, new CalendarSpan(day > 0 ? TimeUnit.Day : TimeUnit.Month, new DateOnly(year, month, Math.Max(1, day))));
        return true;
    }

    private bool TellsYear(in Draft draft) => text.IsFigures(draft.End - 1) && text.Length(draft.End - 1) == 4;

    /// <summary>"From May to September", where the years were guessed apart and the range would end before it begins: a year sooner.</summary>
    private bool IsBeforeItsBeginning(in Draft first, in Draft last, out Draft sooner)
    {
        sooner = default;
        if (first.Type != TimexType.Date || last.Type != TimexType.Date || first.Place is not { Grain: TimeUnit.Month or TimeUnit.Day } begin || last.Place is not { } end || begin.Grain != end.Grain || begin.First <= end.First) return false;
        if (first.End != last.First - 1 || AfterRangeWord(first.First, first.End) < 0 || TellsYear(first) || TellsYear(last) || !NamesMonth(first) || !NamesMonth(last)) return false;
        if (!CalendarSpan.TryMove(begin.First, TimeUnit.Year, -1, out var moved)) return false;
        sooner = Draft.At(first.First, first.End, begin with { First = moved });
        return true;
    }

    // A month by its capital or by having no other meaning: "march" and "may" are verbs, "mar" and "dec" may be anything.
    private bool IsNameOfMonth(int at) => text[at].IsCapital || !text.Has(at, WordClass.CutShort) && text.Word(at).Text is not ("may" or "march" or "august");

    /// <summary>The second end of a range where it lacks what the first says: "April 9 through 17", "8 a.m. to 3 yesterday".</summary>
    private bool TryTail(in Draft head, out Draft tail)
    {
        tail = default;
        if (head.Place is not { Grain: TimeUnit.Day } place) return false;
        var next = head.End;
        if (text.Term(next) is not (Term.To or Term.Until or Term.Through) && !(text.Is(next, Term.And) && text.Is(head.First - 1, Term.Between))) return false;
        next++;
        if (head.Type != TimexType.Date || !NamesMonth(head)) return false;
        var dayAt = text.Is(next, Term.The) ? next + 1 : next;
        if (!TryDay(dayAt, out var day, out var end, out var isOrdinal) || text.Has(end, WordClass.Month) || text.Is(end, Term.Of)) return false;
        // "April 9 to 12 people": a figure that counts something is no day.
        if (text.IsWord(end) && !text.Has(end, WordClass.Function | WordClass.Preposition) || text.Has(end, WordClass.Scale | WordClass.Percent | WordClass.TimeUnit) || text.IsJoint(end)) return false;
        if (!isOrdinal && text.IsMark(end, '.') && text.IsGlued(end + 1)) return false;
        var month = new CalendarSpan(TimeUnit.Month, new DateOnly(place.First.Year, place.First.Month, 1));
        // "April 27 to the 3rd" ends in the month after.
        if (day <= place.First.Day && (!isOrdinal || !month.TryShift(1, out month))) return false;
        if (day > DateTime.DaysInMonth(month.First.Year, month.First.Month)) return false;
        tail = Draft.At(next, end, new CalendarSpan(TimeUnit.Day, month.First.AddDays(day - 1)));
        return true;
    }

    /// <summary>"Three days starting Monday", "for a week from 3 May": the length begins with the day.</summary>
    private void Bind(in Draft length, in Draft day, List<Timex> times)
    {
        if (length is not { Type: TimexType.Duration, Begins: null } || day.Begins is not { } begins || day.Type is not (TimexType.Date or TimexType.Time) || day.Offset is "P0D") return;
        var at = text.IsMark(length.End, ',') ? length.End + 1 : length.End;
        if (!text.Is(at, Term.Starting) && !(text.Is(at, Term.From) && text.Is(length.First - 1, Term.For)) || text.Term(at + 1) is var next && at + (next is Term.From or Term.On ? 2 : 1) != day.First) return;
        if (!TryLength(length.First, out var measured) || measured.IsVague || measured.Whole is not null || measured.Count > 1000 || measured.Count != decimal.Truncate(measured.Count) || measured.Unit < TimeUnit.Day) return;
        if (CalendarSpan.TryMove(DateOnly.FromDateTime(begins), measured.Unit, (long)measured.Count, out var end)) times[^1] = times[^1] with { Begins = begins, Ends = end.ToDateTime(TimeOnly.FromDateTime(begins)) };
    }

    private bool NamesMonth(in Draft draft)
    {
        for (var i = draft.First; i < draft.End; i++)
        {
            if (text.Has(i, WordClass.Month)) return true;
        }
        return false;
    }
}
