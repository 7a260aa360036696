using System.Globalization;
using OnRecord.Extract.Lexemes;
using OnRecord.Language.Text;

namespace OnRecord.Extract.Times;

/// <summary>Looks for what gives the day or year of publication away: a dateline, an anniversary of a known founding, weekdays with days of the month.</summary>
internal sealed class DateInference(LexemeText text, IReadOnlyList<Draft> drafts)
{
    private const int FoundingReach = 8;

    public List<InferredDate> Find()
    {
        var found = new List<InferredDate>();
        if (Dateline() is { } dateline) found.Add(dateline);
        if (Anniversary() is { } anniversary) found.Add(anniversary);
        if (Weekdays() is { } weekdays) found.Add(weekdays);
        return found;
    }

    // HARWICK, April 3, 2019 (Northern Wire) -
    private InferredDate? Dateline()
    {
        foreach (var draft in drafts)
        {
            if (draft.First > 12) return null;
            if (draft.Place is not { Grain: TimeUnit.Day } day) continue;
            var isPlaceBefore = text.IsMark(draft.First - 1, ',') && text.IsWord(draft.First - 2) && IsUpper(draft.First - 2);
            var isClosed = text.IsMark(draft.End, '(') || text.IsHyphen(draft.End) || text.IsMark(draft.End, '—') || text.IsMark(draft.End, ':');
            if (isPlaceBefore && isClosed) return Made(day.Value, InferredDateGround.Dateline, text.Range(draft.First, draft.End));
        }
        return null;
    }

    private bool IsUpper(int at)
    {
        foreach (var c in text.Slice(at))
        {
            if (char.IsLower(c)) return false;
        }
        return text.Length(at) > 1;
    }

    // "the 70th anniversary of the alliance", which "was created in 1949"
    private InferredDate? Anniversary()
    {
        var foundings = Foundings();
        if (foundings.Count == 0) return null;
        InferredDate? found = null;
        for (var i = 1; i < text.Count; i++)
        {
            if (!text.Is(i, Term.Anniversary) || Ordinal(i, out var first) is not { } count) continue;
            foreach (var (year, words) in foundings)
            {
                var value = (year + count).ToString("D4", CultureInfo.InvariantCulture);
                // Two foundings that disagree give nothing away.
                if (found is not null && found.Value != value) return null;
                found ??= Made(value, InferredDateGround.Anniversary, text.Range(first, i + 1), words);
            }
        }
        return found;
    }

    private int? Ordinal(int at, out int first)
    {
        first = at - 1;
        if (text.Is(first, Term.Th) && text.IsGlued(first) && text.IsFigures(first - 1))
        {
            first--;
            return text.Integer(first) is > 0 and < 1000 and var figures ? figures : null;
        }
        if (!text.Has(first, WordClass.Ordinal)) return null;
        var value = text.Word(first).Number;
        if (text.IsHyphen(first - 1) && text.Has(first - 2, WordClass.Tens) && value < 10)
        {
            first -= 2;
            value += text.Word(first).Number;
        }
        return value > 0 ? value : null;
    }

    private List<(int Year, TextSpan Words)> Foundings()
    {
        var foundings = new List<(int, TextSpan)>();
        foreach (var draft in drafts)
        {
            if (draft.Place is not { Grain: TimeUnit.Year or TimeUnit.Month or TimeUnit.Day } place || draft.CountsFromLast || draft.Offset is not null) continue;
            for (var i = draft.First - 1; i > 0 && draft.First - i <= FoundingReach && !text.EndsSentence(i); i--)
            {
                if (!text.Is(i, Term.Created)) continue;
                foundings.Add((place.First.Year, text.Range(i, draft.End)));
                break;
            }
        }
        return foundings;
    }

    /// <summary>"Wednesday, April 3" and "Tuesday, May 14" agree in one year of six; the first such year that is not before any the text names.</summary>
    private InferredDate? Weekdays()
    {
        var pairs = new List<(int Weekday, int Month, int Day, TextSpan Words)>();
        var latest = 0;
        foreach (var draft in drafts)
        {
            if (draft.Place is { Grain: TimeUnit.Year, First.Year: > 1900 and < 2100 } year && draft.Offset is null && text.Term(draft.First - 1) is not (Term.By or Term.Until)) latest = Math.Max(latest, year.First.Year);
            if (text.Has(draft.First, WordClass.Weekday) && Pair(draft) is { } pair) pairs.Add(pair);
        }
        if (latest == 0 || pairs.Select(p => (p.Month, p.Day)).Distinct().Count() < 2) return null;
        for (var year = latest; year < latest + 5; year++)
        {
            if (!pairs.TrueForAll(p => p.Day <= DateTime.DaysInMonth(year, p.Month) && ((int)new DateOnly(year, p.Month, p.Day).DayOfWeek + 6) % 7 + 1 == p.Weekday)) continue;
            return Made(year.ToString("D4", CultureInfo.InvariantCulture), InferredDateGround.Weekdays, [.. pairs.Select(p => p.Words)]);
        }
        return null;
    }

    private (int Weekday, int Month, int Day, TextSpan Words)? Pair(in Draft draft)
    {
        // Without a day of publication a month and day are XXXX-04-03.
        if (!draft.Value.StartsWith("XXXX-", StringComparison.Ordinal) || draft.Value.Length < 10) return null;
        if (!int.TryParse(draft.Value.AsSpan(5, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var month) || !int.TryParse(draft.Value.AsSpan(8, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var day)) return null;
        return (text.Word(draft.First).Number, month, day, text.Range(draft.First, draft.End));
    }

    private static InferredDate Made(string value, InferredDateGround ground, params TextSpan[] evidence) => new() { Value = value, Ground = ground, Evidence = [.. evidence.Order()] };
}
