namespace OnRecord;

/// <summary>How a pledge stands on a day, as far as words and dates show. Whether it is kept is for figures to say.</summary>
public enum PledgeStatus
{
    /// <summary>Its deadline has not passed.</summary>
    Pending,

    /// <summary>Its deadline has passed.</summary>
    Due,

    /// <summary>No day is known by which it is to be kept.</summary>
    Undated,

    /// <summary>It was taken back.</summary>
    Withdrawn,
}
