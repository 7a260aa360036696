using System.Globalization;
using OnRecord.Extract.Lexemes;

namespace OnRecord.Extract.Times;

internal sealed partial class TimeReader
{
    // every day, each July, every other week, every two years, every Monday morning
    private bool TryEvery(int first, int at, out Draft draft)
    {
        draft = default;
        var next = at + 1;
        var quantifier = text.Is(at, Term.Each) ? "EACH" : "EVERY";
        var count = 1m;
        if (text.Is(next, Term.Other))
        {
            count = 2;
            next++;
        }
        else if (text.Is(next, Term.Single)) next++;
        else if (text.Has(next, WordClass.Ordinal) && !text.Has(next + 1, WordClass.Scale))
        {
            count = text.Word(next).Number;
            next++;
        }
        else if (text.Is(next, Term.Few) && text.Has(next + 1, WordClass.TimeUnit))
        {
            draft = Draft.Of(first, next + 2, TimexType.Set, Lengths.Vague(text.Word(next + 1).Unit)) with { Frequency = quantifier };
            return true;
        }
        else if (text.IsFigures(next) || text.Has(next, WordClass.Small | WordClass.Tens))
        {
            if (!TryLength(next, out var length)) return false;
            draft = Draft.Of(first, length.End, TimexType.Set, length.Value) with { Frequency = quantifier };
            return true;
        }
        var word = text.Word(next);
        if (text.Is(next, Term.Of) && text.Term(next + 1) is Term.The && text.Has(next + 2, WordClass.Pointer) && TryPlain(next + 1, next + 1, out var inner) && inner.Type == TimexType.Duration)
        {
            draft = inner with { First = first };
            return true;
        }
        if (word.Has(WordClass.TimeUnit) && !word.Has(WordClass.Plural | WordClass.CutShort))
        {
            draft = Draft.Of(first, next + 1, TimexType.Set, word.Unit == TimeUnit.Weekend && count == 1 ? "XXXX-WXX-WE" : Lengths.Of(count, word.Unit)) with { Frequency = quantifier };
            AddTimeToSet(ref draft);
            return true;
        }
        if (word.Has(WordClass.Weekday) && !word.Has(WordClass.CutShort))
        {
            var end = next + 1;
            var value = WeekdayValue(word.Number);
            if (text.Has(end, WordClass.DayPart))
            {
                value += "T" + text.Word(end).Sign;
                end++;
            }
            draft = Draft.Of(first, end, TimexType.Set, value) with { Frequency = quantifier };
            AddTimeToSet(ref draft);
            return true;
        }
        if (word.Has(WordClass.Month) && text[next].IsCapital)
        {
            draft = Draft.Of(first, next + 1, TimexType.Set, string.Create(CultureInfo.InvariantCulture, $"XXXX-{word.Number:D2}")) with { Frequency = quantifier };
            return true;
        }
        if (word.Has(WordClass.Season))
        {
            draft = Draft.Of(first, next + 1, TimexType.Set, "XXXX-" + word.Sign) with { Frequency = quantifier };
            return true;
        }
        if (word.Has(WordClass.DayPart))
        {
            draft = Draft.Of(first, next + 1, TimexType.Set, "XXXX-XX-XXT" + word.Sign) with { Frequency = quantifier };
            return true;
        }
        return false;
    }

    // once a week, twice a year, three times a day
    private bool TryFrequency(int first, int at, out Draft draft)
    {
        draft = default;
        int times;
        var next = at + 1;
        switch (text.Term(at))
        {
            case Term.Once:
                times = 1;
                break;
            case Term.Twice:
                times = 2;
                break;
            case Term.Several or Term.Many:
                times = 0;
                if (!text.Is(next, Term.Times)) return false;
                next++;
                break;
            default:
                times = text.Word(at).Number;
                if (!text.Is(next, Term.Times)) return false;
                next++;
                break;
        }
        if (text.Term(next) is not (Term.A or Term.An or Term.Per or Term.Each or Term.Every) || !text.Has(next + 1, WordClass.TimeUnit) || text.Has(next + 1, WordClass.Plural)) return false;
        draft = Draft.Of(first, next + 2, TimexType.Set, Lengths.Of(1, text.Word(next + 1).Unit)) with { Frequency = times == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{times}X") };
        return true;
    }
}
