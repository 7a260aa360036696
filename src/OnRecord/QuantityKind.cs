namespace OnRecord;

/// <summary>What a quantity measures.</summary>
public enum QuantityKind
{
    /// <summary>How many of something; the unit is the thing counted, in the singular.</summary>
    Count,

    /// <summary>Money; the unit is the ISO 4217 code.</summary>
    Money,

    /// <summary>A percentage, or a share of something: <c>percent</c>, <c>percent-of-gdp</c>.</summary>
    Percentage,

    /// <summary>Percentage points or basis points.</summary>
    PercentagePoints,

    /// <summary>A part of something: "a third of seats"; the unit is <c>share</c>.</summary>
    Share,

    /// <summary>A multiple: "tripled", "five times".</summary>
    Multiple,

    /// <summary>A length.</summary>
    Length,

    /// <summary>An area.</summary>
    Area,

    /// <summary>A volume.</summary>
    Volume,

    /// <summary>A mass.</summary>
    Mass,

    /// <summary>A temperature.</summary>
    Temperature,

    /// <summary>A speed.</summary>
    Speed,

    /// <summary>An energy, a power, an electrical measure or the yield of a weapon.</summary>
    Energy,

    /// <summary>A quantity of digital information.</summary>
    Information,

    /// <summary>An angle.</summary>
    Angle,

    /// <summary>A length of time with a number of its own.</summary>
    Duration,

    /// <summary>The age of a person or thing.</summary>
    Age,

    /// <summary>A number of nothing that the text names.</summary>
    Number,
}
