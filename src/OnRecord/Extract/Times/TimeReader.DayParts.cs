using OnRecord.Extract.Lexemes;

namespace OnRecord.Extract.Times;

/// <summary>Parts of the day and times of day that follow a day or a recurring time.</summary>
internal sealed partial class TimeReader
{
    private static void SetPart(ref Draft draft, string sign, int end)
    {
        draft.Type = TimexType.Time;
        draft.End = end;
        draft.Value = draft.Value + "T" + sign;
        if (draft.Place is { Grain: TimeUnit.Day } day && day.First.DayNumber + 2 < DateOnly.MaxValue.DayNumber)
        {
            var (from, to) = sign switch { "MO" => (5, 12), "AF" => (12, 18), "EV" => (18, 24), "NI" => (18, 30), _ => (6, 18) };
            var start = day.First.ToDateTime(TimeOnly.MinValue);
            draft.Begins = start.AddHours(from);
            draft.Ends = start.AddHours(to);
        }
    }

    /// <summary>A part of the day or time of day that follows a day: "Wednesday night", "Oct. 5 at 3 p.m.", "tomorrow morning".</summary>
    private void AddTime(ref Draft draft)
    {
        var end = draft.End;
        if (draft.Type != TimexType.Date || draft.Unresolved is not null and not TimeRefusal.NoDocumentDate || draft.Place is not (null or { Grain: TimeUnit.Day })) return;
        if (text.Has(end, WordClass.DayPart) && !text.Has(end, WordClass.Plural) && !text.IsJoint(end))
        {
            SetPart(ref draft, text.Word(end).Sign, end + 1);
            AddHour(ref draft);
            return;
        }
        // "on Tuesday in the morning"
        if (text.Is(end, Term.In) && text.Is(end + 1, Term.The) && text.Has(end + 2, WordClass.DayPart) && !text.Has(end + 2, WordClass.Plural))
        {
            SetPart(ref draft, text.Word(end + 2).Sign, end + 3);
            AddHour(ref draft);
            return;
        }
        var clockAt = text.IsMark(end, ',') || text.Is(end, Term.At) ? end + 1 : end;
        if (text.IsMark(end, ',') && text.Is(clockAt, Term.At)) clockAt++;
        if (clockAt == end && !text.IsFigures(end)) return;
        if (ReadClock(clockAt, out var time, out var clockEnd, out var isSure) && (isSure || text.Is(clockAt - 1, Term.At))) SetTime(ref draft, time, clockEnd);
    }

    /// <summary>The hour of a part of the day, which tells its half: "last night at 8", "in the morning at 7:30".</summary>
    private void AddHour(ref Draft draft)
    {
        var at = draft.End;
        if (draft.Type != TimexType.Time || draft.Value.Length < 3 || draft.Value[^3] != 'T' || text.Term(at) is not (Term.At or Term.Around or Term.About)) return;
        var sign = draft.Value[^2..];
        if (ReadClock(at + 1, out var told, out var toldEnd, out var isSure) && isSure)
        {
            draft.Value = draft.Value[..^3];
            SetTime(ref draft, told, toldEnd);
            return;
        }
        if (!ReadBareHour(at + 1, out var hour, out var minute, out var end) || text.IsHyphen(end) || text.IsMark(end, '%') || text.IsMark(end, '.') && text.IsGlued(end + 1) && text.IsFigures(end + 1) || !StandsAlone(end)) return;
        // Eight at night is 20:00; one at night may be either side of midnight, and is left open.
        var shift = (sign, hour) switch { ("MO", < 12) => 0, ("AF", 12) => 0, ("AF", <= 6) => 12, ("EV", >= 4 and < 12) => 12, ("NI", >= 6 and < 12) => 12, _ => -1 };
        if (shift < 0) return;
        draft.Value = draft.Value[..^3];
        SetTime(ref draft, new ClockTime(hour + shift, minute, -1, ""), end);
    }

    /// <summary>What a part of the day adds to an hour from one to eleven. The small hours are the night's too.</summary>
    private static int HalfOf(string sign, int hour) => sign == "MO" || sign == "NI" && hour < 6 ? 0 : 12;

    // in the morning, in the early evening: of the day that the sentence named; open where it named none
    private bool TryPartInSentence(int first, int at, out Draft draft)
    {
        draft = default;
        var word = text.Word(at);
        if (!word.Has(WordClass.DayPart) || word.Has(WordClass.Plural) || !text.Is(first - 1, Term.In) || text.Is(at + 1, Term.Of) || !StandsAlone(at + 1) && !text.Has(at + 1, WordClass.Weekday)) return false;
        draft = last is { Grain: TimeUnit.Day } named && IsInSentenceOfLast(first) ? Draft.At(first, at + 1, named) with { CountsFromLast = true, IsDayAssumed = true } : Draft.Refused(first, at + 1, "XXXX-XX-XX", TimeRefusal.NoDay);
        SetPart(ref draft, word.Sign, at + 1);
        AddHour(ref draft);
        return true;
    }

    /// <summary>The time of day of a recurring day: "every Monday at 4 p.m.", "Tuesdays at 9am".</summary>
    private void AddTimeToSet(ref Draft draft)
    {
        if (draft.Type != TimexType.Set || !text.Is(draft.End, Term.At)) return;
        var days = draft.Value switch { "P1D" => "XXXX-XX-XX", { Length: 10 } v when v.StartsWith("XXXX-WXX-", StringComparison.Ordinal) => v, _ => null };
        if (days is null || !ReadClock(draft.End + 1, out var time, out var end, out _)) return;
        draft.Value = days + time.Value;
        draft.End = end;
        if (time.Zone.Length > 0) draft.Zone = time.Zone;
    }
}
