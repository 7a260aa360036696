namespace OnRecord.Language.Coreference;

/// <summary>How a mention speaks of someone or something.</summary>
public enum MentionKind : byte
{
    /// <summary>By name: "Anna Dahl", "NATO".</summary>
    Name,

    /// <summary>By a noun: "the minister", "its members".</summary>
    Nominal,

    /// <summary>By a pronoun: "she", "their", "we".</summary>
    Pronoun,
}
