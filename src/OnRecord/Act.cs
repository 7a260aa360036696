namespace OnRecord;

/// <summary>What a statement does (Austin 1962; Searle 1976). docs/reference/acts.md defines each and gives its PLOVER code.</summary>
public enum Act
{
    /// <summary>Says that something is so.</summary>
    Assert,

    /// <summary>Says that something alleged is not so.</summary>
    Deny,

    /// <summary>Admits that something is so that was held against it.</summary>
    Concede,

    /// <summary>Says that somebody did wrong.</summary>
    Accuse,

    /// <summary>Finds fault without a charge.</summary>
    Criticise,

    /// <summary>Wants somebody to do something, and claims a right to it.</summary>
    Demand,

    /// <summary>Wants somebody to do something, and asks for it.</summary>
    Appeal,

    /// <summary>Asks something.</summary>
    Ask,

    /// <summary>Would do something if it were wanted.</summary>
    Offer,

    /// <summary>Binds itself to do something.</summary>
    Promise,

    /// <summary>Says what harm it will do.</summary>
    Threaten,

    /// <summary>Says what harm may come.</summary>
    Warn,

    /// <summary>Says yes to what another wants or says.</summary>
    Agree,

    /// <summary>Says no to what another wants, or that it will not do something.</summary>
    Reject,

    /// <summary>Finds good.</summary>
    Praise,

    /// <summary>Thanks.</summary>
    Thank,

    /// <summary>Says it is sorry.</summary>
    Apologise,

    /// <summary>Says what it expects.</summary>
    Predict,

    /// <summary>Says what it wants, hopes or fears.</summary>
    Wish,
}
