namespace OnRecord;

/// <summary>How the words of a source are given.</summary>
public enum AttributionKind
{
    /// <summary>All of the content stands in quotation marks.</summary>
    Direct,

    /// <summary>None of the content stands in quotation marks.</summary>
    Indirect,

    /// <summary>Part of the content stands in quotation marks.</summary>
    Mixed,
}
