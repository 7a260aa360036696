using System.Globalization;
using System.Xml;
using OnRecord.Extract;
using OnRecord.Lab.Corpora;
using OnRecord.Language.Text;

namespace OnRecord.Lab.Evaluate;

/// <summary>
/// The share of phrases in which every time is resolved as the specification says and nothing else is found. Where a
/// phrase has several readings any of them will do. What differs is how a resolution is told, and that is evened out here:
/// "from A to B" is one range there and two times here; a bound ("before 2014") is part of the range there and a field here;
/// "Tuesday from 2 to 3" is one range there and a day with two times on it here; "two weeks ago" is a day there and a week
/// with its offset here; a range ends with the first moment of its last day there and with the last here; and the hours
/// that a part of the day is taken for are the specification's own.
/// </summary>
internal static class SpecifiedTimes
{
    public static Metric Score(string folder, TextWriter? errors)
    {
        var phrases = SpecifiedPhrases.Read(folder, "DateTime/English/DateTimeModel.json");
        var right = 0;
        foreach (var phrase in phrases)
        {
            var times = TimeExpressions.Find(phrase.Text, new TimeSetting { Published = phrase.Reference is { } day ? DateOnly.FromDateTime(day) : null, Country = "US" });
            if (IsRight(phrase, times)) right++;
            else errors?.WriteLine($"spec     {phrase.Text} @ {phrase.Reference:yyyy-MM-dd} | {string.Join(" || ", phrase.Results.Select(r => string.Join(" or ", r.Resolutions.Select(f => string.Join(' ', f.Where(p => p.Key is not "type").Select(p => p.Value))))))} | own {string.Join(" || ", times.Select(t => $"{t.Span.Slice(phrase.Text)}={t.Value}"))}");
        }
        return new Metric("recognizers", "dates-and-times", (double)right / phrases.Count, phrases.Count);
    }

    private static bool IsRight(SpecifiedPhrase phrase, IReadOnlyList<Timex> times)
    {
        var taken = new bool[times.Count];
        foreach (var result in phrase.Results)
        {
            var inside = new List<Timex>();
            for (var i = 0; i < times.Count; i++)
            {
                if (result.Start is not { } start || result.End is not { } end || !times[i].Span.Overlaps(new TextSpan(start, end))) continue;
                inside.Add(times[i]);
                taken[i] = true;
            }
            if (!result.Resolutions.Any(fields => Resolves(fields, inside, phrase.Reference))) return false;
        }
        return taken.All(t => t);
    }

    // One time, or the two ends of a range; what else stands in the phrase must hold it or lie in it, as Tuesday holds 2 pm on it.
    private static bool Resolves(IReadOnlyDictionary<string, string> fields, List<Timex> times, DateTime? reference)
    {
        if (times.Count > 4) return false;
        for (var i = 0; i < times.Count; i++)
        {
            if (ResolvesOne(fields, times[i], reference) && times.TrueForAll(t => t == times[i] || IsNested(t, times[i]))) return true;
            for (var j = i + 1; j < times.Count; j++)
            {
                if (ResolvesTwo(fields, times[i], times[j], reference) && times.TrueForAll(t => t == times[i] || t == times[j] || IsNested(t, times[i]) || IsNested(t, times[j]))) return true;
            }
        }
        return false;
    }

    private static bool IsNested(Timex a, Timex b) => a.Begins <= b.Begins && a.Ends >= b.Ends || b.Begins <= a.Begins && b.Ends >= a.Ends;

    private static bool ResolvesTwo(IReadOnlyDictionary<string, string> fields, Timex first, Timex last, DateTime? reference) =>
        fields.TryGetValue("start", out var start) && fields.TryGetValue("end", out var end)
        && IsAt(start, [BeginOf(first, reference)]) && IsAt(end, [BeginOf(last, reference), last.Ends]);

    private static DateTime? BeginOf(Timex time, DateTime? reference) => time.Value == "PRESENT_REF" ? reference : time.Begins;

