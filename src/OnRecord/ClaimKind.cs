namespace OnRecord;

/// <summary>What kind of assertion a claim is.</summary>
public enum ClaimKind
{
    /// <summary>A figure.</summary>
    Quantity,

    /// <summary>More, less, most or least than something else, or a change.</summary>
    Comparison,

    /// <summary>What somebody said.</summary>
    Quotation,

    /// <summary>What a law, treaty or court says or does.</summary>
    Law,

    /// <summary>What is to come: it cannot be checked yet.</summary>
    Forecast,

    /// <summary>Something that happened.</summary>
    Event,

    /// <summary>A state of things.</summary>
    State,
}
