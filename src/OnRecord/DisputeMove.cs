namespace OnRecord;

/// <summary>What a step of a dispute does.</summary>
public enum DisputeMove
{
    /// <summary>A charge against the one accused.</summary>
    Accusation,

    /// <summary>The one charged says it is not so.</summary>
    Denial,

    /// <summary>The one charged admits it.</summary>
    Concession,

    /// <summary>One who was charged before charges somebody in turn.</summary>
    CounterAccusation,

    /// <summary>A state or body that is no party to it makes the charge as well.</summary>
    SidesWithAccuser,

    /// <summary>A state or body that is no party to it says that it is not so.</summary>
    SidesWithAccused,
}
