namespace OnRecord;

/// <summary>How a mention refers.</summary>
public enum MentionForm
{
    /// <summary>By name or part of it.</summary>
    Name,

    /// <summary>By description: "the minister".</summary>
    Nominal,

    /// <summary>By pronoun.</summary>
    Pronoun,
}
