using System.Globalization;

namespace OnRecord.Extract.Times;

/// <summary>Lengths of time in the terms of ISO 8601.</summary>
internal static class Lengths
{
    /// <summary>P2Y, PT30M, P2Y6M for two and a half years.</summary>
    public static string Of(decimal count, TimeUnit unit)
    {
        var (letter, factor) = Letter(unit);
        var isClock = unit is TimeUnit.Second or TimeUnit.Minute or TimeUnit.Hour;
        var value = count * factor;
        var whole = decimal.Truncate(value);
        var part = value - whole;
        if (part == 0.5m && Half(unit) is { } half)
        {
            return whole == 0 ? half : isClock ? string.Create(CultureInfo.InvariantCulture, $"PT{whole:0}{letter}{half[2..]}") : string.Create(CultureInfo.InvariantCulture, $"P{whole:0}{letter}{half[1..]}");
        }
        return string.Create(CultureInfo.InvariantCulture, $"{(isClock ? "PT" : "P")}{value:0.######}{letter}");
    }

    public static string Vague(TimeUnit unit)
    {
        var isClock = unit is TimeUnit.Second or TimeUnit.Minute or TimeUnit.Hour;
        return unit switch
        {
            TimeUnit.Decade => "PXDE",
            TimeUnit.Century => "PXCE",
            TimeUnit.Millennium => "PXML",
            _ => (isClock ? "PTX" : "PX") + Letter(unit).Letter,
        };
    }

    private static string? Half(TimeUnit unit) => unit switch
    {
        TimeUnit.Year => "P6M",
        TimeUnit.Hour => "PT30M",
        TimeUnit.Minute => "PT30S",
        TimeUnit.Day => "PT12H",
        _ => null,
    };

    private static (string Letter, decimal Factor) Letter(TimeUnit unit) => unit switch
    {
        TimeUnit.Second => ("S", 1),
        TimeUnit.Minute => ("M", 1),
        TimeUnit.Hour => ("H", 1),
        TimeUnit.Day => ("D", 1),
        TimeUnit.Week => ("W", 1),
        TimeUnit.Fortnight => ("W", 2),
        TimeUnit.Weekend => ("WE", 1),
        TimeUnit.Month => ("M", 1),
        TimeUnit.Quarter => ("Q", 1),
        TimeUnit.Half => ("M", 6),
        TimeUnit.Decade => ("Y", 10),
        TimeUnit.Century => ("Y", 100),
        TimeUnit.Millennium => ("Y", 1000),
        _ => ("Y", 1),
    };
}
