namespace OnRecord;

/// <summary>In what way somebody's words stand against earlier ones of the same party.</summary>
public enum ContradictionKind
{
    /// <summary>What was said to be so is said not to be so, or the other way round, in nearly the same words.</summary>
    Negation,

    /// <summary>Another figure is given for the same thing and the same time.</summary>
    Figure,

    /// <summary>A charge that was denied is admitted, or one that was admitted is denied.</summary>
    Answer,

    /// <summary>A pledge is taken back.</summary>
    Pledge,
}
