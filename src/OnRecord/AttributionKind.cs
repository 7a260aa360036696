namespace OnRecord;

/// <summary>How the words of a source are given.</summary>
public enum AttributionKind
{
    /// <summary>The speaker's own words: all of the content stands in quotation marks, or it is a turn of a transcript.</summary>
    Direct,

    /// <summary>None of the content stands in quotation marks.</summary>
    Indirect,

    /// <summary>Part of the content stands in quotation marks.</summary>
    Mixed,
}
