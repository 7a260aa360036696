namespace OnRecord;

/// <summary>What a figure is in a change.</summary>
public enum ChangeSense
{
    /// <summary>No part of a change.</summary>
    None,

    /// <summary>The difference: "rose by 5", "an additional 5".</summary>
    By,

    /// <summary>The level reached: "rose to 5".</summary>
    To,

    /// <summary>The level before: "rose from 5".</summary>
    From,
}
