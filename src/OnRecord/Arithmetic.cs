using System.Globalization;

namespace OnRecord;

/// <summary>One comparison of a check, with all that is needed to work it out again. Immutable.</summary>
public sealed record Arithmetic
{
    /// <summary>What is compared: "Germany 2024", "members of North Atlantic Treaty Organization on 2019-04-03".</summary>
    public required string Of { get; init; }

    /// <summary>What the figures give.</summary>
    public required decimal Found { get; init; }

    /// <summary>How what is found has to stand to what was said.</summary>
    public required Comparison Comparison { get; init; }

    /// <summary>What was said.</summary>
    public required decimal Said { get; init; }

    /// <summary>How far apart they may be; 0 for a target, which is reached or is not.</summary>
    public decimal Tolerance { get; init; }

    /// <summary>How what is found was worked out, "2019 - 1949"; null where it is one figure of the series.</summary>
    public string? Working { get; init; }

    /// <summary>Whether it holds.</summary>
    public bool Holds => Comparison switch
    {
        Comparison.AtLeast => Found >= Said - Tolerance,
        Comparison.More => Found > Said - Tolerance,
        Comparison.AtMost => Found <= Said + Tolerance,
        Comparison.Less => Found < Said + Tolerance,
        _ => Math.Abs(Found - Said) <= Tolerance,
    };

    /// <summary>The line that shows it: <c>Germany 2024: 1.89 &gt;= 2 is false</c>.</summary>
    public override string ToString()
    {
        var sign = Comparison switch
        {
            Comparison.AtLeast => ">=",
            Comparison.More => ">",
            Comparison.AtMost => "<=",
            Comparison.Less => "<",
            _ => "=",
        };
        var working = Working is null ? "" : Working + " = ";
        var tolerance = Tolerance == 0 ? "" : " ± " + Number(Tolerance);
        return $"{Of}: {working}{Number(Found)} {sign} {Number(Said)}{tolerance} is {(Holds ? "true" : "false")}";
    }

    /// <summary>A number with its decimals and no more; thousands apart by commas from five figures on, so that a year is written as a year.</summary>
    public static string Number(decimal value) => value.ToString(Math.Abs(value) < 10_000 ? "0.##########" : "#,##0.##########", CultureInfo.InvariantCulture);
}
