using System.Globalization;
using OnRecord.Extract.Lexemes;

namespace OnRecord.Extract.Times;

internal sealed partial class TimeReader
{
    /// <summary>A number with a unit of time: "two years", "29-day", "several weeks", "a year and a half", "two years and three months".</summary>
    private bool TryLength(int at, out Measured length)
    {
        length = default;
        if (!TryAmount(at, out var count, out var isVague, out var next)) return false;
        var unitAt = next;
        if (text.IsJoint(unitAt)) unitAt++;
        else if (text.IsHyphen(unitAt) && text.IsGlued(unitAt) && text.Has(unitAt + 1, WordClass.TimeUnit)) unitAt++;
        else
        {
            for (var i = 0; i < 2 && text.Word(unitAt).Term is Term.More or Term.Additional or Term.Full or Term.Trading or Term.Consecutive or Term.Calendar or Term.Single or Term.Fiscal or Term.Extra or Term.Further or Term.Long; i++) unitAt++;
        }
        // the 5 past years, the ten upcoming days
        var pointer = text.Has(unitAt + 1, WordClass.TimeUnit) && text.Has(unitAt + 1, WordClass.Plural) && text.Term(unitAt) is Term.Past or Term.Last or Term.Previous or Term.Next or Term.Coming or Term.Following ? text.Term(unitAt++) : Term.None;
        var word = text.Word(unitAt);
        if (!word.Has(WordClass.TimeUnit)) return false;
        // "second" is a unit only after a number; "h" and "min" only right after figures.
        if (word.Has(WordClass.CutShort) && !text.IsFigures(at)) return false;
        if (word.Text == "h" && !text.IsGlued(unitAt)) return false;
        var end = unitAt + 1;
        if (word.Has(WordClass.CutShort) && text.IsMark(end, '.') && text.IsGlued(end) && !text.IsBreak(end + 1)) end++;
        var unit = word.Unit;
        string? whole = null;
        var halfAt = text.Is(end + 1, Term.A) ? end + 2 : end + 1;
        if (!isVague && text.Is(end, Term.And) && text.Is(halfAt, Term.Half) && !text.IsWord(halfAt + 1) | text.Has(halfAt + 1, WordClass.Function) | halfAt == end + 2)
        {
            count += 0.5m;
            end = halfAt + 1;
        }
        else if (!isVague && TrySmaller(end, unit, out var smaller))
        {
            whole = Join(Lengths.Of(count, unit), smaller.Value);
            end = smaller.End;
        }
        length = new Measured(count, unit, isVague, end) { Whole = whole, Pointer = pointer };
        return true;
    }

    // "… and three months", "… 30 minutes"
    private bool TrySmaller(int at, TimeUnit unit, out Measured smaller)
    {
        var next = text.Is(at, Term.And) || text.IsMark(at, ',') ? at + 1 : at;
        smaller = default;
        if (!(text.IsFigures(next) || text.Has(next, WordClass.Small | WordClass.Tens)) || text.Has(next, WordClass.Plural)) return false;
        if (text.IsMark(at, ',') && !text.IsFigures(next)) return false;
        if (!NumeralReader.TryRead(text, next, false, out var numeral) || numeral.Value is not { } count || numeral.HasScale) return false;
        var word = text.Word(numeral.End);
        if (!word.Has(WordClass.TimeUnit) || word.Unit >= unit || word.Unit is TimeUnit.Weekend or TimeUnit.Quarter) return false;
        smaller = new Measured(count, word.Unit, false, numeral.End + 1);
        return !(text.Term(numeral.End + 1) is Term.Ago or Term.Old);
    }

    private static string Join(string large, string small)
    {
        // P2Y + P3M, PT2H + PT5M, P1D + PT4H
        var tail = small[1..];
        return large.Contains('T', StringComparison.Ordinal) && tail.StartsWith('T') ? large + tail[1..] : large + tail;
    }

