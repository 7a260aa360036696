namespace OnRecord;

/// <summary>What a date of publication was inferred from.</summary>
public enum InferredDateGround
{
    /// <summary>A dateline at the head of the text.</summary>
    Dateline,

    /// <summary>The nth anniversary of something whose year the text names.</summary>
    Anniversary,

    /// <summary>Weekdays that stand with days of the month, which agree in few years.</summary>
    Weekdays,
}
