using System.Globalization;
using OnRecord.Extract.Lexemes;

namespace OnRecord.Extract.Times;

internal sealed partial class TimeReader
{
    // 2019, the 1990s, 1989-90, 2018/19
    private bool TryYear(int first, int at, out Draft draft)
    {
        draft = default;
        var length = text.Length(at);
        var year = text.Integer(at);
        var end = at + 1;
        if (length == 2 && text.Is(end, Term.S) && text.IsGlued(end) && year % 10 == 0 && text.Is(at - 1, Term.The))
        {
            draft = Draft.At(first, end + 1, CalendarSpan.Around(new DateOnly(year >= 20 ? 1900 + year : 2000 + year, 1, 1), TimeUnit.Decade));
            return true;
        }
        if (length != 4 || year is < 1000 or >= 2200) return false;
        if (text.IsApostrophe(end) && text.IsGlued(end) && text.Is(end + 1, Term.S) && text.IsGlued(end + 1) && year % 10 == 0 && !text.Is(at - 1, Term.In) && text.Is(at - 1, Term.The))
        {
            draft = Draft.At(first, end + 2, CalendarSpan.Around(new DateOnly(year, 1, 1), TimeUnit.Decade));
            return true;
        }
        if (text.IsGlued(end))
        {
            if (text.Is(end, Term.S))
            {
                var isDecade = year % 10 == 0;
                if (!isDecade) return false;
                draft = Draft.At(first, end + 1, CalendarSpan.Around(new DateOnly(year, 1, 1), year % 100 == 0 && year < 2000 ? TimeUnit.Century : TimeUnit.Decade));
                return true;
            }
            if (text.IsWord(end) || text.IsMark(end, '%') || text.IsMark(end, '$')) return false;
            if ((text.IsHyphen(end) || text.IsMark(end, '/')) && text.IsGlued(end + 1) && text.IsFigures(end + 1))
            {
                // 1998-1999 and 2018/19 are one stretch.
                var until = text.Integer(end + 1);
                var isShort = text.Length(end + 1) == 2;
                if (isShort) until += year / 100 * 100;
                // 1998-99, 2018/19; what is further apart in two figures is a number of something.
                if (isShort && until > year + 20 || text.IsGlued(at) && text.IsHyphen(at - 1)) return false;
                if (!isShort && text.Length(end + 1) != 4 || until <= year || until > 2200 || text.IsGlued(end + 2) && text.IsHyphen(end + 2)) return false;
                draft = Draft.Of(first, end + 2, TimexType.Date, string.Create(CultureInfo.InvariantCulture, $"{year:D4}/{until:D4}"));
                draft.Begins = new DateTime(year, 1, 1);
                draft.Ends = new DateTime(Math.Min(9999, until + 1), 1, 1);
                return true;
            }
        }
        if (TryYearThenPart(first, end, year, out draft)) return true;
        // In the year's own dress: "in 1999", "by 2024", "the 1996 Olympics". A figure that counts or measures is none.
        if (!text.IsGlued(end) && (text.Has(end, WordClass.Scale | WordClass.Percent) || IsMeasure(end)) || text.IsMark(end, '%')) return false;
        if (text.Has(end, WordClass.TimeUnit) && text.Has(end, WordClass.Plural)) return false;
        if (text.Is(at - 1, Term.Number) || text.IsMark(at - 1, '#') || text.IsMark(at - 1, '.') && text.Is(at - 2, Term.Number)) return false;
        if (text[at - 1].Kind == LexemeKind.Mark && text[at - 1].Code is '$' or '£' or '€' or '¥' or '#') return false;
        var isCued = IsYearPreposition(at - 1);
        if (!isCued && (year is < 1500 or > 2099 || year % 100 == 0 && year != 2000 && LooksCounted(end))) return false;
        if (!isCued && LooksCounted(end) && !text.Is(at - 1, Term.The) && year % 10 == 0 && !IsCapitalized(end)) return false;
        draft = Draft.At(first, end, CalendarSpan.Year(year));
        return true;
    }

    private bool IsMeasure(int at) => text.Has(at, WordClass.Measure | WordClass.Money) && !text.Has(at, WordClass.Function | WordClass.ChangeVerb | WordClass.TimeUnit) && text.Word(at).Measure is { IsSign: false };

