namespace OnRecord;

/// <summary>How a figure is meant.</summary>
public enum Comparison
{
    /// <summary>Exactly, as far as the text says.</summary>
    Equal,

    /// <summary>About that much.</summary>
    About,

    /// <summary>Less than that.</summary>
    Less,

    /// <summary>That or less: "up to", "at most".</summary>
    AtMost,

    /// <summary>More than that.</summary>
    More,

    /// <summary>That or more: "at least".</summary>
    AtLeast,
}
