namespace OnRecord;

/// <summary>The parts of a reading, each given by one stage.</summary>
[Flags]
public enum RecordPart
{
    /// <summary>Nothing but the raw document.</summary>
    None = 0,

    /// <summary>Text, metadata and furniture.</summary>
    Article = 1,

    /// <summary>Tokens, sentences, quotations.</summary>
    Analysis = 2,

    /// <summary>Sources, cues and contents.</summary>
    Attributions = 4,

    /// <summary>Entities, and the speaker of each attribution.</summary>
    Speakers = 8,

    /// <summary>Times and quantities.</summary>
    Measures = 16,

    /// <summary>Chains of mentions.</summary>
    Chains = 32,

    /// <summary>Acts, claims, pledges, allegations and events.</summary>
    Meaning = 64,
}
