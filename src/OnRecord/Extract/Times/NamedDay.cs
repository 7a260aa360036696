namespace OnRecord.Extract.Times;

/// <summary>How the day of a holiday is found in a year.</summary>
/// <param name="Words">The name in small letters, without apostrophes and the s after them.</param>
/// <param name="Month">The month; 0 for a day counted from Easter.</param>
/// <param name="Day">The day of the month; or days from Easter; or, with a weekday, the earliest it can be.</param>
/// <param name="Weekday">1 Monday to 7 Sunday for "the nth weekday"; 0 otherwise.</param>
/// <param name="Year">The only year it is in; 0 for every year.</param>
internal readonly record struct NamedDay(string[] Words, int Month, int Day, int Weekday = 0, int Year = 0)
{
    public DateOnly In(int year)
    {
        if (Year > 0) return new DateOnly(Year, Month, Day);
        if (Month == 0) return Easter(year).AddDays(Day);
        var first = new DateOnly(year, Month, Day);
        return Weekday == 0 ? first : first.AddDays((Weekday - (int)first.DayOfWeek + 7) % 7);
    }

    // Gauss's rule in the form of Meeus, Jones and Butcher.
    private static DateOnly Easter(int year)
    {
        var a = year % 19;
        var b = year / 100;
        var c = year % 100;
        var h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        var l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        var m = (a + 11 * h + 22 * l) / 451;
        var month = (h + l - 7 * m + 114) / 31;
        return new DateOnly(year, month, (h + l - 7 * m + 114) % 31 + 1);
    }
}
