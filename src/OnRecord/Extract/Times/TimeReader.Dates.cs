using System.Globalization;
using OnRecord.Extract.Lexemes;

namespace OnRecord.Extract.Times;

internal sealed partial class TimeReader
{
    // 2019-04-03, 2019/04/03, 03/04/2019, 3.4.2019, 10-30-89, 9/11, 2019-04-03T10:30
    private bool TryNumericDate(int first, int at, out Draft draft)
    {
        draft = default;
        if (TryDotted(first, at, out draft)) return true;
        var mark = text[at + 1];
        if (TryNamedMonth(first, at, out draft)) return true;
        if (mark.Kind != LexemeKind.Mark || !mark.IsGlued || mark.Code is not ('-' or '/' or '‑' or '–') || !text.IsFigures(at + 2) || !text.IsGlued(at + 2)) return false;
        var a = text.Integer(at);
        var b = text.Integer(at + 2);
        if (a < 0 || b < 0) return false;
        var isThree = text.IsMark(at + 3, (char)mark.Code) && text.IsGlued(at + 3) && text.IsFigures(at + 4) && text.IsGlued(at + 4);
        if (isThree && text.IsMark(at + 5, (char)mark.Code) && text.IsGlued(at + 5) && text.IsGlued(at + 6)) return false;
        if (!isThree)
        {
            if (mark.Code == '/' && a == 9 && b == 11 && !(text.IsGlued(at + 3) && (text.IsWord(at + 3) || text.IsFigures(at + 3))))
            {
                draft = Draft.At(first, at + 3, new CalendarSpan(TimeUnit.Day, new DateOnly(2001, 9, 11)));
                return true;
            }
            // 2019-04
            if (text.Length(at) == 4 && a is >= 1000 and < 2200 && text.Length(at + 2) == 2 && mark.Code == '-' && b is >= 1 and <= 12 && !(text.Integer(at) % 100 + 1 == b))
            {
                draft = Draft.At(first, at + 3, new CalendarSpan(TimeUnit.Month, new DateOnly(a, b, 1)));
                return true;
            }
            return mark.Code == '/' && TryDayAndMonth(first, at, a, b, out draft);
        }
        var c = text.Integer(at + 4);
        if (c < 0 || text.IsGlued(at + 5) && text.IsFigures(at + 5)) return false;
        var end = at + 5;
        if (text.Length(at) == 4)
        {
            if (text.Length(at + 2) > 2 || text.Length(at + 4) > 2 || a is < 1000 or > 2200) return false;
            draft = FromNumbers(first, end, a, b, c);
            if (draft.Place is not null && text.Is(end, Term.T) || text.IsGlued(end) && text.IsWord(end)) TryIsoTime(ref draft, end);
            return true;
        }
        var years = text.Length(at + 4);
        if (years is not (2 or 4) || text.Length(at) > 2 || text.Length(at + 2) > 2) return false;
        var year = years == 4 ? c : FullYear(c);
        if (year is < 1000 or > 2200) return false;
        draft = FromPair(first, end, a, b, year);
        return true;
    }

    // 2019-aug-01, 2019/Aug/1
    private bool TryNamedMonth(int first, int at, out Draft draft)
    {
        draft = default;
        var mark = text[at + 1];
        if (text.Length(at) != 4 || mark.Kind != LexemeKind.Mark || !mark.IsGlued || mark.Code is not ('-' or '/') || !text.Has(at + 2, WordClass.Month) || !text.IsGlued(at + 2) || !text.IsMark(at + 3, (char)mark.Code) || !text.IsGlued(at + 3) || !text.IsFigures(at + 4) || !text.IsGlued(at + 4) || text.Length(at + 4) > 2) return false;
        var year = text.Integer(at);
        if (year is < 1000 or > 2200) return false;
        draft = FromNumbers(first, at + 5, year, text.Word(at + 2).Number, text.Integer(at + 4));
        return true;
    }

