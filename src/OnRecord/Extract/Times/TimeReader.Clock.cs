using OnRecord.Extract.Lexemes;

namespace OnRecord.Extract.Times;

internal sealed partial class TimeReader
{
    // 10:30 a.m. EST Thursday; 5pm; noon on Saturday; 1430 GMT; three o'clock
    private bool TryClock(int first, int at, out Draft draft)
    {
        draft = default;
        if (!ReadClock(at, out var time, out var end, out var isSure)) return false;
        if (!isSure && text.Term(at - 1) is not (Term.At or Term.By or Term.Until or Term.From or Term.Around or Term.About or Term.Before or Term.After or Term.Since or Term.Between or Term.To)) return false;
        // the day that follows: "Thursday", "on Nov. 5", "today"
        var dayAt = text.IsMark(end, ',') || text.Term(end) is Term.On or Term.Of ? end + 1 : end;
        if (text.Is(dayAt, Term.This) && text.Has(dayAt + 1, WordClass.DayPart) && published is { } today)
        {
            draft = Draft.At(first, end, new CalendarSpan(TimeUnit.Day, today));
            // "6 o'clock this afternoon"
            if (time.Hour is > 0 and < 12 && !ToldHalf(end)) time = time with { Hour = time.Hour + HalfOf(text.Word(dayAt + 1).Sign, time.Hour) };
            SetTime(ref draft, time, dayAt + 2);
            return true;
        }
        if ((text.Has(dayAt, WordClass.Weekday | WordClass.Month | WordClass.Holiday) || text.Has(dayAt, WordClass.Deictic) && text.Word(dayAt).Sign is "+0" or "+1" or "-1" || text.IsFigures(dayAt) && dayAt > end || text.Has(dayAt, WordClass.Pointer) && text.Has(dayAt + 1, WordClass.Weekday) || text.Term(dayAt) is Term.Early or Term.Late && text.Has(dayAt + 1, WordClass.Weekday))
            && TryPlain(dayAt, text.Term(dayAt) is Term.Early or Term.Late ? dayAt + 1 : dayAt, out var day) && (day.Type == TimexType.Date || day.Type == TimexType.Time && day.Value[^3] == 'T') && (day.Place is { Grain: TimeUnit.Day } || day.Value.StartsWith("XXXX", StringComparison.Ordinal)))
        {
            // "five-thirty tomorrow evening"
            if (day.Type == TimexType.Time && time.Hour is > 0 and < 12 && !ToldHalf(end)) time = time with { Hour = time.Hour + HalfOf(day.Value[^2..], time.Hour) };
            draft = day with { First = first, Value = day.Type == TimexType.Time ? day.Value[..^3] : day.Value };
            SetTime(ref draft, time, day.End);
            return true;
        }
        if (last is { Grain: TimeUnit.Day } named && IsInSentenceOfLast(at))
        {
            draft = Draft.At(first, end, named) with { CountsFromLast = true, IsDayAssumed = true };
        }
        else if (published is { } now) draft = Draft.At(first, end, new CalendarSpan(TimeUnit.Day, now)) with { IsDayAssumed = true };
        else draft = Draft.Open(first, end, "XXXX-XX-XX", null);
        SetTime(ref draft, time, end);
        return true;
    }

    private bool IsInSentenceOfLast(int at)
    {
        for (var i = at - 1; i > 0 && at - i < 40; i--)
        {
            if (text[i].Start < lastWords.End) return true;
            if (text.EndsSentence(i)) return false;
        }
        return false;
    }

