namespace OnRecord;

/// <summary>Whether a figure has come about.</summary>
public enum FigureStatus
{
    /// <summary>It is told as a fact.</summary>
    Actual,

    /// <summary>Somebody means to bring it about: "pledged", "plans to", "should".</summary>
    Planned,

    /// <summary>It is expected: "will", "is forecast to".</summary>
    Projected,
}