    private bool TryAmount(int at, out decimal count, out bool isVague, out int end)
    {
        count = 0;
        isVague = false;
        end = at;
        var word = text.Word(at);
        switch (word.Term)
        {
            case Term.A or Term.An or Term.Another:
                var next = at + 1;
                if (text.Is(next, Term.Couple))
                {
                    count = 2;
                    end = text.Is(next + 1, Term.Of) ? next + 2 : next + 1;
                    return true;
                }
                if (text.Is(next, Term.Few) || text.Word(next).Text == "handful")
                {
                    isVague = true;
                    end = text.Is(next + 1, Term.Of) ? next + 2 : next + 1;
                    return true;
                }
                if (text.Has(next, WordClass.Scale) && !text.Has(next, WordClass.Plural)) break;
                if (text.Is(next, Term.Half))
                {
                    count = 0.5m;
                    end = text.IsHyphen(next + 1) ? next + 2 : next + 1;
                    return true;
                }
                count = 1;
                end = next;
                return true;
            case Term.Several or Term.Few or Term.Many or Term.Some when text.Has(at + 1, WordClass.Plural) || text.Is(at + 1, Term.More) || text.IsJoint(at + 1):
                isVague = true;
                end = at + 1;
                return true;
            case Term.Couple:
                count = 2;
                end = text.Is(at + 1, Term.Of) ? at + 2 : at + 1;
                return true;
            case Term.Half when text.Term(at + 1) is Term.A or Term.An:
                count = 0.5m;
                end = at + 2;
                return true;
        }
        if (word.Has(WordClass.Scale) && word.Has(WordClass.Plural))
        {
            if (!text.Is(at + 1, Term.Of)) return false;
            isVague = true;
            end = at + 2;
            return true;
        }
        if (!NumeralReader.TryRead(text, at, false, out var numeral) || numeral.Value is not { } value) return false;
        count = value;
        end = numeral.End;
        // two to three weeks, 12-18 months, a year or two: the larger number holds
        var isTo = text.Term(end) is Term.To or Term.Or || text.IsHyphen(end);
        if (isTo && (text.IsFigures(end + 1) || text.Has(end + 1, WordClass.Small | WordClass.Tens)) && NumeralReader.TryRead(text, end + 1, false, out var upper) && upper.Value is { } larger && larger > value)
        {
            var unitAt = text.IsJoint(upper.End) ? upper.End + 1 : upper.End;
            if (text.Has(unitAt, WordClass.TimeUnit) || text.Has(unitAt + 1, WordClass.TimeUnit))
            {
                count = larger;
                end = upper.End;
            }
        }
        return true;
    }

    // two years; two years ago; a year earlier; 30-day; six months from now
    private bool TryCount(int first, int at, bool isHedged, out Draft draft)
    {
        draft = default;
        if (!TryLength(at, out var length)) return false;
        var end = length.End;
        if (text.IsJoint(end) && text.Is(end + 1, Term.Old) || text.Is(end, Term.Old) || text.IsJoint(end) && text.Is(end + 1, Term.Olds)) return false;
        if (length.Count > 1_000_000 && length.Unit >= TimeUnit.Day)
        {
            draft = Draft.Refused(first, end, "PX" + length.Value[^1], TimeRefusal.OutOfRange) with { Type = TimexType.Duration };
            return true;
        }
        // "a second betrayal", "a quarter share": not of time.
        if (text.Term(at) is Term.A or Term.An or Term.Another && text.Term(end - 1) is Term.Second or Term.Quarter && text.IsWord(end) && !text.Has(end, WordClass.Function) && Direction(end, out _) == 0) return false;
        if (text.IsJoint(end - 2) && text.Term(first) is Term.The or Term.Its) first = at;
        var isSoft = text.Is(end, Term.Or) && (text.Is(end + 1, Term.So) || text.Is(end + 1, Term.More) || text.Word(end + 1).Number == 2 && text.Has(end + 1, WordClass.Small) && length.Count == 1);
        if (isSoft) end += 2;
        // "three weeks from tomorrow" is that very day.
        if (text.Is(end, Term.From) && text.Word(end + 1).Sign is "+1" or "-1" && TryBeside(first, end, length, out draft)) return true;
        var way = Direction(end, out var wayEnd);
        // "a few days later", "an hour later": a length, and no day can be told from it.
        if (way == 2 && (length.IsVague || length.Unit < TimeUnit.Day)) way = 0;
        if (way != 0)
        {
            draft = Counted(first, wayEnd, length, way, text.Term(wayEnd - 1));
            if (isSoft) draft.Modifier = TimexModifier.Approx;
            return true;
        }
        if (TryBeside(first, end, length, out draft)) return true;
        // A figure and its rate: "$5 a year", "twice a week" are no lengths.
        if (text.Term(at) is Term.A or Term.An && !isHedged && first == at)
        {
            if (IsRateBefore(at))
            {
                draft = Draft.Of(first, end, TimexType.Set, length.Value);
                return text.Has(at + 1, WordClass.TimeUnit);
            }
        }
        draft = Draft.Of(first, end, TimexType.Duration, length.Value);
        if (isSoft) draft.Modifier = TimexModifier.Approx;
        if (isSoft && text.Is(end - 1, Term.More)) draft.Modifier = TimexModifier.EqualOrMore;
        if (text.Is(first - 1, Term.Within) && published is not null) draft = Anchored(first, length with { End = end }, Term.Next);
        if (length.Pointer != Term.None) draft = Anchored(first, length with { End = end }, length.Pointer);
        if (!length.IsVague && length.Whole is null && text.Is(first - 1, Term.In) && LooksAhead(first, end)) draft.Offset = "+" + length.Value;
        return true;
    }