    /// <summary>A time of day at a lexeme. Sure where something beside the figures says that it is one.</summary>
    private bool ReadClock(int at, out ClockTime time, out int end, out bool isSure)
    {
        time = default;
        end = at;
        isSure = true;
        var word = text.Word(at);
        if (ReadPast(at, out time, out end)) return true;
        if (word.Term is Term.Noon or Term.Midnight)
        {
            time = new ClockTime(word.Term == Term.Noon ? 12 : 0, 0, -1, "");
            end = at + 1;
            time = WithZone(time, ref end);
            return true;
        }
        if (word.Has(WordClass.Small) && word.Number is >= 1 and <= 12)
        {
            // three o'clock, nine thirty p.m., ten a.m.
            if (IsOClock(at + 1, out end))
            {
                if (TryHourOfPart(end, word.Number, -1, out time, out var behind))
                {
                    end = behind;
                    return true;
                }
                time = HalfDay(word.Number, 0, ref end, out _);
                return true;
            }
            var minuteAt = at + 1;
            var minute = 0;
            if (text.IsJoint(minuteAt) && text.Has(minuteAt + 1, WordClass.Tens)) minuteAt++;
            if (text.Has(minuteAt, WordClass.Tens) && !text.Has(minuteAt, WordClass.Plural))
            {
                minute = text.Word(minuteAt).Number;
                minuteAt++;
                if (text.IsJoint(minuteAt) && text.Has(minuteAt + 1, WordClass.Small))
                {
                    minute += text.Word(minuteAt + 1).Number;
                    minuteAt += 2;
                }
            }
            if (text.Term(minuteAt) is Term.Am or Term.Pm && minute < 60)
            {
                end = minuteAt;
                time = HalfDay(word.Number, minute, ref end, out _);
                return true;
            }
            if (TryHourOfPart(minuteAt, word.Number, minute > 0 ? minute : -1, out time, out end)) return true;
            // "at seven twenty-seven": the minutes tell that it is a time, not which half of the day.
            end = minuteAt;
            time = new ClockTime(word.Number, minute, -1, "");
            isSure = false;
            return minute is > 0 and < 60 && text.Is(at - 1, Term.At) && (StandsAlone(end) || text.Has(end, WordClass.Weekday | WordClass.Deictic));
        }
        if (!text.IsFigures(at)) return false;
        var length = text.Length(at);
        var hour = text.Integer(at);
        end = at + 1;
        if (hour < 0)
        {
            // 10.30am: the lexer keeps the stop inside.
            return length is 4 or 5 && ReadStopped(at, out time, out end);
        }
        if (text.IsMark(end, ':') && text.IsGlued(end) && text.IsFigures(end + 1) && text.IsGlued(end + 1) && text.Length(end + 1) == 2)
        {
            var minute = text.Integer(end + 1);
            if (length > 2 || hour > 24 || minute > 59 || hour == 24 && minute > 0) return false;
            end += 2;
            var second = -1;
            if (text.IsMark(end, ':') && text.IsGlued(end) && text.IsFigures(end + 1) && text.IsGlued(end + 1) && text.Length(end + 1) == 2)
            {
                second = text.Integer(end + 1);
                if (second > 59) return false;
                end += 2;
            }
            time = HalfDay(hour, minute, ref end, out var hasHalf) with { Second = second };
            isSure = hasHalf || time.Zone.Length > 0 || second >= 0 || text.Is(at - 1, Term.T);
            return !(text.IsMark(end, ':') && text.IsGlued(end));
        }
        if (length <= 2 && hour is >= 1 and <= 12 && (text.Term(end) is Term.Am or Term.Pm && IsHalfDay(end) || IsOClock(end, out _)))
        {
            if (IsOClock(end, out var afterClock)) end = afterClock;
            if (TryHourOfPart(end, hour, -1, out time, out var behind)) end = behind;
            else time = HalfDay(hour, -1, ref end, out _);
            return true;
        }
        if (length <= 2 && hour is >= 1 and <= 12 && TryHourOfPart(end, hour, -1, out time, out var partEnd))
        {
            end = partEnd;
            return true;
        }
        // 1140 a.m.
        if (length is 3 or 4 && hour / 100 is >= 1 and <= 12 && hour % 100 <= 59 && text.Term(end) is Term.Am or Term.Pm && IsHalfDay(end))
        {
            time = HalfDay(hour / 100, hour % 100, ref end, out _);
            return true;
        }
        // 1430 GMT
        if (length == 4 && hour / 100 <= 23 && hour % 100 <= 59 && text.Is(end, Term.Utc) && (text[end].IsCapital))
        {
            time = WithZone(new ClockTime(hour / 100, hour % 100, -1, ""), ref end);
            return true;
        }
        return false;
    }

    /// <summary>The part of the day behind an hour: "seven in the morning".</summary>
    private bool TryHourOfPart(int at, int hour, int minute, out ClockTime time, out int end)
    {
        time = default;
        end = at + 3;
        if (!text.Is(at, Term.In) || !text.Is(at + 1, Term.The) || !text.Has(at + 2, WordClass.DayPart) || text.Has(at + 2, WordClass.Plural)) return false;
        var isMorning = text.Word(at + 2).Sign == "MO";
        time = new ClockTime(isMorning ? hour % 12 : hour == 12 ? 12 : hour + 12, minute, -1, "");
        return true;
    }