    // "on 22/04", "Friday 5/12", "from 10/1 to 11/7": two figures and a stroke are a day only where a word before them says so.
    private bool TryDayAndMonth(int first, int at, int a, int b, out Draft draft)
    {
        draft = default;
        var isTo = text.Is(at - 1, Term.To) && text.IsFigures(at - 2) && text.IsMark(at - 3, '/');
        if (text.Length(at) > 2 || text.Length(at + 2) > 2 || !StandsAlone(at + 3) && !text.IsFigures(at + 3) || !isTo && !text.Has(at - 1, WordClass.Weekday) && text.Term(at - 1) is not (Term.On or Term.By or Term.Until or Term.Since)
            && !(text.Is(at - 1, Term.From) && text.Is(at + 3, Term.To) && text.IsFigures(at + 4) && text.IsMark(at + 5, '/'))) return false;
        var order = FromPair(first, at + 3, a, b, 2000);
        if (order.Unresolved == TimeRefusal.Impossible) return false;
        if (order.Place is not { } place)
        {
            draft = order with { Value = "XXXX-XX-XX", Readings = [.. order.Readings!.Select(r => "XXXX" + r[4..])] };
            return true;
        }
        return Guess(first, at + 3, place.First.Month, place.First.Day, 0, out draft);
    }

    private bool TryDotted(int first, int at, out Draft draft)
    {
        // The lexer keeps 3.4.2019 together.
        draft = default;
        var length = text.Length(at);
        if (length is < 6 or > 10) return false;
        Span<int> parts = stackalloc int[3];
        var count = 0;
        var digits = 0;
        foreach (var c in text.Slice(at))
        {
            if (c == ',') return false;
            if (c == '.')
            {
                if (++count > 2) return false;
                digits = 0;
                continue;
            }
            if (++digits > 4) return false;
            parts[count] = parts[count] * 10 + c - '0';
        }
        if (count != 2 || digits != 4 || parts[2] is < 1900 or > 2100) return false;
        draft = FromNumbers(first, at + 1, parts[2], parts[1], parts[0]);
        return true;
    }

    private void TryIsoTime(ref Draft draft, int at)
    {
        // The T of 2019-04-03T10:30 is a word of its own.
        if (!text.Is(at, Term.T) || !text.IsGlued(at) || !text.IsFigures(at + 1) || !text.IsGlued(at + 1)) return;
        if (ReadClock(at + 1, out var time, out var end, out _))
        {
            if (text.Is(end, Term.Z) && text.IsGlued(end))
            {
                time = time with { Zone = "Z" };
                end++;
            }
            SetTime(ref draft, time, end);
        }
    }

    private int FullYear(int twoFigures)
    {
        // The century that puts the year nearest to the document, and not more than twenty years ahead of it.
        var now = published?.Year ?? 2000;
        var year = now / 100 * 100 + twoFigures;
        if (year > now + 20) year -= 100;
        else if (year <= now - 80) year += 100;
        return Math.Clamp(year, 1, 9999);
    }

    private Draft FromNumbers(int first, int end, int year, int month, int day)
    {
        var written = string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{month:D2}-{day:D2}");
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return Draft.Refused(first, end, "XXXX-XX-XX", TimeRefusal.Impossible) with { Readings = [written] };
        return Draft.At(first, end, new CalendarSpan(TimeUnit.Day, new DateOnly(year, month, day)));
    }