    private bool IsCapitalized(int at) => text.IsWord(at) && text[at].IsCapital;

    private bool IsYearPreposition(int at) => text.Term(at) is Term.In or Term.Since or Term.By or Term.Until or Term.Before or Term.After or Term.During or Term.Through or Term.Year or Term.Fiscal or Term.From || text.Has(at, WordClass.Month | WordClass.Season);

    // A plural noun follows: "2000 soldiers".
    private bool LooksCounted(int at) => text.IsWord(at) && !text[at].IsCapital && !text.Has(at, WordClass.Function | WordClass.Preposition) && text.Length(at) > 2 && (text.Text[text[at].End - 1] == 's' || text.Word(at).Text is "people" or "men" or "women" or "children");

    // '98, '90s
    private bool TryShortYear(int first, int at, out Draft draft)
    {
        draft = default;
        if (!text.IsFigures(at + 1) || !text.IsGlued(at + 1) || text.Length(at + 1) != 2) return false;
        var two = text.Integer(at + 1);
        var end = at + 2;
        if (text.Is(end, Term.S) && text.IsGlued(end) && two % 10 == 0)
        {
            draft = Draft.At(first, end + 1, CalendarSpan.Around(new DateOnly(FullYear(two), 1, 1), TimeUnit.Decade));
            return true;
        }
        if (text.IsGlued(end) && text.IsWord(end) || text.IsApostrophe(end) && text.IsGlued(end)) return false;
        draft = Draft.At(first, end, CalendarSpan.Year(FullYear(two)));
        return true;
    }

    // nineteen ninety-six, two thousand (and) eight, twenty nineteen; the nineties
    private bool TrySpelledYear(int first, int at, out Draft draft)
    {
        draft = default;
        if (text.Has(at, WordClass.Tens) && text.Has(at, WordClass.Plural))
        {
            if (!text.Is(at - 1, Term.The) && !text.Has(at - 1, WordClass.Phase)) return false;
            draft = Draft.At(first, at + 1, CalendarSpan.Around(new DateOnly(text.Word(at).Number == 0 ? 2000 : 1900 + text.Word(at).Number, 1, 1), TimeUnit.Decade));
            return true;
        }
        if (!TrySpelledYearValue(at, out var year, out var end)) return false;
        draft = Draft.At(first, end, CalendarSpan.Year(year));
        return true;
    }

    private bool TrySpelledYearValue(int at, out int year, out int end)
    {
        year = 0;
        end = at;
        var head = text.Word(at);
        if (head.Has(WordClass.Plural)) return false;
        if (head.Number is 19 or 18 or 17 or 20 && head.Has(WordClass.Small | WordClass.Tens))
        {
            var next = text.IsHyphen(at + 1) ? at + 2 : at + 1;
            var tens = text.Word(next);
            if (tens.Has(WordClass.Plural)) return false;
            int two;
            if (tens.Has(WordClass.Tens))
            {
                two = tens.Number;
                end = next + 1;
                var unit = text.IsHyphen(end) ? end + 1 : end;
                if (text.Has(unit, WordClass.Small) && text.Word(unit).Number is >= 1 and <= 9)
                {
                    two += text.Word(unit).Number;
                    end = unit + 1;
                }
            }
            else if (tens.Has(WordClass.Small) && tens.Number >= 10)
            {
                two = tens.Number;
                end = next + 1;
            }
            else return false;
            if (head.Number == 20 && (two < 10 || text.IsHyphen(at + 1))) return false;
            if (text.Has(end, WordClass.Scale | WordClass.TimeUnit | WordClass.Percent)) return false;
            year = head.Number * 100 + two;
            return true;
        }
        if (head.Number == 2 && head.Has(WordClass.Small) && text.Is(at + 1, Term.Thousand) && IsYearPreposition(at - 1))
        {
            year = 2000;
            end = at + 2;
            var next = text.Is(end, Term.And) ? end + 1 : end;
            if (text.Has(next, WordClass.Small))
            {
                year += text.Word(next).Number;
                end = next + 1;
            }
            else if (text.Has(next, WordClass.Tens) && !text.Has(next, WordClass.Plural))
            {
                year += text.Word(next).Number;
                var unit = text.IsHyphen(next + 1) ? next + 2 : next + 1;
                var hasUnit = text.Has(unit, WordClass.Small) && text.Word(unit).Number is > 0 and < 10;
                if (hasUnit) year += text.Word(unit).Number;
                end = hasUnit ? unit + 1 : next + 1;
            }
            return !text.Has(end, WordClass.TimeUnit) && !LooksCounted(end) && !text.Has(end, WordClass.Scale);
        }
        return false;
    }

