namespace OnRecord;

/// <summary>The closed list of reasons for which a check gives no verdict on the figures. docs/reference/checks.md explains each.</summary>
public static class CheckRefusal
{
    /// <summary>The pledge names no figure to be reached.</summary>
    public const string NoTarget = "no target";

    /// <summary>The pledge does not say what is measured.</summary>
    public const string NoMeasure = "no measure";

    /// <summary>No day is named by which, or several.</summary>
    public const string NoDeadline = "no deadline";

    /// <summary>The words do not say whether the figure is to be reached from below or from above.</summary>
    public const string NoDirection = "direction not told";

    /// <summary>It is not known whose the pledge or the figure is, or it is nobody of whom there are figures.</summary>
    public const string NoSubject = "subject not known";

    /// <summary>The pledge binds a body of which there are no figures, and not its members one by one.</summary>
    public const string BindsBody = "binds the body, not its members";

    /// <summary>No series has that measure.</summary>
    public const string NoSeries = "no series of the measure";

    /// <summary>A series has the measure in another unit.</summary>
    public const string OtherUnit = "no series in the unit";

    /// <summary>The series has no figures of the country.</summary>
    public const string NoFigures = "no figures of the country";

    /// <summary>The series has no figure for the year.</summary>
    public const string NoYear = "no figure for the year";

    /// <summary>A change is told, and what it is counted from is not known.</summary>
    public const string NoBaseline = "no baseline";

    /// <summary>The day is not known, since the document has no day of publication.</summary>
    public const string NoDay = "day not known";

    /// <summary>The claim speaks of a part of a year, or of a time that has no place in the calendar; series have years.</summary>
    public const string NotYears = "not whole years";

    /// <summary>What is told is still to come.</summary>
    public const string Forecast = "still to come";

    /// <summary>The words deny it, suppose it or ask it, and do not say that it is so.</summary>
    public const string NotAsserted = "not plainly asserted";

    /// <summary>A range is told, and not one figure.</summary>
    public const string Range = "a range";

    /// <summary>Shares of several countries cannot be added.</summary>
    public const string SharesOfMany = "shares cannot be added";

    /// <summary>The days of joining of the members are not known.</summary>
    public const string MembersUnknown = "days of joining not known";

    /// <summary>The figures differ from the claim by no more than definitions, prices and rates of exchange can.</summary>
    public const string Near = "near, within definitions and prices";

    /// <summary>The words can be worked out in two ways, which do not agree.</summary>
    public const string TwoReadings = "two ways to work it out";

    /// <summary>Every reason.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        NoTarget, NoMeasure, NoDeadline, NoDirection, NoSubject, BindsBody, NoSeries, OtherUnit, NoFigures, NoYear, NoBaseline, NoDay, NotYears, Forecast, NotAsserted, Range,
        SharesOfMany, MembersUnknown, Near, TwoReadings,
    ];
}
