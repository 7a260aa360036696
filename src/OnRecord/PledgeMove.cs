namespace OnRecord;

/// <summary>What a report of a pledge does to what was known of it.</summary>
public enum PledgeMove
{
    /// <summary>It is the first on record.</summary>
    Made,

    /// <summary>It says the same again, or leaves something out.</summary>
    Restated,

    /// <summary>More is to be reached, or sooner.</summary>
    Strengthened,

    /// <summary>Less is to be reached.</summary>
    Weakened,

    /// <summary>The same is to be reached later.</summary>
    Delayed,

    /// <summary>Another figure is to be reached, and the words do not say which way is the harder one.</summary>
    Changed,

    /// <summary>It is taken back.</summary>
    Withdrawn,
}