    /// <summary>
    /// "It will open in two weeks" tells when, "prices rose in two weeks" how long. Only a modal before it or "'s time" behind it
    /// tells the first; after a superlative ("the first visit in 20 years") it is a length whatever the verb.
    /// </summary>
    private bool LooksAhead(int first, int end)
    {
        if (text.IsApostrophe(end) && (text.Is(end + 1, Term.Time) || text.Is(end + 1, Term.S) && text.Is(end + 2, Term.Time))) return true;
        for (var i = first - 2; i > 0 && first - i < TenseReach && !text.EndsSentence(i); i--)
        {
            if (text.Is(i, Term.Will)) return true;
            if (!text.IsWord(i)) continue;
            if (text.Has(i, WordClass.PastVerb | WordClass.Ordinal) || text.Is(i, Term.Have) || text.Term(i) is Term.Most or Term.Least or Term.Only || text.Length(i) > 4 && text.Slice(i).EndsWith("st", StringComparison.OrdinalIgnoreCase)) return false;
        }
        return false;
    }

    // two weeks before Christmas, two days after tomorrow; "three days before 13 May" stays a length and a day, as TimeML has it
    private bool TryBeside(int first, int at, Measured length, out Draft draft)
    {
        draft = default;
        if (text.Term(at) is not (Term.Before or Term.After or Term.From) || length.IsVague || length.Unit < TimeUnit.Day || length.Whole is not null) return false;
        if (!text.Has(at + 1, WordClass.Weekday | WordClass.Holiday | WordClass.Deictic) && !(text.Has(at + 1, WordClass.Pointer) && text.Has(at + 2, WordClass.Weekday))) return false;
        if (!TryPlain(at + 1, at + 1, out var other) || other.Place is not { Grain: TimeUnit.Day } place || length.Count != decimal.Truncate(length.Count)) return false;
        if (!CalendarSpan.TryMove(place.First, length.Unit, (long)length.Count * (text.Is(at, Term.Before) ? -1 : 1), out var moved)) return false;
        draft = Draft.At(first, other.End, new CalendarSpan(TimeUnit.Day, moved));
        return true;
    }

    // A count right before "a year": "$5", "500 people", "10%", "once".
    private bool IsRateBefore(int at)
    {
        for (var i = at - 1; i > at - 4 && i > 0; i--)
        {
            if (text.IsFigures(i) || text.Has(i, WordClass.Scale | WordClass.Percent) || text.Term(i) is Term.Once or Term.Twice or Term.Times or Term.Cents) return true;
            if (!text.IsWord(i) || text.Has(i, WordClass.Function | WordClass.Preposition)) return false;
        }
        return false;
    }

    private int Direction(int at, out int end)
    {
        end = at + 1;
        switch (text.Term(at))
        {
            case Term.Ago:
                return -1;
            case Term.Earlier or Term.Previously:
                return -2;
            case Term.Later:
                return 2;
            case Term.Hence:
                return 1;
            case Term.Before when text[at + 1].Kind != LexemeKind.Word && !text.IsFigures(at + 1):
                return -2;
            case Term.From when text.Is(at + 1, Term.Now):
                end = at + 2;
                return 1;
            case Term.From when text.Word(at + 1).Sign is "+0" or "+1" or "-1" && text.Has(at + 1, WordClass.Deictic):
                end = at + 2;
                return 1;
            default:
                return 0;
        }
    }