    private static bool ResolvesOne(IReadOnlyDictionary<string, string> fields, Timex time, DateTime? reference)
    {
        var timex = fields.GetValueOrDefault("timex", "");
        var hasStart = fields.TryGetValue("start", out var start);
        var hasEnd = fields.TryGetValue("end", out var end);
        if (timex.Length > 2 && timex[^3] == 'T' && char.IsAsciiLetterUpper(timex[^1])) return time.Value.EndsWith(timex[^3..], StringComparison.Ordinal) && (timex.Length == 3 || time.Value == timex || start is { Length: > 10 } && time.Value.StartsWith(start[..10], StringComparison.Ordinal));
        if (hasStart && hasEnd) return time.Value == timex || IsAt(start!, [time.Begins, time.Begins?.AddDays(1)]) && IsAt(end!, EndsOf(time));
        if (hasEnd) return IsAt(end!, time.Bound is TimeBound.By or TimeBound.Until ? [time.Begins, time.Ends] : time.Bound == TimeBound.Before ? [time.Begins] : []);
        if (hasStart) return IsAt(start!, time.Bound == TimeBound.After ? [time.Begins, time.Ends] : time.Bound == TimeBound.Since ? [time.Begins] : []);
        if (time.Value == timex || timex.Length > 0 && time.Value == timex + ":00" || time.Type is TimexType.Time or TimexType.Set && timex.StartsWith('T') && time.Value.EndsWith(timex.Length == 3 ? timex + ":00" : timex, StringComparison.Ordinal)) return true;
        if (time.Type == TimexType.Set) return IsSamePeriod(time.Value, timex);
        if (!fields.TryGetValue("value", out var value)) return false;
        if (value == "not resolved" && time.Unresolved == TimeRefusal.Impossible) return true;
        if (time.Offset is { } offset && reference is { } day && IsAt(value, [Moved(day, offset)])) return true;
        return time.Type switch
        {
            TimexType.Duration => IsLength(time.Value, value),
            _ => time.Begins is { } begins && (value.Length == 10 ? value == Text(begins)[..10] && (time.Ends - begins)?.TotalDays <= 1 : IsAt(value, [begins])),
        };
    }

    private static DateTime?[] EndsOf(Timex time) => time.Type switch
    {
        TimexType.Duration => [time.Ends, time.Ends?.AddDays(1), time.Ends?.AddDays(-1)],
        TimexType.Date when time.Value.Contains('/', StringComparison.Ordinal) => [time.Ends, time.Ends?.AddYears(-1)],
        TimexType.Date when time.Value.Length == 10 && (time.Ends - time.Begins)?.TotalDays > 1 => [time.Ends, time.Ends?.AddDays(-1)],
        _ => [time.Ends],
    };

    // A quarter is three months; "every weekend" is both in the specification.
    private static bool IsSamePeriod(string own, string wanted) => (own, wanted) is ("P1Q", "P3M") or ("P6M", "P0.5Y") or ("XXXX-WXX-WE", "P1WE");

    private static DateTime? Moved(DateTime from, string offset)
    {
        var sign = offset[0] == '-' ? -1 : 1;
        var length = offset.TrimStart('+', '-');
        if (length.EndsWith('W')) return int.TryParse(length.AsSpan(1, length.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var weeks) ? from.AddDays(sign * 7 * weeks) : null;
        if (length.Contains('T', StringComparison.Ordinal) || length.EndsWith('D')) return TryLength(length, out var span) ? from + sign * span : null;
        return int.TryParse(length.AsSpan(1, length.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? from.AddMonths(sign * count * (length[^1] == 'Y' ? 12 : 1)) : null;
    }

    private static bool IsAt(string wanted, DateTime?[] moments) => moments.Any(m => m is { } at && wanted.Length switch
    {
        8 => Text(at)[11..] == wanted,
        10 => Text(at)[..10] == wanted,
        _ => Text(at) == wanted,
    });

    private static string Text(DateTime moment) => moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static bool IsLength(string own, string seconds)
    {
        if (!double.TryParse(seconds, NumberStyles.Float, CultureInfo.InvariantCulture, out var wanted)) return false;
        TimeSpan length;
        if (own.EndsWith('W') && double.TryParse(own.AsSpan(1, own.Length - 2), NumberStyles.Float, CultureInfo.InvariantCulture, out var weeks)) length = TimeSpan.FromDays(7 * weeks);
        else if (!TryLength(own, out length)) return false;
        // Half a year is six months here and half of 365 days there.
        return Math.Abs(length.TotalSeconds - wanted) <= Math.Max(1, wanted * 0.005);
    }

    private static bool TryLength(string value, out TimeSpan length)
    {
        try
        {
            length = XmlConvert.ToTimeSpan(value);
            return true;
        }
        catch (FormatException)
        {
            // PXW and P2Q are lengths in TIMEX3 and none in XML.
            length = default;
            return false;
        }
    }
}
