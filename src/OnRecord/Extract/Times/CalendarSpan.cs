using System.Globalization;

namespace OnRecord.Extract.Times;

/// <summary>A stretch of the calendar: a day, a week, a quarter, a decade. Proleptic Gregorian, weeks by ISO 8601.</summary>
/// <param name="Grain">How large it is.</param>
/// <param name="First">Its first day.</param>
internal readonly record struct CalendarSpan(TimeUnit Grain, DateOnly First)
{
    /// <summary>The stretch of that size that a day lies in.</summary>
    public static CalendarSpan Around(DateOnly day, TimeUnit grain) => grain switch
    {
        TimeUnit.Week => new(grain, Back(day, ((int)day.DayOfWeek + 6) % 7)),
        TimeUnit.Weekend => new(grain, Forth(Back(day, ((int)day.DayOfWeek + 6) % 7), 5)),
        TimeUnit.Month => new(grain, new DateOnly(day.Year, day.Month, 1)),
        TimeUnit.Quarter => new(grain, new DateOnly(day.Year, (day.Month - 1) / 3 * 3 + 1, 1)),
        TimeUnit.Half => new(grain, new DateOnly(day.Year, day.Month < 7 ? 1 : 7, 1)),
        TimeUnit.Season => new(grain, day.Month == 12 ? new DateOnly(day.Year, 12, 1) : day.Month < 3 ? day.Year > 1 ? new DateOnly(day.Year - 1, 12, 1) : new DateOnly(1, 1, 1) : new DateOnly(day.Year, day.Month / 3 * 3, 1)),
        TimeUnit.Year => new(grain, new DateOnly(day.Year, 1, 1)),
        TimeUnit.Decade => new(grain, new DateOnly(Math.Max(1, day.Year / 10 * 10), 1, 1)),
        TimeUnit.Century => new(grain, new DateOnly(Math.Max(1, day.Year / 100 * 100), 1, 1)),
        TimeUnit.Millennium => new(grain, new DateOnly(Math.Max(1, day.Year / 1000 * 1000), 1, 1)),
        _ => new(TimeUnit.Day, day),
    };

    public static CalendarSpan Year(int year) => new(TimeUnit.Year, new DateOnly(year, 1, 1));

    /// <summary>The first day after it; the last day there is where the calendar ends.</summary>
    public DateOnly End => Grain switch
    {
        TimeUnit.Week => Forth(First, 7),
        TimeUnit.Weekend => Forth(First, 2),
        TimeUnit.Month => Months(1),
        TimeUnit.Quarter or TimeUnit.Season => Months(3),
        TimeUnit.Half => Months(6),
        TimeUnit.Year => Months(12),
        TimeUnit.Decade => Months(120 - First.Year % 10 * 12),
        TimeUnit.Century => Months(1200 - First.Year % 100 * 12),
        TimeUnit.Millennium => Months(12000 - First.Year % 1000 * 12),
        _ => Forth(First, 1),
    };

    /// <summary>The last day of it.</summary>
    public DateOnly Last => End == DateOnly.MaxValue ? End : End.AddDays(-1);

    /// <summary>The TIMEX3 value.</summary>
    public string Value
    {
        get
        {
            var year = First.Year;
            var culture = CultureInfo.InvariantCulture;
            return Grain switch
            {
                TimeUnit.Week => WeekOf(First),
                TimeUnit.Weekend => WeekOf(First) + "-WE",
                TimeUnit.Month => First.ToString("yyyy-MM", culture),
                TimeUnit.Quarter => string.Create(culture, $"{year:D4}-Q{(First.Month + 2) / 3}"),
                TimeUnit.Half => string.Create(culture, $"{year:D4}-H{(First.Month + 5) / 6}"),
                TimeUnit.Season => string.Create(culture, $"{year:D4}-{SeasonSign(First.Month)}"),
                TimeUnit.Year => year.ToString("D4", culture),
                TimeUnit.Decade => (year / 10).ToString("D3", culture),
                TimeUnit.Century => (year / 100).ToString("D2", culture),
                TimeUnit.Millennium => (year / 1000).ToString(culture),
                _ => First.ToString("yyyy-MM-dd", culture),
            };
        }
    }

    /// <summary>The stretch of the same size so many steps on (or back); false where the calendar ends before it.</summary>
    public bool TryShift(long steps, out CalendarSpan shifted)
    {
        shifted = this;
        if (Math.Abs(steps) > 4_000_000) return false;
        var months = Grain switch
        {
            TimeUnit.Month => 1,
            TimeUnit.Quarter or TimeUnit.Season => 3,
            TimeUnit.Half => 6,
            TimeUnit.Year => 12,
            TimeUnit.Decade => 120,
            TimeUnit.Century => 1200,
            TimeUnit.Millennium => 12000,
            _ => 0,
        };
        if (months == 0)
        {
            var days = First.DayNumber + steps * (Grain is TimeUnit.Week or TimeUnit.Weekend ? 7 : 1);
            if (days < 0 || days > DateOnly.MaxValue.DayNumber) return false;
            shifted = this with { First = DateOnly.FromDayNumber((int)days) };
            return true;
        }
        var month = First.Year * 12L + First.Month - 1 + steps * months;
        if (month is < 12 or > 9999 * 12L + 11) return false;
        var first = new DateOnly((int)(month / 12), (int)(month % 12) + 1, 1);
        shifted = Grain is TimeUnit.Day ? this : this with { First = first };
        return true;
    }

    /// <summary>The day that many of a unit before or after a day, the day of the month kept where the month has it.</summary>
    public static bool TryMove(DateOnly day, TimeUnit unit, long count, out DateOnly moved)
    {
        moved = day;
        var months = unit switch { TimeUnit.Month => 1L, TimeUnit.Quarter or TimeUnit.Season => 3, TimeUnit.Half => 6, TimeUnit.Year => 12, TimeUnit.Decade => 120, TimeUnit.Century => 1200, TimeUnit.Millennium => 12000, _ => 0 };
        if (Math.Abs(count) > 4_000_000) return false;
        if (months > 0)
        {
            var month = day.Year * 12L + day.Month - 1 + count * months;
            if (month is < 12 or > 9999 * 12L + 11) return false;
            var (year, number) = ((int)(month / 12), (int)(month % 12) + 1);
            moved = new DateOnly(year, number, Math.Min(day.Day, DateTime.DaysInMonth(year, number)));
            return true;
        }
        var days = day.DayNumber + count * (unit switch { TimeUnit.Week or TimeUnit.Weekend => 7, TimeUnit.Fortnight => 14, TimeUnit.Day => 1, _ => 0 });
        if (days < 0 || days > DateOnly.MaxValue.DayNumber) return false;
        moved = DateOnly.FromDayNumber((int)days);
        return true;
    }

    private static string WeekOf(DateOnly day)
    {
        var moment = day.ToDateTime(TimeOnly.MinValue);
        return string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(moment):D4}-W{ISOWeek.GetWeekOfYear(moment):D2}");
    }

    private static string SeasonSign(int month) => month switch { 3 => "SP", 6 => "SU", 9 => "FA", _ => "WI" };

    private DateOnly Months(int count)
    {
        var month = First.Year * 12 + First.Month - 1 + count;
        return month > 9999 * 12 + 11 ? DateOnly.MaxValue : new DateOnly(month / 12, month % 12 + 1, 1);
    }

    private static DateOnly Back(DateOnly day, int count) => DateOnly.FromDayNumber(Math.Max(0, day.DayNumber - count));

    private static DateOnly Forth(DateOnly day, int count) => DateOnly.FromDayNumber(Math.Min(DateOnly.MaxValue.DayNumber, day.DayNumber + count));
}