    // third quarter of 2019, second half, first week of May, 21st century
    private bool TryOrdinalPart(int first, int at, out Draft draft)
    {
        draft = default;
        int number;
        var next = at + 1;
        if (text.IsFigures(at))
        {
            if (!text.Is(next, Term.Th) || !text.IsGlued(next) || text.Length(at) > 2) return false;
            number = text.Integer(at);
            next++;
        }
        else if (text.Has(at, WordClass.Ordinal))
        {
            number = text.Word(at).Number;
        }
        else if (text.Has(at, WordClass.Tens) && !text.Has(at, WordClass.Plural) && (text.IsHyphen(next) ? next + 1 : next) is var unitAt && text.Has(unitAt, WordClass.Ordinal) && text.Word(unitAt).Number < 10)
        {
            number = text.Word(at).Number + text.Word(unitAt).Number;
            next = unitAt + 1;
        }
        else return false;
        var isJoint = text.IsJoint(next);
        if (isJoint) next++;
        if (text.Is(next, Term.Fiscal) || text.Is(next, Term.Calendar)) next++;
        var word = text.Word(next);
        if (word.Term == Term.Century)
        {
            if (number is < 1 or > 30) return false;
            draft = Draft.At(first, next + 1, CalendarSpan.Around(new DateOnly(Math.Max(1, (number - 1) * 100), 1, 1), TimeUnit.Century));
            return true;
        }
        if (word.Term == Term.Quarter && number is >= 1 and <= 4 && !word.Has(WordClass.Plural | WordClass.None)) return Part(first, next + 1, number, TimeUnit.Quarter, out draft);
        if (word.Term == Term.Quarter && number is >= 1 and <= 4 && text.Length(next) == 7) return Part(first, next + 1, number, TimeUnit.Quarter, out draft);
        if (word.Term == Term.Half && number is 1 or 2) return Part(first, next + 1, number, TimeUnit.Half, out draft);
        if (word.Unit is TimeUnit.Day or TimeUnit.Week or TimeUnit.Month && TryPartOf(first, next, number, false, out draft)) return true;
        if (word.Has(WordClass.Weekday) && (text.Is(next + 1, Term.Of) || text.Is(next + 1, Term.In)) && number is >= 1 and <= 5)
        {
            // the first Monday in October
            if (!text.Has(next + 2, WordClass.Month) || !TryMonth(next + 2, next + 2, out var month) || month.Place is not { Grain: TimeUnit.Month } place) return false;
            var day = DateOnly.FromDayNumber(Math.Min(DateOnly.MaxValue.DayNumber, place.First.DayNumber + (word.Number - IsoDay(place.First) + 7) % 7 + (number - 1) * 7));
            if (day >= place.End) return false;
            draft = Draft.At(first, month.End, new CalendarSpan(TimeUnit.Day, day));
            return true;
        }
        return false;
    }

    // 2019 Q1, 2018 H2
    private bool TryYearThenPart(int first, int at, int year, out Draft draft)
    {
        draft = default;
        if (text.IsJoint(at)) at++;
        if (text.Term(at) is not (Term.Q or Term.H) || !text.IsGlued(at + 1) || text.Length(at + 1) != 1) return false;
        var number = text.Integer(at + 1);
        var grain = text.Is(at, Term.Q) ? TimeUnit.Quarter : TimeUnit.Half;
        if (number < 1 || number > (grain == TimeUnit.Quarter ? 4 : 2)) return false;
        draft = Draft.At(first, at + 2, InYear(grain, number, year));
        return true;
    }