    // half past ten, quarter to five, ten past nine, 20 minutes past eight in the evening
    private bool ReadPast(int at, out ClockTime time, out int end)
    {
        time = default;
        end = at;
        var next = text.Term(at) is Term.A && text.Is(at + 1, Term.Quarter) ? at + 1 : at;
        int minutes;
        var isTold = true;
        if (text.Is(next, Term.Half)) minutes = 30;
        else if (text.Is(next, Term.Quarter) && !text.Has(next, WordClass.Plural)) minutes = 15;
        else if (text.IsFigures(next) && text.Length(next) <= 2) (minutes, isTold) = (text.Integer(next), false);
        else if (text.Has(next, WordClass.Small | WordClass.Tens) && !text.Has(next, WordClass.Plural)) (minutes, isTold) = (text.Word(next).Number, false);
        else return false;
        next++;
        if (!isTold && text.IsJoint(next) && text.Has(next + 1, WordClass.Small))
        {
            minutes += text.Word(next + 1).Number;
            next += 2;
        }
        if (text.Word(next).Unit == TimeUnit.Minute)
        {
            isTold = true;
            next++;
        }
        // "ten to nine" may be a vote; "ten past nine" is none.
        var isPast = text.Is(next, Term.Past);
        if (minutes is < 1 or > 59 || !isPast && !(isTold && text.Is(next, Term.To))) return false;
        var hour = text.IsFigures(next + 1) && text.Length(next + 1) <= 2 ? text.Integer(next + 1) : text.Has(next + 1, WordClass.Small) ? text.Word(next + 1).Number : 0;
        if (hour is < 1 or > 12) return false;
        end = next + 2;
        if (IsOClock(end, out var afterClock)) end = afterClock;
        if (!isPast)
        {
            minutes = 60 - minutes;
            hour = hour == 1 ? 12 : hour - 1;
        }
        if (TryHourOfPart(end, hour, minutes, out time, out var partEnd)) end = partEnd;
        else time = HalfDay(hour, minutes, ref end, out _);
        return StandsAlone(end) || text.Has(end, WordClass.Weekday | WordClass.Deictic | WordClass.Month);
    }

    private bool ReadStopped(int at, out ClockTime time, out int end)
    {
        time = default;
        end = at + 1;
        var digits = text.Slice(at);
        var stop = digits.IndexOf('.');
        if (stop is not (1 or 2) || digits.Length - stop != 3 || text.Term(end) is not (Term.Am or Term.Pm or Term.Utc)) return false;
        var hour = stop == 1 ? digits[0] - '0' : (digits[0] - '0') * 10 + digits[1] - '0';
        var minute = (digits[stop + 1] - '0') * 10 + digits[stop + 2] - '0';
        if (hour > 23 || minute > 59) return false;
        time = HalfDay(hour, minute, ref end, out _);
        return true;
    }

    private bool IsOClock(int at, out int end)
    {
        end = at + 3;
        if (text.Word(at).Text == "oclock")
        {
            end = at + 1;
            return true;
        }
        return text.Is(at, Term.O) && text.IsApostrophe(at + 1) && text.Is(at + 2, Term.Clock);
    }

    // "am" without stops is a verb too: only figures or capitals make it a half of the day.
    private bool IsHalfDay(int at) => text.Text.AsSpan(text[at].Start, 1)[0] is 'p' or 'P' || text.IsGlued(at) || text.Length(at) > 2 || text[at].IsCapital || text.IsFigures(at - 1);

    private ClockTime HalfDay(int hour, int minute, ref int end, out bool hasHalf)
    {
        hasHalf = false;
        var term = text.Term(end);
        if (term is Term.Am or Term.Pm && hour <= 12)
        {
            hasHalf = true;
            hour = hour % 12 + (term == Term.Pm ? 12 : 0);
            end++;
        }
        return WithZone(new ClockTime(hour, minute, -1, ""), ref end);
    }

    private ClockTime WithZone(ClockTime time, ref int end)
    {
        if (text.Is(end, Term.Utc) && text[end].IsCapital && text.Text[text[end].Start + 1] is >= 'A' and <= 'Z')
        {
            time = time with { Zone = text.Word(end).Sign };
            end++;
        }
        else if (text.Word(end).Text is "local" && text.Is(end + 1, Term.Time)) end += 2;
        return time;
    }

    private static void SetTime(ref Draft draft, ClockTime time, int end)
    {
        draft.Type = TimexType.Time;
        draft.End = end;
        draft.Value = draft.Value + time.Value;
        if (time.Zone.Length > 0) draft.Zone = time.Zone;
        if (draft.Place is { Grain: TimeUnit.Day } day && day.First < DateOnly.MaxValue)
        {
            draft.Begins = day.First.ToDateTime(TimeOnly.MinValue) + time.IntoDay;
            draft.Ends = draft.Begins + time.Grain;
        }
    }
}