    private Draft FromPair(int first, int end, int a, int b, int year)
    {
        var isMonthFirst = a is >= 1 and <= 12 && b >= 1 && b <= DateTime.DaysInMonth(year, a);
        var isDayFirst = b is >= 1 and <= 12 && a >= 1 && a <= DateTime.DaysInMonth(year, b);
        if (isMonthFirst && isDayFirst && a != b)
        {
            if (setting.Country is null)
            {
                return Draft.Refused(first, end, string.Create(CultureInfo.InvariantCulture, $"{year:D4}-XX-XX"), TimeRefusal.AmbiguousOrder) with
                {
                    Readings = [string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{b:D2}-{a:D2}"), string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{a:D2}-{b:D2}")],
                };
            }
            isDayFirst = Countries.PutsDayFirst(setting.Country);
        }
        else if (!isMonthFirst && !isDayFirst)
        {
            return Draft.Refused(first, end, "XXXX-XX-XX", TimeRefusal.Impossible);
        }
        return isDayFirst ? FromNumbers(first, end, year, b, a) : FromNumbers(first, end, year, a, b);
    }

    /// <summary>A day of the month at a lexeme: 3, 3rd, third, thirty-first.</summary>
    private bool TryDay(int at, out int day, out int end, out bool isOrdinal)
    {
        isOrdinal = false;
        end = at + 1;
        day = 0;
        if (text.IsFigures(at))
        {
            if (text.Length(at) > 2) return false;
            day = text.Integer(at);
            if (text.Is(end, Term.Th) && text.IsGlued(end))
            {
                isOrdinal = true;
                end++;
            }
            else if (text.IsGlued(end) && (text.IsWord(end) || text.IsMark(end, '%') || text.IsMark(end, ':') && text.IsGlued(end + 1) && text.IsFigures(end + 1))) return false;
            // "May 2.5" and "May 3%" hold no days; "Oct. 3-5" does.
            return day is >= 1 and <= 99;
        }
        var word = text.Word(at);
        if (word.Has(WordClass.Ordinal) && word.Number is >= 1 and <= 30)
        {
            day = word.Number;
            isOrdinal = true;
            return true;
        }
        var unit = text.IsHyphen(end) ? end + 1 : end;
        if (word.Has(WordClass.Tens) && !word.Has(WordClass.Plural) && word.Number is 20 or 30 && text.Has(unit, WordClass.Ordinal) && text.Word(unit).Number < 10)
        {
            day = word.Number + text.Word(unit).Number;
            end = unit + 1;
            isOrdinal = true;
            return true;
        }
        return false;
    }

    private bool TryFullYear(int at, out int year, out int end)
    {
        year = text.Integer(at);
        end = at + 1;
        if (text.Length(at) == 4 && year is >= 1000 and < 2200)
        {
            return !text.IsGlued(end) || text[end].Kind != LexemeKind.Word && !text.IsMark(end, '%') && !text.IsMark(end, '/');
        }
        if (text.IsApostrophe(at) && text.IsFigures(at + 1) && text.IsGlued(at + 1) && text.Length(at + 1) == 2)
        {
            year = FullYear(text.Integer(at + 1));
            end = at + 2;
            return !text.IsGlued(end) || text[end].Kind != LexemeKind.Word;
        }
        return false;
    }

    // April 3, 2019; Oct. 3-5; June 1990; June last year; April
    private bool TryMonth(int first, int at, out Draft draft)
    {
        draft = default;
        var word = text.Word(at);
        if (!IsNameOfMonth(at) && !(text.IsFigures(at + 1) && text.Length(at + 1) <= 4) && !IsPlacePreposition(at - 1) && (word.Text is "may" or "march" || !text.Has(at + 1, WordClass.Ordinal) && !(text.Is(at + 1, Term.Of) && TryFullYear(at + 2, out _, out _)))) return false;
        var next = at + 1;
        if (word.Has(WordClass.CutShort) && text.IsMark(next, '.') && text.IsGlued(next)) next++;
        var isSafe = !(word.Has(WordClass.CutShort) && next == at + 1) && word.Text is not ("may" or "march");
        var isSlashed = text.IsMark(next, '/') && text.IsGlued(next) && text.IsGlued(next + 1) && text.IsFigures(next + 1);
        var dayAt = text.Is(next, Term.The) ? next + 1 : text.IsJoint(next) || isSlashed ? next + 1 : next;
        if (TryDay(dayAt, out var day, out var end, out var isOrdinal) && (dayAt == next || isOrdinal || isSlashed || text.IsJoint(next)) && !(text.IsFigures(dayAt) && IsYearShort(dayAt)) && !IsCountedAfter(end, isOrdinal))
        {
            var upTo = 0;
            if (text.IsHyphen(end) && text.IsGlued(end) && text.IsFigures(end + 1) && text.Length(end + 1) <= 2 && text.Integer(end + 1) is var until && until > day && until <= 31)
            {
                upTo = until;
                end += 2;
            }
            var yearAt = text.IsMark(end, ',') || text.Term(end) is Term.Of or Term.In || text.IsJoint(end) ? end + 1 : end;
            if (TryFullYear(yearAt, out var year, out var yearEnd) || TrySpelledYearValue(yearAt, out year, out yearEnd)) return Place(first, yearEnd, year, word.Number, day, upTo, out draft);
            return Guess(first, end, word.Number, day, upTo, out draft);
        }
        var ofYear = text.IsMark(next, ',') || text.Term(next) is Term.Of or Term.In || text.IsJoint(next) || text.IsMark(next, '/') && text.IsGlued(next) && text.IsGlued(next + 1) ? next + 1 : next;
        if (TryFullYear(ofYear, out var monthYear, out var monthEnd))
        {
            draft = Draft.At(first, monthEnd, new CalendarSpan(TimeUnit.Month, new DateOnly(monthYear, word.Number, 1)));
            return true;
        }
        if (TrySpelledYearValue(ofYear, out monthYear, out monthEnd))
        {
            draft = Draft.At(first, monthEnd, new CalendarSpan(TimeUnit.Month, new DateOnly(monthYear, word.Number, 1)));
            return true;
        }
        if (text.Has(next, WordClass.Pointer | WordClass.Determiner) && text.Is(next + 1, Term.Year) && text.Term(next) is Term.Last or Term.Next or Term.This)
        {
            if (published is not { } now)
            {
                draft = Draft.Open(first, next + 2, string.Create(CultureInfo.InvariantCulture, $"XXXX-{word.Number:D2}"), null);
                return true;
            }
            var shift = text.Term(next) switch { Term.Last => -1, Term.Next => 1, _ => 0 };
            draft = Draft.At(first, next + 2, new CalendarSpan(TimeUnit.Month, new DateOnly(Math.Clamp(now.Year + shift, 1, 9999), word.Number, 1)));
            return true;
        }
        if (!isSafe && !IsPlacePreposition(at - 1) && !text.Has(at - 1, WordClass.Phase) && !(text.IsHyphen(at - 1) && text.Has(at - 2, WordClass.Phase)) && first == at) return false;
        if (!isSafe && (word.Has(WordClass.CutShort) && next == at + 1 && !(text[at].IsCapital && text.Term(at - 1) is Term.In or Term.From or Term.To or Term.Until or Term.Since or Term.Between) || !text[at].IsCapital)) return false;
        // Names of people: "April Jones", "Theresa May", "August Strindberg".
        if (text.IsWord(next) && text[next].IsCapital && text[next].Code == 0 && !text.IsGlued(next) && !IsPlacePreposition(at - 1)) return false;
        if (text.IsWord(at - 1) && text[at - 1].IsCapital && text[at - 1].Code == 0 && first == at && word.Text is "may" or "april" or "june" or "august") return false;
        return GuessMonth(first, next, at, word.Number, out draft);
    }

    private bool IsYearShort(int at) => text.Length(at) == 4;

    // "May 3 million", "in March 15 people": the figure counts what follows.
    private bool IsCountedAfter(int at, bool isOrdinal) => !isOrdinal && (text.Has(at, WordClass.Scale | WordClass.Percent) || text.IsMark(at, '%'));

    private bool IsPlacePreposition(int at) => text.Term(at) is Term.In or Term.Of or Term.By or Term.Since or Term.Until or Term.Before or Term.After or Term.From or Term.To or Term.Through or Term.During or Term.Between or Term.Last or Term.Next or Term.This or Term.Each or Term.Every or Term.For or Term.On or Term.Following or Term.Past or Term.Coming or Term.Mid;

    // 3 April 2019, the third of April, 3-5 April
    private bool TryDayMonth(int first, int at, out Draft draft)
    {
        draft = default;
        if (!TryDay(at, out var day, out var end, out var isOrdinal) || day > 31) return false;
        var upTo = 0;
        if (text.IsHyphen(end) && text.IsGlued(end) && text.IsFigures(end + 1) && text.Length(end + 1) <= 2 && text.Integer(end + 1) is var until && until > day && until <= 31)
        {
            upTo = until;
            end += 2;
        }
        if (text.IsJoint(end) || text.IsMark(end, '/') && text.IsGlued(end)) end++;
        if (text.Is(end, Term.Of)) end++;
        if (!text.Has(end, WordClass.Month) || !IsNameOfMonth(end) && (text.Word(end).Text is "may" or "march" or "mar" or "august") && !(isOrdinal && text.Is(end - 1, Term.Of)) && !TryFullYear(end + 1, out _, out _)) return false;
        var month = text.Word(end).Number;
        if (!isOrdinal && text.Word(end).Text is "may" && !text.IsMark(end + 1, ',') && text.Has(end + 1, WordClass.Function) && !text.Has(end + 1, WordClass.Preposition)) return false;
        end++;
        if (text.Has(end - 1, WordClass.CutShort) && text.IsMark(end, '.') && text.IsGlued(end)) end++;
        var yearAt = text.IsMark(end, ',') || text.IsJoint(end) || text.IsMark(end, '/') && text.IsGlued(end) || text.Term(end) is Term.Of or Term.In ? end + 1 : end;
        if (TryFullYear(yearAt, out var year, out var yearEnd) || TrySpelledYearValue(yearAt, out year, out yearEnd)) return Place(first, yearEnd, year, month, day, upTo, out draft);
        return Guess(first, end, month, day, upTo, out draft);
    }

    private bool Place(int first, int end, int year, int month, int day, int upTo, out Draft draft)
    {
        draft = FromNumbers(first, end, year, month, day);
        if (upTo > 0 && draft.Place is not null && upTo <= DateTime.DaysInMonth(year, month)) draft.Ends = new CalendarSpan(TimeUnit.Day, new DateOnly(year, month, upTo)).End.ToDateTime(TimeOnly.MinValue);
        AddTime(ref draft);
        return true;
    }

    /// <summary>A day and month without a year: the year that puts it nearest to the document, on the side that the verb points to.</summary>
    private bool Guess(int first, int end, int month, int day, int upTo, out Draft draft)
    {
        if (published is not { } now)
        {
            draft = day > DateTime.DaysInMonth(2000, month)
                ? Draft.Refused(first, end, "XXXX-XX-XX", TimeRefusal.Impossible)
                : Draft.Open(first, end, string.Create(CultureInfo.InvariantCulture, $"XXXX-{month:D2}-{day:D2}"), null);
            AddTime(ref draft);
            return true;
        }
        if (day > DateTime.DaysInMonth(2000, month))
        {
            draft = Draft.Refused(first, end, "XXXX-XX-XX", TimeRefusal.Impossible);
            return true;
        }
        if (month == 9 && day == 11 && now.Year > 2002 && text.Word(end).Text is "attacks" or "attack" or "terrorist" or "terror" or "hijackers") return Place(first, end, 2001, month, day, 0, out draft);
        var year = YearOf(now, new DateOnly(2000, month, day), first, end);
        return Place(first, end, year, month, day, upTo, out draft);
    }

    private bool GuessMonth(int first, int end, int at, int month, out Draft draft)
    {
        if (published is not { } now)
        {
            draft = Draft.Open(first, end, string.Create(CultureInfo.InvariantCulture, $"XXXX-{month:D2}"), null);
            return true;
        }
        int year;
        switch (text.Term(at - 1))
        {
            case Term.Last or Term.Past when first < at:
                year = month < now.Month ? now.Year : now.Year - 1;
                break;
            case Term.Next or Term.Coming when first < at:
                year = month > now.Month ? now.Year : now.Year + 1;
                break;
            case Term.This when first < at:
                year = now.Year;
                break;
            default:
                year = YearAfterRange(end, month) ?? YearOf(now, new DateOnly(2000, month, Math.Min(now.Day, 28)), first, end, true);
                break;
        }
        draft = Draft.At(first, end, new CalendarSpan(TimeUnit.Month, new DateOnly(Math.Clamp(year, 1, 9999), month, 1)));
        return true;
    }

    // "from May to October 2020": the first month is in the year of the second, or the one before where it comes later in the year.
    private int? YearAfterRange(int at, int month)
    {
        if (text.Term(at) is not (Term.To or Term.Through or Term.Until or Term.And) && !text.IsHyphen(at) || !text.Has(at + 1, WordClass.Month)) return null;
        var next = at + 2;
        if (text.IsMark(next, '.')) next++;
        if (!TryFullYear(next, out var year, out _)) return null;
        return month <= text.Word(at + 1).Number ? year : year - 1;
    }

    private int YearOf(DateOnly now, DateOnly monthAndDay, int first, int end, bool isMonth = false)
    {
        var best = now.Year;
        var distance = int.MaxValue;
        for (var year = Math.Max(1, now.Year - 1); year <= Math.Min(9999, now.Year + 1); year++)
        {
            var day = new DateOnly(year, monthAndDay.Month, Math.Min(monthAndDay.Day, DateTime.DaysInMonth(year, monthAndDay.Month)));
            var apart = Math.Abs(day.DayNumber - now.DayNumber);
            if (apart < distance) (best, distance) = (year, apart);
        }
        var nearest = new DateOnly(best, monthAndDay.Month, Math.Min(monthAndDay.Day, DateTime.DaysInMonth(best, monthAndDay.Month)));
        var tense = TenseAt(first, end);
        // News names days ahead where they are near ("payable Dec. 15") and months ahead with a verb that points there.
        if (tense != Tense.Future && nearest.DayNumber - now.DayNumber > (isMonth ? 62 : 130) && best > 1) return best - 1;
        if (tense == Tense.Future && now.DayNumber - nearest.DayNumber > 61 && best < 9999) return best + 1;
        return best;
    }
}