    /// <summary>A quarter or half with the year that follows, stands before, or is the nearest that fits.</summary>
    private bool Part(int first, int end, int number, TimeUnit grain, out Draft draft)
    {
        var year = 0;
        if (TryYearAfterPart(end, out year, out var yearEnd)) end = yearEnd;
        else if (text.IsFigures(first - 1) && TryFullYear(first - 1, out var before, out var beforeEnd) && beforeEnd == first)
        {
            year = before;
        }
        if (year == 0)
        {
            if (published is not { } now)
            {
                draft = Draft.Open(first, end, string.Create(CultureInfo.InvariantCulture, $"XXXX-{(grain == TimeUnit.Quarter ? 'Q' : 'H')}{number}"), null);
                return true;
            }
            year = now.Year;
            var place = InYear(grain, number, year);
            if (place.First > now && TenseAt(first, end) != Tense.Future && year > 1) year--;
        }
        draft = Draft.At(first, end, InYear(grain, number, year));
        return true;
    }

    private static CalendarSpan InYear(TimeUnit grain, int number, int year) => new(grain, new DateOnly(Math.Clamp(year, 1, 9999), (number - 1) * (grain == TimeUnit.Quarter ? 3 : 6) + 1, 1));

    // of 2019, 2019, of this year, this year, of last year
    private bool TryYearAfterPart(int at, out int year, out int end)
    {
        year = 0;
        end = at;
        var next = text.Is(at, Term.Of) || text.Is(at, Term.In) || text.IsMark(at, ',') ? at + 1 : at;
        if (text.Is(next, Term.The) && text.Term(next + 1) is Term.Year or Term.Current)
        {
            if (published is not { } here || !text.Is(at, Term.Of)) return false;
            year = here.Year;
            end = text.Is(next + 1, Term.Year) ? next + 2 : next + 3;
            return true;
        }
        if (text.Is(next, Term.Fiscal)) next += text.Is(next + 1, Term.Year) ? 2 : 1;
        if (TryFullYear(next, out year, out end)) return true;
        if (text.Term(next) is Term.Last or Term.Next or Term.This && text.Is(next + 1, Term.Year) && published is { } now)
        {
            year = now.Year + (text.Term(next) switch { Term.Last => -1, Term.Next => 1, _ => 0 });
            end = next + 2;
            return true;
        }
        year = 0;
        return false;
    }

    // Q3 2019, H1, FY2019, fiscal 2019, fiscal year 2019-20
    private bool TryFiscal(int first, int at, out Draft draft)
    {
        draft = default;
        var term = text.Term(at);
        if (term is Term.Q or Term.H)
        {
            if (!text[at].IsCapital || !text.IsFigures(at + 1) || !text.IsGlued(at + 1) || text.Length(at + 1) != 1) return false;
            var number = text.Integer(at + 1);
            if (number < 1 || number > (term == Term.Q ? 4 : 2) || text.IsGlued(at + 2) && text.IsWord(at + 2)) return false;
            return Part(first, at + 2, number, term == Term.Q ? TimeUnit.Quarter : TimeUnit.Half, out draft);
        }
        var next = at + 1;
        if (text.Is(next, Term.Year)) next++;
        if (term == Term.Fiscal && text.Has(next, WordClass.Ordinal)) return TryOrdinalPart(first, next, out draft);
        if (term == Term.Fy && !text[at].IsCapital || !text.IsFigures(next)) return false;
        var year = text.Integer(next);
        var end = next + 1;
        if (text.Length(next) == 2) year = FullYear(year);
        else if (text.Length(next) != 4 || year is < 1800 or > 2200) return false;
        if ((text.IsHyphen(end) || text.IsMark(end, '/')) && text.IsGlued(end) && text.IsFigures(end + 1) && text.Length(end + 1) is 2 or 4 && text.Integer(end + 1) % 100 == (year + 1) % 100)
        {
            end += 2;
            year++;
        }
        draft = FiscalYear(first, end, year);
        return true;
    }

    private Draft FiscalYear(int first, int end, int year)
    {
        var start = Countries.FiscalYearStart(setting.Country);
        var draft = Draft.At(first, end, CalendarSpan.Year(year));
        if (start > 1)
        {
            draft.Begins = new DateTime(Math.Max(1, year - 1), start, 1);
            draft.Ends = new DateTime(year, start, 1);
        }
        return draft;
    }
}
