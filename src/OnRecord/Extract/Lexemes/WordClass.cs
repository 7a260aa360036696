namespace OnRecord.Extract.Lexemes;

/// <summary>What a word can be in a time or a quantity. A word can be several: "second", "may", "march".</summary>
[Flags]
internal enum WordClass : uint
{
    None = 0,

    /// <summary>zero to nineteen.</summary>
    Small = 1 << 0,

    /// <summary>twenty to ninety.</summary>
    Tens = 1 << 1,

    /// <summary>hundred, thousand, million, dozen, lakh.</summary>
    Scale = 1 << 2,

    /// <summary>A scale's sign, which counts only right after figures: bn, m, k.</summary>
    ScaleSign = 1 << 3,

    /// <summary>first, second, thirtieth.</summary>
    Ordinal = 1 << 4,

    /// <summary>half, third(s), tenths.</summary>
    Fraction = 1 << 5,

    /// <summary>several, few, couple, many.</summary>
    Vague = 1 << 6,

    Month = 1 << 7,
    Weekday = 1 << 8,

    /// <summary>A name of a month or day cut short: Oct, Wed.</summary>
    CutShort = 1 << 9,

    TimeUnit = 1 << 10,

    /// <summary>A unit in the plural.</summary>
    Plural = 1 << 11,

    Season = 1 << 12,
    DayPart = 1 << 13,

    /// <summary>the, a, this, that, its.</summary>
    Determiner = 1 << 14,

    /// <summary>last, next, previous, coming.</summary>
    Pointer = 1 << 15,

    /// <summary>about, nearly, more, at, up: what can open a bound or an approximation.</summary>
    Hedge = 1 << 16,

    /// <summary>early, late, mid, end, beginning.</summary>
    Phase = 1 << 17,

    Preposition = 1 << 18,

    /// <summary>A name of a currency, or a code, or part of one.</summary>
    Money = 1 << 19,

    /// <summary>A unit of measure.</summary>
    Measure = 1 << 20,

    /// <summary>percent, pc.</summary>
    Percent = 1 << 21,

    /// <summary>Something that happens in the past: said, was, met.</summary>
    PastVerb = 1 << 22,

    /// <summary>will, shall.</summary>
    FutureVerb = 1 << 23,

    /// <summary>rise, fall, increase, cut.</summary>
    ChangeVerb = 1 << 24,

    /// <summary>now, today, recently, daily: a whole time in one word.</summary>
    Deictic = 1 << 25,

    /// <summary>Can be the first word of a time.</summary>
    OpensTime = 1 << 26,

    /// <summary>Can be the first word of a figure.</summary>
    OpensFigure = 1 << 27,

    /// <summary>Never counted: function words.</summary>
    Function = 1 << 28,

    /// <summary>A holiday or named day, or the first word of one.</summary>
    Holiday = 1 << 29,

    /// <summary>Means to bring about: pledged, plans, should.</summary>
    Planned = 1 << 30,

    /// <summary>Expects: forecast, projected, likely.</summary>
    Projected = 1u << 31,
}