    /// <summary>A place in the calendar, so long before or after the day of publication (1, -1) or the place named last (2, -2).</summary>
    private Draft Counted(int first, int end, Measured length, int way, Term closing)
    {
        var isFromLast = Math.Abs(way) == 2 && last is not null;
        var from = isFromLast ? last!.Value.First : published;
        if (length.IsVague)
        {
            return Draft.Of(first, end, TimexType.Date, way < 0 ? "PAST_REF" : "FUTURE_REF");
        }
        var unit = length.Unit switch
        {
            TimeUnit.Fortnight => TimeUnit.Week,
            _ => length.Unit,
        };
        var steps = Math.Sign(way) * (long)Math.Ceiling(length.Count * (length.Unit == TimeUnit.Fortnight ? 2 : 1));
        if (unit is TimeUnit.Hour or TimeUnit.Minute or TimeUnit.Second)
        {
            var offset = (way < 0 ? "-" : "+") + length.Value;
            return published is { } day && way is 1 or -1
                ? Draft.Of(first, end, TimexType.Time, string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}TXX:XX")) with { Offset = offset }
                : Draft.Of(first, end, TimexType.Time, "XXXX-XX-XXTXX:XX") with { Offset = offset };
        }
        // Reports of a quarter compare with the same quarter: "a year earlier" is that quarter.
        if (unit == TimeUnit.Year && length.Count == 1 && lastQuarter is { } quarter && published is not null && length.Whole is null)
        {
            return quarter.First.Year > published.Value.Year - 1 && quarter.TryShift(4 * steps, out var same) ? Draft.At(first, end, same) with { CountsFromLast = true } : Draft.At(first, end, quarter) with { CountsFromLast = true };
        }
        var open = OffsetOf(unit is TimeUnit.Quarter ? TimeUnit.Quarter : unit, steps);
        if (from is not { } start) return Draft.Open(first, end, OpenValue(unit), isFromLast ? null : open);
        if (length.Count != decimal.Truncate(length.Count) && unit == TimeUnit.Year)
        {
            return CalendarSpan.TryMove(start, TimeUnit.Month, Math.Sign(way) * (long)(length.Count * 12), out var halfway)
                ? Draft.At(first, end, CalendarSpan.Around(halfway, TimeUnit.Month)) with { CountsFromLast = isFromLast, Offset = isFromLast ? null : open }
                : Draft.Refused(first, end, "XXXX", TimeRefusal.OutOfRange);
        }
        var grain = unit switch { TimeUnit.Decade or TimeUnit.Century or TimeUnit.Millennium => unit, _ => unit };
        if (!CalendarSpan.TryMove(start, unit, steps, out var moved)) return Draft.Refused(first, end, OpenValue(unit), TimeRefusal.OutOfRange);
        return Draft.At(first, end, CalendarSpan.Around(moved, grain)) with { CountsFromLast = isFromLast, Offset = isFromLast ? null : open };
    }

    // year-earlier, the year-ago quarter, year-earlier period
    private Draft YearAgo(int first, int at)
    {
        var end = at + 3;
        if (text.Has(end, WordClass.Ordinal) && TryOrdinalPart(first, end, out var part) && part.Place is { Grain: TimeUnit.Quarter } quarter)
        {
            var year = Math.Max(2, (lastQuarter ?? quarter).First.Year);
            return Draft.At(first, part.End, quarter with { First = new DateOnly(year - 1, quarter.First.Month, 1) }) with { CountsFromLast = true };
        }
        if (text.Is(end, Term.Period) || text.Is(end, Term.Quarter)) end++;
        return Counted(text.Is(first, Term.A) ? at : first, end, new Measured(1, TimeUnit.Year, false, at + 1), -1, Term.Ago);
    }

    // years, months: only where the words around make a time of them: "for years", "in weeks", "months ago", "decades later"
    private bool TryBareUnit(int first, int at, out Draft draft)
    {
        draft = default;
        var word = text.Word(at);
        if (word.Has(WordClass.CutShort)) return false;
        if (first == at && word.Term == Term.Year && text.IsFigures(at + 1) && TryFullYear(at + 1, out _, out _)) return false;
        // year-end, year end, year's end
        var afterS = text.IsApostrophe(at + 1) && text.Is(at + 2, Term.S) ? at + 3 : text.IsJoint(at + 1) ? at + 2 : at + 1;
        if (word.Term == Term.Year && text.Is(afterS, Term.End))
        {
            draft = Shifted(first, afterS + 1, TimeUnit.Year, 0);
            draft.Modifier = TimexModifier.End;
            return true;
        }
        if (word.Term == Term.Year && text.IsJoint(at + 1) && text.Term(at + 2) is Term.Earlier or Term.Ago)
        {
            draft = YearAgo(first, at);
            return true;
        }
        if (!word.Has(WordClass.Plural)) return false;
        var way = Direction(at + 1, out var end);
        if (way != 0)
        {
            draft = Draft.Of(first, end, TimexType.Date, way < 0 ? "PAST_REF" : "FUTURE_REF");
            return true;
        }
        if (text.Is(at + 1, Term.Or) && text.Has(at + 2, WordClass.TimeUnit) && text.Has(at + 2, WordClass.Plural))
        {
            draft = Draft.Of(first, at + 3, TimexType.Duration, Lengths.Vague(word.Unit));
            return true;
        }
        if (text.IsJoint(at + 1) && text.Is(at + 2, Term.Long))
        {
            draft = Draft.Of(first, at + 3, TimexType.Duration, Lengths.Vague(word.Unit));
            return true;
        }
        if (text.Term(at - 1) is Term.For or Term.Within or Term.After || text.Is(at - 1, Term.In) && !text.Is(at + 1, Term.Of))
        {
            draft = Draft.Of(first, at + 1, TimexType.Duration, Lengths.Vague(word.Unit));
            return word.Unit >= TimeUnit.Minute && word.Unit != TimeUnit.Quarter;
        }
        return false;
    }
}
