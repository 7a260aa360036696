using System.Globalization;

namespace OnRecord.Extract.Times;

/// <summary>A time of day.</summary>
/// <param name="Hour">0 to 24.</param>
/// <param name="Minute">0 to 59; -1 where only the hour is told.</param>
/// <param name="Second">0 to 59; -1 where not told.</param>
/// <param name="Zone">The zone as an offset from UTC, such as <c>-05:00</c> or <c>Z</c>; empty where not told.</param>
internal readonly record struct ClockTime(int Hour, int Minute, int Second, string Zone)
{
    public string Value => string.Create(CultureInfo.InvariantCulture, $"T{Hour:D2}:{Math.Max(0, Minute):D2}") + (Second >= 0 ? string.Create(CultureInfo.InvariantCulture, $":{Second:D2}") : "");

    /// <summary>How far into the day it is.</summary>
    public TimeSpan IntoDay => new(Hour, Math.Max(0, Minute), Math.Max(0, Second));

    /// <summary>How long it lasts at the grain it is told in.</summary>
    public TimeSpan Grain => Second >= 0 ? TimeSpan.FromSeconds(1) : TimeSpan.FromMinutes(1);
}
