using System.Globalization;
using System.Xml;
using OnRecord.Extract;
using OnRecord.Lab.Corpora;
using OnRecord.Language.Text;

namespace OnRecord.Lab.Evaluate;

/// <summary>
/// The share of phrases in which every time is resolved as the specification says and nothing else is found. Where a
/// phrase has several readings any of them will do. "From A to B" is one range there and two times here: its ends are put
/// together before they are compared, as is a bound ("before 2014") with its time.
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
            if (inside.Count == 0 || !result.Resolutions.Any(fields => Resolves(fields, inside))) return false;
        }
        return taken.All(t => t);
    }

    private static bool Resolves(IReadOnlyDictionary<string, string> fields, List<Timex> times)
    {
        var first = times[0];
        if (times.Count > 2) return false;
        var timex = fields.GetValueOrDefault("timex", "");
        if (fields.TryGetValue("start", out var start) | fields.TryGetValue("end", out var end))
        {
            var last = times[^1];
            if (times.Count == 1 && start is not null && end is not null && first.Value == timex) return true;
            if (start is null) return IsAt(end!, first.Bound is TimeBound.By or TimeBound.Until ? [first.Begins, first.Ends] : first.Bound == TimeBound.Before ? [first.Begins] : []);
            if (end is null) return IsAt(start, first.Bound == TimeBound.After ? [first.Begins, first.Ends] : first.Bound == TimeBound.Since ? [first.Begins] : []);
            return times.Count == 1
                ? IsAt(start, [first.Begins, first.Begins?.AddDays(1)]) && IsAt(end, [first.Ends, first.Ends?.AddDays(first.Type == TimexType.Duration ? 1 : 0)])
                : IsAt(start, [first.Begins]) && IsAt(end, [last.Begins, last.Ends]);
        }
        if (times.Count > 1) return false;
        if (first.Value == timex || timex.Length > 0 && first.Value == timex + ":00" || first.Type == TimexType.Time && timex.StartsWith('T') && first.Value.EndsWith(timex.Length == 3 ? timex + ":00" : timex, StringComparison.Ordinal)) return true;
        if (!fields.TryGetValue("value", out var value)) return false;
        if (value == "not resolved" && first.Unresolved == TimeRefusal.Impossible) return true;
        return first.Type switch
        {
            TimexType.Duration => IsLength(first.Value, value),
            TimexType.Set => false,
            _ => first.Begins is { } begins && (value.Length == 10 ? value == Text(begins)[..10] && (first.Ends - begins)?.TotalDays <= 1 : IsAt(value, [begins])),
        };
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
        try
        {
            var weeks = own.EndsWith('W') && !own.Contains('X', StringComparison.Ordinal);
            var length = weeks ? TimeSpan.FromDays(7 * double.Parse(own.AsSpan(1, own.Length - 2), CultureInfo.InvariantCulture)) : XmlConvert.ToTimeSpan(own);
            // Half a year is six months here and half of 365 days there.
            var wanted = double.Parse(seconds, CultureInfo.InvariantCulture);
            return Math.Abs(length.TotalSeconds - wanted) <= Math.Max(1, wanted * 0.005);
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
